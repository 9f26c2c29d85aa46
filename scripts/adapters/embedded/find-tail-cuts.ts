import type { Cut } from './find-cuts.ts';
import type { Token } from './tag-text.ts';

/** A clause at the end that gives a reason or a contrast; "if", "unless", "when", "without" and "until" would change what is said. */
const TAIL_OPENERS = new Set(
  'because although though whereas while which including especially particularly'.split(' '),
);
/** Where a phrase at the end of a sentence only says where, how or for whom. */
const TAIL_PREPOSITIONS = new Set('in for on with by at through across during within around via from as'.split(' '));
/** With one of these in a sentence, what stands at its end may be what is denied or compared. */
const SENSITIVE =
  /\b(?:not|no|never|nobody|nothing|none|neither|nor|hardly|barely|cannot|only|less|fewer|few|least|most|more|\p{L}{3,}(?:er|est) than|than|same|every|all|any|if|unless|until|as|like|best|worst|biggest|largest|cheapest|(?:first|last)(?! (?-i:\p{Lu})))\b|n['’]t\b/iu;
/** With one of these, "to …" after a noun is what the sentence is about ("wants China to fail", "the way to win"). */
const WANTS_INFINITIVE =
  /\b(?:wants?|wanted|needs?|needed|allow\w*|forc\w+|expect\w*|ask\w*|tell|told|gets?|enabl\w+|caus\w+|leads?|led|requir\w+|push\w*|encourag\w+|permit\w*|make\w*|way|ways|ability|attempt|reason|right|effort|plan|chance|decision|pressure|incentive|opportunity|time|power|able|tend\w*|try\w*|used|it|there)\b/i;
/** What can go from the end of a sentence: reasons, contrasts, asides, and phrases that only say where, how or for whom. */
export const findTailCuts = (tokens: readonly Token[], verb: number): Cut[] => [
  ...emptyTailCuts(tokens, verb),
  ...clauseCuts(tokens, verb),
  ...phraseCuts(tokens, verb),
];

/** What speech ends in when it has no more to say: "and so on", "and things like that", "that I described"; "or something" hedges, and stays. */
const EMPTY_TAIL =
  /^(?:in terms of [^,]+|,? ?and (?:so (?:forth|on)(?: and so (?:forth|on))?|stuff(?: like that)?|things(?: like (?:that|this))?|all (?:of )?(?:that|this)(?: stuff)?|everything|whatever)|that (?:i|we|you) (?:just )?(?:described|mentioned|talked about|said|discussed)|(?:currently|publicly) available|available (?:today|right now)|out there|as well|too|,? ?for (?:exactly )?(?:this|that) (?:very )?reason|,? ?so to speak)$/;

const emptyTailCuts = (tokens: readonly Token[], verb: number): Cut[] => {
  const end = tokens.at(-1)?.tag === 'PUNCT' ? tokens.length - 1 : tokens.length;
  return tokens.flatMap((_, at): Cut[] => {
    if (at <= verb + 1 || end - at > 10) return [];
    const tail = tokens
      .slice(at, end)
      .map(({ lower }) => lower)
      .join(' ');
    return EMPTY_TAIL.test(tail) ? [{ from: at, to: tokens.length, cost: 0.1 }] : [];
  });
};

/** Clauses and phrases at the end, from a comma or a conjunction on. */
function clauseCuts(tokens: readonly Token[], verb: number): Cut[] {
  return tokens.flatMap(({ lower, tag }, at): Cut[] => {
    if (at <= verb + 1) return [];
    const afterComma = tokens[at - 1]?.text === ',';
    const from = afterComma ? at - 1 : at;
    if (lower === 'so' && tokens[at + 2]?.lower === 'that' && !isDenied(tokens, verb))
      return [{ from: at, to: tokens.length, cost: 0.8 }];
    if (/^(?:while|whereas)$/.test(lower) && !afterComma) return [{ from: at, to: tokens.length, cost: 0.9 }];
    if (lower === 'because' && !isDenied(tokens, verb)) return [{ from, to: tokens.length, cost: 0.8 }];
    if (lower === 'so' && tokens[at + 1]?.lower === 'that' && !isDenied(tokens, verb))
      return [{ from, to: tokens.length, cost: 0.8 }];
    if (lower === 'which' && ['NOUN', 'PROPN'].includes(tokens[at - 1]?.tag ?? ''))
      return [{ from, to: tokens.length, cost: 0.8 }];
    if (/^(?:that|who)$/.test(lower) && isIndefinite(tokens, at) && !isDenied(tokens, verb))
      return [{ from, to: tokens.length, cost: 1.4 }];
    if (lower === 'as' && tokens[at + 1]?.lower === 'well' && tokens[at + 2]?.lower === 'as' && !isDenied(tokens, verb))
      return [{ from, to: tokens.length, cost: 0.8 }];
    if (/^(?:where|like)$/.test(lower) && givesExample(tokens, at) && !isDenied(tokens, verb))
      return [{ from, to: tokens.length, cost: 0.9 }];
    if (lower === 'ranging' && tokens[at + 1]?.lower === 'from') return [{ from, to: tokens.length, cost: 0.4 }];
    if (!afterComma) return [];
    if (lower === 'to' && tokens[at + 1]?.tag === 'VERB' && !isDenied(tokens, verb) && !isInList(tokens, at - 1))
      return [{ from, to: tokens.length, cost: 0.9 }];
    if (lower === 'but' && tokens[at + 1]?.lower === 'also' && !isDenied(tokens, verb))
      return [{ from, to: tokens.length, cost: 0.6 }];
    if (lower === 'not') return [{ from, to: tokens.length, cost: 0.7 }];
    if (TAIL_OPENERS.has(lower) || lower === 'such') return [{ from, to: tokens.length, cost: 0.7 }];
    if (tag === 'ADV' && tokens.slice(at).every(({ tag: each }) => ['ADV', 'CCONJ', 'PUNCT'].includes(each)))
      return [{ from, to: tokens.length, cost: 0.4 }];
    const endsList = tokens.some(({ text }, later) => later > at && text === ',' && tokens[later + 1]?.tag === 'CCONJ');
    if (tag === 'VERB' && /ing$/.test(lower) && !endsList) return [{ from, to: tokens.length, cost: 0.7 }];
    if (!endsList && !isInList(tokens, at - 1) && describes(tokens, at))
      return [{ from, to: tokens.length, cost: 0.7 }];
    if (lower === 'i' && /^(?:think|guess|believe|mean)$/.test(tokens[at + 1]?.lower ?? '') && tokens.length - at <= 4)
      return [{ from, to: tokens.length, cost: 0.1 }];
    if (lower === 'of' && tokens[at + 1]?.lower === 'course') return [{ from, to: tokens.length, cost: 0.1 }];
    return [];
  });
}

/** "They train on old data like what stands on the web", "models where each part is small", after enough that stands without it. */
function givesExample(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (at < 6 || !before || !after || !['NOUN', 'PROPN'].includes(before.tag) || limits(tokens.slice(at))) return false;
  // "A company like Huawei" is not just a company.
  const begin = tokens.slice(0, at).findLastIndex(({ tag }) => !['NOUN', 'PROPN', 'ADJ'].includes(tag));
  return !/^(?:an?|no|the)$/.test(tokens[begin]?.lower ?? '');
}

/** "…, far removed from the market", "…, with no end in sight", "…, where nobody buys them": more about what was said. */
function describes(tokens: readonly Token[], at: number): boolean {
  const [token, after] = [tokens[at], tokens[at + 1]];
  if (!token || tokens.slice(at).some(({ text }) => text === ',') || limits(tokens.slice(at))) return false;
  if (/^(?:where|whose|with)$/.test(token.lower)) return true;
  return (
    (token.tag === 'VERB' && /(?:ed|en)$/.test(token.lower) && after?.tag === 'ADP') ||
    (token.tag === 'ADV' && after?.tag === 'VERB' && /(?:ed|en)$/.test(after.lower))
  );
}

/** "A model that is cheap" is a model; "the model that …", "every chip that …" and "chips, which" are looked at elsewhere. */
function isIndefinite(tokens: readonly Token[], at: number): boolean {
  let begin = at - 1;
  while (begin > 0 && ['NOUN', 'ADJ', 'PROPN', 'NUM', 'PUNCT'].includes(tokens[begin]?.tag ?? '')) begin--;
  // "A model" alone says too little.
  return begin < at - 2 && /^an?$/.test(tokens[begin]?.lower ?? '') && tokens[at + 1] !== undefined;
}

export const isNegation = ({ lower }: Token) => /^(?:not|n't|never|no|nobody|nothing|hardly)$/.test(lower);

/** "It did not fall because …" denies the reason, not the fall. */
const isDenied = (tokens: readonly Token[], verb: number) =>
  tokens.slice(verb).some(({ lower }) => /^(?:not|n't|never)$/.test(lower));

/** Phrases at the end that only say where, how or for whom, after an object; none where something is denied or compared. */
const phraseCuts = (tokens: readonly Token[], verb: number): Cut[] =>
  endPhrases(tokens, verb).filter(({ from }) => !isSensitive(tokens.slice(0, from)) && !limits(tokens.slice(from)));

const isSensitive = (kept: readonly Token[]) => SENSITIVE.test(kept.map(({ text }) => text).join(' '));
/** What says under which condition alone the rest holds. */
const limits = (cut: readonly Token[]) =>
  cut.some(({ lower }) =>
    /^(?:if|unless|until|except|excepting|exception|without|only|not|n't|never|no|but|when|instead)$/.test(lower),
  );

function endPhrases(tokens: readonly Token[], verb: number): Cut[] {
  return tokens.flatMap(({ lower }, at): Cut[] => {
    const [before, previous] = [tokens[at - 1], tokens[at - 2]];
    if (at > verb + 2 && endsSecondPart(tokens, at))
      return [{ from: before?.text === ',' ? at - 1 : at, to: tokens.length, cost: 0.9 }];
    if (at > verb + 2 && isPurpose(tokens, at)) return [{ from: at, to: tokens.length, cost: 1.2 }];
    if (at <= verb + 3 || !TAIL_PREPOSITIONS.has(lower) || !before || !previous) return [];
    if (/^(?:lot|bit|number|way|room|place|part|kind|need|case|question|matter|problem)s?$/.test(before.lower))
      return [];
    if (
      !['NOUN', 'PROPN', 'NUM', 'SYM'].includes(before.tag) ||
      tokens.slice(at - 3).some(({ tag }) => tag === 'CCONJ')
    )
      return [];
    return [{ from: at, to: tokens.length, cost: 1.2 }];
  });
}

/** "They cut prices and hire": what comes second can go where both are stated as facts. */
function endsSecondPart(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const comma = before?.text === ',' ? tokens[at - 2] : before;
  if (isInList(tokens, at)) return false;
  // "Since Emily and I talked": both are the subject.
  if (
    token?.lower !== 'and' ||
    !after ||
    after.lower === 'i' ||
    !comma ||
    !['NOUN', 'PROPN', 'NUM', 'ADV', 'ADJ'].includes(comma.tag)
  )
    return false;
  if (
    tokens
      .slice(0, at)
      .some(
        ({ lower }, begin) =>
          ['between', 'both', 'either', 'if', 'combination', 'versus'].includes(lower) ||
          (lower === 'from' && tokens.slice(begin, at).some(({ lower: word }) => word === 'to')),
      )
  )
    return false;
  return after.tag === 'VERB' || after.tag === 'AUX' || comma.tag === 'NOUN' || comma.tag === 'PROPN';
}

/** "They buy chips to train models": after the object, for what. */
function isPurpose(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.lower !== 'to' || after?.tag !== 'VERB' || !before || !['NOUN', 'PROPN'].includes(before.tag))
    return false;
  return !WANTS_INFINITIVE.test(
    tokens
      .slice(0, at)
      .map(({ lower }) => lower)
      .join(' '),
  );
}

/** "A, B and C" ends as a list only whole. */
const isInList = (tokens: readonly Token[], at: number) => {
  const end = tokens[at - 1]?.text === ',' ? at - 1 : at;
  return tokens.slice(Math.max(0, end - 6), end).some(({ text }) => text === ',');
};
