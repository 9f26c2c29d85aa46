import type { Vector } from '../ports.ts';

/** Cosine of two vectors of unit length. */
export function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Share of the runs of `size` words of `a` that `b` has too (containment of shingles, Broder 1997). */
export function sharedRuns(a: readonly string[], b: ReadonlySet<string>, size: number): number {
  const runs = runsOf(a, size);
  return runs.length === 0 ? 0 : runs.filter((run) => b.has(run)).length / runs.length;
}

/** Every run of `size` words, joined by spaces. */
export const runsOf = (words: readonly string[], size: number): string[] =>
  Array.from({ length: Math.max(0, words.length - size + 1) }, (_, at) => words.slice(at, at + size).join(' '));
