import type { Passage } from './propose-passages.ts';
import type { RatedPassage } from './rate-passages.ts';

/**
 * The best passages, one by one, that overlap no better one and that can be written: where one cannot, the next best takes
 * its place, which may begin or end a sentence beside it.
 */
export function selectPassages<T>(
  rated: readonly RatedPassage[],
  most: number,
  write: (passage: Passage) => T | undefined,
): (RatedPassage & { written: T })[] {
  const best = rated.toSorted((a, b) => b.rating - a.rating || a.passage.from - b.passage.from);
  const chosen: (RatedPassage & { written: T })[] = [];
  for (const candidate of best) {
    if (chosen.length >= most) break;
    if (chosen.some(({ passage }) => overlap(passage, candidate.passage))) continue;
    const written = write(candidate.passage);
    if (written !== undefined) chosen.push({ ...candidate, written });
  }
  return chosen;
}

const overlap = (a: Passage, b: Passage) => a.from < b.to && b.from < a.to;
