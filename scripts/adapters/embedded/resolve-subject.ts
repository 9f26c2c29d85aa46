import { findMainVerb } from './find-main-verb.ts';
import type { Token } from './tag-text.ts';

const LONGEST_SUBJECT = { words: 6, withPhrase: 8 };
/** A subject that names nothing by itself. */
const NAMELESS =
  /^(?:i|we|you|he|she|it|they|this|that|these|those|there|what|who|which|one|some|many|most|all|everybody|everyone|people|somebody|someone|nobody|another|other|others|both|each|part|lot|thing|things|reason|idea|point|question|way|problem|answer|same|my|your|our|his|her|its|their|such|and|or|if|when|because|not|no)$/;
const SPELLED_OUT = new Map([
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
]);

/**
 * The sentence with "it" or "they" at its head replaced by the subject of what was said just before (`before`: the nearest
 * first), where nothing else there could be meant: both are subjects, number agrees, and no object of that number stands
 * between. A sentence with the same pronoun for its subject is passed over. `undefined` where that is not certain.
 */
export function resolveSubject(tokens: readonly Token[], before: readonly (readonly Token[])[]): string | undefined {
  const [pronoun, next] = tokens;
  if (!pronoun || !next || (pronoun.lower !== 'it' && pronoun.lower !== 'they')) return undefined;
  const meant = findSubject(before, pronoun.lower);
  if (meant === undefined) return undefined;
  const verb = spellOut(next, tokens[2]);
  const agreed = verb !== undefined && pronoun.lower === 'they' && isOne(meant) ? toSingular(verb, next) : verb;
  return agreed === undefined
    ? undefined
    : `${textOf(meant, meant[0]?.start ?? 0)} ${agreed}${textOf(tokens.slice(2), next.end)}`;
}

/** A company is "they" in speech, and "it" in print. */
const isOne = (subject: readonly Token[]) => {
  const head = subject[headOf(subject)];
  return head?.tag === 'PROPN' && !/[^s]s$/.test(head.lower) && !subject.some(({ lower }) => lower === 'and');
};
const SINGULAR = new Map([
  ['are', 'is'],
  ['were', 'was'],
  ['have', 'has'],
  ['do', 'does'],
]);
/** Forms that are the same for one and many; of others in the present one cannot be sure. */
const SAME_FOR_ALL =
  /(?:[^e]ed|ould|ught)$|^(?:will|can|may|might|must|had|did|got|went|came|took|gave|made|built|knew|grew|ran|won|lost|sold|cut|spent|told|kept|found|wrote|began|saw|held|led|left|meant|put|paid|drew|drove|chose|fell|rose|beat|just|also|never|still|only|really|actually)$/;
const toSingular = (verb: string, { lower }: Token): string | undefined =>
  SINGULAR.get(verb) ?? (SAME_FOR_ALL.test(lower) || SAME_FOR_ALL.test(verb) ? verb : undefined);

function findSubject(before: readonly (readonly Token[])[], pronoun: 'it' | 'they'): Token[] | undefined {
  for (const tokens of before) {
    const isSame = tokens[0]?.lower === pronoun;
    if (!isSame) return subjectOf(tokens, pronoun);
    const verb = findMainVerb(tokens);
    if (verb === undefined || objectsOf(tokens.slice(verb + 1)).some((noun) => agrees(noun, pronoun))) return undefined;
  }
  return undefined;
}

const OPENER = /^(?:so|and|but|now|well|because|although|though|when|if|once|while|since|as|again|also|,)$/;
const COPULA = /^(?:is|are|was|were|'s|'re|be|becomes?|became)$/;

function subjectOf(said: readonly Token[], pronoun: 'it' | 'they'): Token[] | undefined {
  const tokens = said.slice(said.findIndex(({ lower }) => !OPENER.test(lower)));
  const verb = findMainVerb(tokens);
  if (verb === undefined || verb < 1 || verb > LONGEST_SUBJECT.withPhrase) return undefined;
  const subject = tokens
    .slice(0, verb)
    .filter(({ tag, lower }, at) => tag !== 'ADV' || at < verb - 1 || !lower.endsWith('ly'));
  const head = subject[headOf(subject)];
  const hasPhrase = head !== subject.at(-1);
  if (!head || !isNoun(head) || (!hasPhrase && subject.length > LONGEST_SUBJECT.words)) return undefined;
  if (subject.some(({ lower, tag }) => NAMELESS.test(lower) || tag === 'PUNCT' || tag === 'VERB')) return undefined;
  // "In the north the gears …" is no subject.
  if (subject[0]?.tag === 'ADP' || !isNoun(subject.at(-1) ?? head)) return undefined;
  // "Ford is a carmaker. It …": what follows "is" is the subject once more.
  const isNamed = COPULA.test(tokens[verb]?.lower ?? '');
  if (!agrees(head, pronoun) || (!isNamed && objectsOf(tokens.slice(verb + 1)).some((noun) => agrees(noun, pronoun))))
    return undefined;
  return subject;
}

/** Where the noun of a phrase stands: before "in China", "of tokens". */
function headOf(phrase: readonly Token[]): number {
  const preposition = phrase.findIndex(({ tag }, at) => at > 0 && tag === 'ADP');
  return (preposition < 0 ? phrase.length : preposition) - 1;
}

/** Tokens with the spaces that were between them. */
export function textOf(tokens: readonly Token[], from: number): string {
  let end = from;
  return tokens
    .map((token) => {
      const gap = token.start === end ? '' : ' ';
      end = token.end;
      return `${gap}${token.text}`;
    })
    .join('');
}

const isNoun = ({ tag }: Token) => tag === 'NOUN' || tag === 'PROPN';

/** A company is "it" or "they". */
const agrees = ({ tag, lower }: Token, pronoun: 'it' | 'they') =>
  tag === 'PROPN' ||
  (pronoun === 'they') === (/[^s]s$/.test(lower) || /^(?:people|men|women|children|data)$/.test(lower));

/** Nouns that stand in no phrase with a preposition. */
function objectsOf(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, at) => {
    if (!isNoun(token)) return false;
    for (let back = at - 1; back >= 0; back--) {
      const tag = tokens[back]?.tag;
      if (tag === 'ADP') return false;
      if (!['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'SYM', 'ADV'].includes(tag ?? '')) return true;
    }
    return true;
  });
}

/** "It's" is "is" or "has"; "it'd" could be either of two, and is left. */
function spellOut(verb: Token, after: Token | undefined): string | undefined {
  if (verb.lower === "'s")
    return after && (/(?:ed|en)$/.test(after.lower) || /^(?:been|become|got|had|more|made|done)$/.test(after.lower))
      ? undefined
      : 'is';
  if (verb.lower === "'d") return undefined;
  return SPELLED_OUT.get(verb.lower) ?? verb.lower;
}
