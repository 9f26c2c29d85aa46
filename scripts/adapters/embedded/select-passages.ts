import { LIMITS } from '#domain/insight.ts';
import type { RatedPassage } from './rate-passages.ts';

/** What is kept of the words that may be quoted of an episode for each of the insights that a digest takes of one. */
const SPARED = { insights: 5, words: 60 };

/** The best passages, one by one, that overlap no better one and leave room for others; of equal ones the earlier. */
export function selectPassages<T extends RatedPassage>(rated: readonly T[], most: number): T[] {
  const best = rated.toSorted((a, b) => b.rating - a.rating || a.passage.from - b.passage.from);
  const chosen: T[] = [];
  for (const candidate of best) {
    if (chosen.length >= most) break;
    if (leavesRoom(chosen, candidate) && !chosen.some((one) => overlap(one, candidate))) chosen.push(candidate);
  }
  return chosen;
}

/** An episode is quoted with so many words at most: a long passage waits for a shorter one of its own where the rest would not fit. */
function leavesRoom(chosen: readonly RatedPassage[], { passage }: RatedPassage): boolean {
  const quoted = chosen.reduce((sum, one) => sum + one.passage.to - one.passage.from, passage.to - passage.from);
  const others = Math.max(0, SPARED.insights - chosen.length - 1);
  return quoted + others * SPARED.words <= LIMITS.quotedWordsPerEpisode;
}

const overlap = ({ passage: a }: RatedPassage, { passage: b }: RatedPassage) => a.from < b.to && b.from < a.to;
