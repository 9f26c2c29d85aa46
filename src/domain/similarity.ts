/** A point in the embedding space, of unit length: the dot product of two is their cosine. */
export type Vector = Float32Array;

export function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Length of the runs of words by which a passage is known again. */
const RUN_WORDS = 6;

/** Every run of six words, or of `length`, joined by spaces: the shingles of a text (Broder 1997). */
export const runsOf = (words: readonly string[], length = RUN_WORDS): string[] =>
  Array.from({ length: Math.max(0, words.length - length + 1) }, (_, at) => words.slice(at, at + length).join(' '));

/** Share of the runs of `words` that stand in `other` too, 0 to 1 (containment). */
export function shareOfRuns(words: readonly string[], other: readonly string[], length = RUN_WORDS): number {
  const [runs, known] = [runsOf(words, length), new Set(runsOf(other, length))];
  return runs.length === 0 ? 0 : runs.filter((run) => known.has(run)).length / runs.length;
}
