import { cosine, type Vector } from '#domain/similarity.ts';
import { wordsOf } from '#domain/words.ts';
import { readNumbers, type NumberPhrase } from './read-numbers.ts';

/** A claim, ready to be compared with many others. */
export interface ComparableClaim {
  vector: Vector;
  /** Of title and claim. */
  text: string;
}
export interface Likeness {
  /** Cosine of the two embeddings, 0 to 1, with two digits. */
  similarity: number;
  /** Whether they say the same thing; they are worth a link if so, and where they are at least alike. */
  verdict: 'same' | 'related' | 'unrelated';
}

/**
 * Cosines at which two claims are alike, and say the same. The sentence embeddings hardly see a number or a "not", so how near
 * claims must be to be the same depends on what else they share. Chosen on one half of tests/fixtures/claim-pairs.json and
 * measured on the other by tests/pipeline/compare-claims.test.ts.
 */
export const LEAST = { related: 0.6, sameWithNumbers: 0.7, same: 0.84 } as const;
/** This share of the content words of the shorter claim must stand in the other. */
const SHARED_WORDS = 0.3;

export function compareClaims(one: ComparableClaim, other: ComparableClaim): Likeness {
  const exact = cosine(one.vector, other.vector);
  const similarity = Math.min(1, Math.max(0, Math.round(exact * 100) / 100));
  if (similarity < LEAST.related) return { similarity, verdict: 'unrelated' };
  const isSame = similarity >= LEAST.sameWithNumbers && saysTheSame(one.text, other.text, similarity);
  return { similarity, verdict: isSame ? 'same' : 'related' };
}

function saysTheSame(one: string, other: string, similarity: number): boolean {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  const [onlyInA, onlyInB] = [without(a, b), without(b, a)];
  // Each has a number of its own: "ten cents" against "sixty cents".
  if (onlyInA > 0 && onlyInB > 0) return false;
  const sameNumbers = a.length > 0 && onlyInA + onlyInB === 0;
  return similarity >= (sameNumbers ? LEAST.sameWithNumbers : LEAST.same) && sharedWords(one, other) >= SHARED_WORDS;
}

const numbersOf = (text: string) => readNumbers(text).filter(({ isLoose }) => !isLoose);

const without = (numbers: readonly NumberPhrase[], others: readonly NumberPhrase[]): number =>
  numbers.filter(({ provenBy }) => !others.some((other) => other.provenBy.some((value) => provenBy.includes(value))))
    .length;

function sharedWords(one: string, other: string): number {
  const [a, b] = [contentOf(one), contentOf(other)];
  return a.intersection(b).size / Math.max(1, Math.min(a.size, b.size));
}

/** Words that are long enough to mean something, cut so that their endings do not matter. */
const contentOf = (text: string) =>
  new Set(
    wordsOf(text)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5)),
  );
