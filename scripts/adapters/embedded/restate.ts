import { findMainVerb, isFinite, NOMINATIVE } from './find-main-verb.ts';
import { resolveSubject, textOf } from './resolve-subject.ts';
import { tagText, type Token } from './tag-text.ts';

/** Verbs that a negation is said before and meant after: "I don't think prices will fall" says that they will not. */
const RAISED = /^I (?:don['’]t|do not) (?:really |actually |necessarily )?(?:think|believe)(?: that)? /;
const AUXILIARY = /^(?:is|are|was|were|will|would|should|can|could|may|might|must|has|have|had|does|do|did|'s|'re)$/;
/** "It's because of the ban that they built chips": what the sentence is built around, and the rest of it. */
const CLEFT =
  /^It(?:['’]s| is| was) (?:really |also |only |precisely |exactly |just )?(because of [^,;]+|thanks to [^,;]+) that (.+)$/;
/** A concession or a condition, and the main clause after its comma. */
const SUBORDINATE = /^(?:although|though|while|if|when|once|because|since|as|even though|even if|should)$/;
/** "Wants to be able to control" is "wants to control"; "was able to" says more than "could". */
const ROUNDABOUT: [RegExp, string][] = [
  [/\b(want|wants|wanted|need|needs|needed) to be able to\b/g, '$1 to'],
  [/\b(?:is|are) able to\b/g, 'can'],
  [/\bdue to the fact that\b/g, 'because'],
];

/**
 * What a sentence says in the order of writing instead of speech: without a negation before "think", a cleft, a topic that is
 * named and then taken up by a pronoun, or a pronoun whose noun stands in the clause before it. The sentence itself is not among them.
 */
export function restate(text: string): string[] {
  const plain = text.replaceAll('’', "'");
  const direct = ROUNDABOUT.reduce((sentence, [long, short]) => sentence.replace(long, short), plain);
  const tokens = tagText(direct);
  const others = [
    lowerNegation(direct),
    turnCleft(direct),
    openCleft(direct),
    openExistential(direct),
    innerStatement(direct),
    joinTopic(direct, tokens),
    nameInMain(tokens),
  ];
  return [direct === plain ? undefined : direct, ...others].filter((one) => one !== undefined);
}

function lowerNegation(text: string): string | undefined {
  const [head] = RAISED.exec(text) ?? [];
  if (head === undefined) return undefined;
  const rest = text.slice(head.length);
  const tokens = tagText(rest);
  const verb = findMainVerb(tokens);
  const auxiliary = verb === undefined ? undefined : tokens[verb];
  if (!auxiliary || !AUXILIARY.test(auxiliary.lower) || verb === 0 || verb! > 6) return undefined;
  // "Everyone will not" is another thing than "not everyone will".
  if (tokens.some(({ lower }) => /^(?:not|n't|never|no|any\p{Ll}*|all|both|every\p{Ll}*|until|because)$/u.test(lower)))
    return undefined;
  return `${rest.slice(0, auxiliary.end)} not${rest.slice(auxiliary.end)}`;
}

function turnCleft(text: string): string | undefined {
  const [, reason, rest] = CLEFT.exec(text) ?? [];
  return reason && rest ? `${rest.replace(/[.!]$/, '')} ${reason}.` : undefined;
}

/** "It's competition that keeps prices low": competition keeps them low. */
const NOUN_CLEFT =
  /^(?:For [^,]+ to [^,]+, )?it(?:'s| is) (probably |really |mostly |largely )?((?:the |their |our )?\p{L}+(?: \p{L}+)?) that (?:that )?(\p{L}+s\b.+)$/iu;
function openCleft(text: string): string | undefined {
  const [, degree = '', subject, rest] = NOUN_CLEFT.exec(text) ?? [];
  if (!subject || !rest || /^(?:the case|not|true|clear|likely|just|so|because|only)\b/i.test(subject))
    return undefined;
  return tagText(subject).at(-1)?.tag === 'NOUN' ? `${capitalise(subject)} ${degree}${rest}` : undefined;
}
/** "There is a maker that ships in winter": a maker ships in winter. */
const EXISTENTIAL =
  /^There(?:'s| is| are|'re) ((?:also |now |just |only )?(?:an?|some|many|a lot of|lots of|several|few|a few|two|three|four) [^,]{3,50}?) (?:that|who|which) (?!I\b|we\b|you\b|they\b|people\b|the\b|a\b|it\b|is not\b|are not\b)(.+)$/u;
function openExistential(text: string): string | undefined {
  const [, subject, rest] = EXISTENTIAL.exec(text) ?? [];
  if (!subject || !rest || !isFinite(tagText(`It ${rest}`), 1)) return undefined;
  return `${capitalise(subject.replace(/^(?:also|now|just|only) /, ''))} ${rest}`;
}

/** "Which is that prices fall", "what we see is that prices fall": what is said at last. */
const INNER =
  /(?:, which is|^[^,]{5,60} (?:is|was|shows|means)(?: actually| really| basically)?),? that (?=\p{L}+ )(.{25,})$/u;
function innerStatement(text: string): string | undefined {
  const [, inner] = INNER.exec(text) ?? [];
  if (
    !inner ||
    /\b(?:if|unless|not|n't|idea|hope|fear|argument|theory|claim|view|belief|might|could|maybe|they|he|she|people|critics|says?|said|tells?|told|position|charge|criticism|worry|concern|assumption|narrative|story|rumou?r|promise|goal|plan|bet)\b/i.test(
      text.slice(0, -inner.length),
    )
  )
    return undefined;
  return capitalise(inner);
}
const capitalise = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** "The old chips, they are slow": the topic is the subject. */
function joinTopic(text: string, tokens: readonly Token[]): string | undefined {
  const comma = tokens.findIndex(({ text: sign }) => sign === ',');
  const [pronoun, first, head] = [tokens[comma + 1], tokens[0], tokens[comma - 1]];
  if (comma < 1 || comma > 8 || !first || !head || !pronoun || !/^(?:they|it|he|she)$/.test(pronoun.lower))
    return undefined;
  if (!['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM'].includes(first.tag) || !['NOUN', 'PROPN'].includes(head.tag))
    return undefined;
  const topic = tokens.slice(0, comma);
  if (findMainVerb(topic) !== undefined || topic.some(({ lower, tag }) => NOMINATIVE.has(lower) || tag === 'VERB'))
    return undefined;
  const isPlural = /[^s]s$/.test(head.lower) || topic.some(({ lower }) => lower === 'and');
  if ((pronoun.lower === 'they') !== isPlural && head.tag !== 'PROPN') return undefined;
  return `${text.slice(0, tokens[comma]!.start)} ${text.slice(pronoun.end).trimStart()}`.replace(/ (?=')/, '');
}

/** "Although the country builds a lot, it imports chips": "although it builds …" would do as well, so that the name goes to the main clause. */
function nameInMain(tokens: readonly Token[]): string | undefined {
  const opener = tokens[0]?.lower === 'even' ? 2 : 1;
  if (
    !SUBORDINATE.test(
      tokens
        .slice(0, opener)
        .map(({ lower }) => lower)
        .join(' '),
    )
  )
    return undefined;
  const comma = tokens.findIndex(({ text: sign }) => sign === ',');
  if (comma < opener + 2) return undefined;
  // "As Ann said, it rains": whom she spoke of, she does not say.
  if (tokens.slice(0, comma).some(({ lower }) => /^(?:said|says|mentioned|told|noted|put|thought|wrote)$/.test(lower)))
    return undefined;
  const resolved = resolveSubject(tokens.slice(comma + 1), [tokens.slice(opener, comma)]);
  return resolved === undefined ? undefined : `${textOf(tokens.slice(0, comma + 1), 0)} ${resolved}`;
}
