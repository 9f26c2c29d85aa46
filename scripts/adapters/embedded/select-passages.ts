import type { Vector } from '#domain/similarity.ts';
import { cosine } from '#domain/similarity.ts';
import type { Passage } from './propose-passages.ts';

export interface Selectable {
  passage: Passage;
  rating: number;
  vector?: Vector | undefined;
}

/** How much likeness to what was chosen costs a passage. */
const LIKENESS_COST = 0.3;

/** The best passages, one by one, that neither overlap nor say again what a better one says (maximal marginal relevance, Carbonell & Goldstein 1998). */
export function selectPassages<T extends Selectable>(candidates: readonly T[], most: number): T[] {
  const chosen: T[] = [];
  let left = candidates.toSorted((a, b) => b.rating - a.rating || a.passage.from - b.passage.from);
  while (chosen.length < most && left.length > 0) {
    const next = left.reduce((best, candidate) =>
      marginal(candidate, chosen) > marginal(best, chosen) ? candidate : best,
    );
    chosen.push(next);
    left = left.filter(({ passage }) => passage.to <= next.passage.from || passage.from >= next.passage.to);
  }
  return chosen;
}

function marginal({ rating, vector }: Selectable, chosen: readonly Selectable[]): number {
  const likeness = Math.max(0, ...chosen.map((other) => (vector && other.vector ? cosine(vector, other.vector) : 0)));
  return rating - LIKENESS_COST * Math.max(0, likeness - 0.6);
}
