import { LIMITS } from '#domain/insight.ts';
import { wordsOf } from '#domain/words.ts';
import type { TermMatcher } from '#domain/match-terms.ts';
import { claimCues, isDangling } from './claim-cues.ts';
import { cleanSpeech } from './clean-speech.ts';
import { tagWords } from './english.ts';

/** A whole clause may be short; the head of one that is shorter than this leaves the point out. */
const LEAST_WORDS = { clause: 5, head: 7 };
/** Where a long sentence can be cut so that a whole statement is left: not at a bare comma, which may stand in a list or an aside. */
const CLAUSE_BORDER =
  /[;:—–]\s+|,\s+(?=(?:and|but|so|which|whereas|while|although|though|because)\s)|\s+(?=(?:because|whereas|although)\s)/g;
/** Where the rest of a clause only adds to what was said; "if", "unless" or "without" would change it, so they are no such places. */
const HEAD_BORDER =
  /,?\s+(?=(?:and|which|who|where|as|that|when|while|by|from|for|with|in|on|at|of course|because|so)\s)/g;
/** Openings that a statement does as well without. */
const ASIDE =
  /^(?:(?:for example|for instance|in fact|first of all|of course|at that point|at the end of the day|in other words|in the end|it turns out|it turned out|the reality is|the thing is|the fact is|the point is|my point is|also|then|again|indeed|meanwhile|rather|therefore|thus|finally|obviously|clearly|basically|frankly|honestly|actually|ultimately|generally speaking),?\s+(?:that\s+)?)+(?=\S)/i;
/** What a title gains by being a whole sentence, or a whole clause, and not the head of one. */
const GAIN = { sentence: 1.5, clause: 0.75 };

/**
 * A title from the claim's own words, within the bounds: the statement that says most about the themes,
 * or, where no statement is short enough, the beginning of the sentence that does, with an ellipsis.
 */
export function writeTitle(sentences: readonly string[], match: TermMatcher): string {
  const wholes = sentences.map(trimStatement);
  const clauses = sentences.flatMap(clausesOf);
  const gains = new Map([
    ...clauses.flatMap(headsOf).map((head) => [trimStatement(head), 0] as const),
    ...clauses.map((clause) => [trimStatement(clause), GAIN.clause] as const),
    ...wholes.map((whole) => [whole, GAIN.sentence] as const),
  ]);
  const statements = [...gains]
    .filter(([text, gain]) => fits(text, gain === 0 ? LEAST_WORDS.head : LEAST_WORDS.clause))
    .map(([text, gain]) => ({ text, isHead: gain === 0, rating: gain + rate(text, match) }))
    .toSorted((a, b) => b.rating - a.rating);
  const best = statements.find(({ text, isHead }) => isStatement(text) && !(isHead && !endsWell(text)));
  return best?.text ?? shorten(leastBad(wholes, match));
}

const fits = (text: string, leastWords: number) =>
  text.length <= LIMITS.titleCharacters && wordsOf(text).length >= leastWords;

/** The sentence to be cut: one that begins well, if there is one, and that says most. */
function leastBad(sentences: readonly string[], match: TermMatcher): string {
  const ranked = sentences.toSorted(
    (a, b) => Number(beginsBadly(a)) - Number(beginsBadly(b)) || rate(b, match) - rate(a, match),
  );
  return ranked[0] ?? '';
}

/** Cut at a word border, with an ellipsis. */
function shorten(text: string): string {
  if (text.length <= LIMITS.titleCharacters) return text;
  const cut = text.slice(0, LIMITS.titleCharacters - 1);
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,;:.—–-]+$/, '')}…`;
}

/** Runs of whole clauses of a sentence. */
function clausesOf(sentence: string): string[] {
  const borders = [0, ...Array.from(sentence.matchAll(CLAUSE_BORDER), ({ index }) => index), sentence.length];
  return borders.flatMap((start, at) => borders.slice(at + 1).map((end) => sentence.slice(start, end)));
}

/** Beginnings of a clause that end where something is only added. */
const headsOf = (clause: string): string[] =>
  Array.from(clause.matchAll(HEAD_BORDER), ({ index }) => clause.slice(0, index)).filter(
    (head) => head.length <= LIMITS.titleCharacters + 20,
  );

const trimStatement = (text: string) =>
  cleanSpeech(cleanSpeech(text.replace(/^[\s,;:—–]+/, '')).replace(ASIDE, '')).replace(/[\s,;:.…—–-]+$/, '');

/** A title does not begin in the middle of a thought, or with the person who speaks. */
const NO_BEGINNING =
  /^(?:i|we|you|my|our|your|me|let|if|when|what|how|why|where|as|to|for|in|of|with|by|from|at|on|not|than|like|then|also|even|though|although|while|since|which|because|or|another|maybe|perhaps|just|one of|some of|the (?:first|second|third|other|last)|plus|such|same|here|got|[\p{L}]+ly,?)\b/iu;

/** A subject before a finite verb, not a question, nothing dangling at either end. */
function isStatement(text: string): boolean {
  if (/[?"“”]/.test(text) || beginsBadly(text)) return false;
  const words = tagWords(text);
  const verb = words.findIndex(({ tag, text: word }) => tag === 'AUX' || (tag === 'VERB' && !/ing$/i.test(word)));
  const subject = words.slice(0, Math.max(0, verb)).some(({ tag }) => tag === 'NOUN' || tag === 'PROPN');
  const last = words.findLast(({ tag }) => tag !== 'PUNCT');
  return (
    verb > 0 &&
    subject &&
    last !== undefined &&
    !['DET', 'ADP', 'CCONJ', 'SCONJ', 'AUX', 'PRON', 'PART'].includes(last.tag)
  );
}

/** A head of a clause must not lack what its last word calls for: "they export" what? */
function endsWell(text: string): boolean {
  const last = tagWords(text).findLast(({ tag }) => tag !== 'PUNCT');
  return last !== undefined && ['NOUN', 'PROPN', 'NUM', 'ADJ'].includes(last.tag);
}

const beginsBadly = (text: string) => isDangling(text) || NO_BEGINNING.test(text);

function rate(text: string, match: TermMatcher): number {
  const hits = new Set(match(wordsOf(text)).map(({ term }) => term)).size;
  return hits + 2 * claimCues(text) + Math.min(1, text.length / LIMITS.titleCharacters);
}
