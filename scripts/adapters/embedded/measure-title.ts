import type { TermMatcher } from '#domain/match-terms.ts';
import { wordsOf } from '#domain/words.ts';
import { claimsFuture } from './claim-cues.ts';
import { findMainVerb } from './find-main-verb.ts';
import type { Token } from './tag-text.ts';
import { contentWords, tellingness } from './word-rarity.ts';

/** What is measured of a title, to tell whether an editor would print it. */
export interface TitleSigns {
  /** Of the themes, 3 at most. */
  terms: number;
  /** Words of proper names behind the first word, 3 at most. */
  names: number;
  nouns: number;
  /** How much its words tell of a subject, together. */
  telling: number;
  prediction: number;
  /** Whether it begins with "we", "you", "these". */
  we: number;
  you: number;
  these: number;
  they: number;
  pronouns: number;
  /** "The company", "this approach": common nouns that point to what was said before, unless something behind says which. */
  bareDefinites: number;
  demonstratives: number;
  /** "Also", "then", "here": words that hang on what was said before. */
  hanging: number;
  /** The main verb tells of the past; or of what should be. */
  past: number;
  obligation: number;
  adverbs: number;
  fillers: number;
  ands: number;
  /** Words before the main verb, 8 at most. */
  subjectWords: number;
  longSubject: number;
  /** How much of the spoken sentence is left, 0 to 1. */
  kept: number;
}

/** Nouns that everybody knows which is meant by. */
const KNOWN =
  /^(?:year|month|week|quarter|century|time|moment|day|age|era|country|world|planet|industry|space|market|internet|web|government|economy|future|past|president|public|media|cloud|sun|earth|law|frontier|edge|grid)s?$/;
/** What may follow a noun and say which one is meant. */
const SAYS_WHICH =
  /^(?:of|in|on|for|to|that|who|which|with|at|from|between|behind|by|about|against|and|or|we|they|you|i|it|he)$/;
const DEMONSTRATIVE =
  /(?<=\S )(?:this|that|these|those) (?!is\b|are\b|was\b|the\b|they\b|we\b|you\b|it\b|a\b|can\b)\p{L}+/giu;
const FILLER = /\b(?:like|kind of|sort of|right|you know|basically|essentially|literally)\b/i;
const HANGING = /(?<=\S )(?:also|again|still|already|now|then|here|there)\b/i;

/** Measures a title that was made of a spoken sentence. */
export function measureTitle(
  { text, tokens, spoken }: { text: string; tokens: readonly Token[]; spoken: string },
  match: TermMatcher,
): TitleSigns {
  const words = wordsOf(text);
  const verb = findMainVerb(tokens) ?? 0;
  const main = tokens[verb];
  const count = (test: (token: Token, at: number) => boolean) => tokens.filter(test).length;
  const has = (pattern: RegExp) => Number(pattern.test(text));
  return {
    terms: Math.min(3, new Set(match(words).map(({ term }) => term)).size),
    names: Math.min(
      3,
      count(({ tag }, at) => tag === 'PROPN' && at > 0),
    ),
    nouns: count(({ tag }) => tag === 'NOUN' || tag === 'PROPN'),
    telling: contentWords(words).reduce((sum, word) => sum + tellingness(word), 0),
    prediction: Number(claimsFuture(text)),
    we: has(/^(?:we|our|us)\b/i),
    you: has(/^(?:you|your)\b/i),
    these: has(/^(?:these|those|this|that)\b/i),
    they: has(/\b(?:they|them|their)\b/i),
    pronouns: count(({ tag }) => tag === 'PRON'),
    bareDefinites: Math.min(
      2,
      count((_, at) => isBareDefinite(tokens, at)),
    ),
    demonstratives: text.match(DEMONSTRATIVE)?.length ?? 0,
    hanging: has(HANGING),
    past: Number(
      /^(?:was|were|had|did|went|came|got|became)$/.test(main?.lower ?? '') ||
        (main?.tag === 'VERB' && main.lower.endsWith('ed')),
    ),
    obligation: Number(/^(?:need|needs|should|must|have|has)$/.test(main?.lower ?? '')),
    adverbs: count(({ tag }) => tag === 'ADV'),
    fillers: has(FILLER),
    ands: count(({ lower }) => lower === 'and'),
    subjectWords: Math.min(8, verb),
    longSubject: Number(verb > 7),
    kept: text.length / Math.max(text.length, spoken.length),
  };
}

function isBareDefinite(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'the') return false;
  let end = at + 1;
  while (['ADJ', 'NOUN', 'PROPN', 'NUM'].includes(tokens[end]?.tag ?? '')) end++;
  const phrase = tokens.slice(at + 1, end);
  const head = phrase.at(-1);
  if (!head || phrase.length > 2 || phrase.some(({ tag }) => tag === 'PROPN')) return false;
  return (
    !KNOWN.test(head.lower) &&
    !SAYS_WHICH.test(tokens[end]?.lower ?? '') &&
    !/(?:est|most)$/.test(phrase[0]?.lower ?? '')
  );
}
