import { LIMITS } from '#domain/insight.ts';
import type { RatedPassage } from './rate-passages.ts';

/** What is kept of the words that may be quoted of an episode for each of the insights that a digest takes of one. */
const SPARED = { insights: 5, words: 60 };

/**
 * The best passages, one by one, that overlap no better one and leave room for others; of equal ones the earlier. `finish` says
 * what becomes of one, with a rating that is no higher, or `undefined`; it is asked only of those that could still be chosen.
 */
export function selectPassages<T extends RatedPassage>(
  rated: readonly RatedPassage[],
  most: number,
  finish: (passage: RatedPassage) => T | undefined,
): T[] {
  const waiting = rated.toSorted(byRating).toReversed();
  const chosen: T[] = [];
  let finished: T[] = [];
  while (chosen.length < most) {
    const fits = (one: RatedPassage) => leavesRoom(chosen, one) && !chosen.some((other) => overlap(other, one));
    finished = finished.filter(fits).toSorted(byRating);
    for (let next = waiting.at(-1); next && !isSure(finished[0], next); next = waiting.at(-1)) {
      waiting.pop();
      const done = fits(next) ? finish(next) : undefined;
      if (done) finished = [...finished, done].toSorted(byRating);
    }
    const best = finished.shift();
    if (!best) break;
    chosen.push(best);
  }
  return chosen;
}

const byRating = (a: RatedPassage, b: RatedPassage) => b.rating - a.rating || a.passage.from - b.passage.from;
/** Nothing that waits can be better. */
const isSure = (best: RatedPassage | undefined, next: RatedPassage) => best !== undefined && byRating(best, next) < 0;

/** An episode is quoted with so many words at most: a long passage waits for a shorter one of its own where the rest would not fit. */
function leavesRoom(chosen: readonly RatedPassage[], { passage }: RatedPassage): boolean {
  const quoted = chosen.reduce((sum, one) => sum + one.passage.to - one.passage.from, passage.to - passage.from);
  const others = Math.max(0, SPARED.insights - chosen.length - 1);
  return quoted + others * SPARED.words <= LIMITS.quotedWordsPerEpisode;
}

const overlap = ({ passage: a }: RatedPassage, { passage: b }: RatedPassage) => a.from < b.to && b.from < a.to;
