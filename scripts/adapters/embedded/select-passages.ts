import { LIMITS } from '#domain/insight.ts';
import type { Passage } from './propose-passages.ts';
import type { RatedPassage } from './rate-passages.ts';

/** What is kept of the words that may be quoted of an episode for each of the insights that a digest takes of one. */
const SPARED = { insights: 5, words: 60 };

/**
 * The best passages, one by one, that overlap no better one, leave room for others, and can be written: where one cannot, the next best takes
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
    if (!leavesRoom(chosen, candidate) || chosen.some(({ passage }) => overlap(passage, candidate.passage))) continue;
    const written = write(candidate.passage);
    if (written !== undefined) chosen.push({ ...candidate, written });
  }
  return chosen;
}

/** An episode is quoted with so many words at most: a long passage waits for a shorter one of its own where the rest would not fit. */
function leavesRoom(chosen: readonly RatedPassage[], { passage }: RatedPassage): boolean {
  const quoted = chosen.reduce((sum, one) => sum + one.passage.to - one.passage.from, passage.to - passage.from);
  const others = Math.max(0, SPARED.insights - chosen.length - 1);
  return quoted + others * SPARED.words <= LIMITS.quotedWordsPerEpisode;
}

const overlap = (a: Passage, b: Passage) => a.from < b.to && b.from < a.to;
