import type { Episode } from '#domain/episode.ts';
import { overlapOf, type Overlap } from '#domain/talk-sketch.ts';

/** A talk that was heard before: in another feed, broadcast again, or as an excerpt. */
export interface Repeat {
  original: Episode;
  /** It says little that the original does not; else it holds the original and more. */
  whole: boolean;
}

/**
 * Where two fifths of the runs of words are the same, so is the talk: transcribed twice with every fifth word different, it
 * still shares 46 %, while unrelated talks of a show share up to 15 % (their adverts).
 */
const SAME_TALK = 0.4;
/** About a thousand words in common; what is shorter may be an opening that every episode of a show has. */
const LEAST_RUNS = 8;

/**
 * The talk on record that `episode` repeats, for the most part or by holding it. What stands is the original, whichever was
 * published first: nothing that stands is ever taken back for it.
 */
export function findRepeat(episode: Episode, known: readonly Episode[]): Repeat | undefined {
  const [nearest] = known
    .filter((other) => other.id !== episode.id && other.duplicateOf !== episode.id && wasRead(other))
    .map((original) => ({ original, overlap: overlapOf(episode.sketch ?? '', original.sketch ?? '') }))
    .filter(({ overlap }) => overlap.runs >= LEAST_RUNS && likeness(overlap) >= SAME_TALK)
    .toSorted(
      (a, b) =>
        repeats(a.original) - repeats(b.original) ||
        b.overlap.runs - a.overlap.runs ||
        a.original.publishedAt.localeCompare(b.original.publishedAt) ||
        a.original.id.localeCompare(b.original.id),
    );
  return nearest && { original: nearest.original, whole: nearest.overlap.ofFirst >= SAME_TALK };
}

const wasRead = ({ status }: Episode) => status !== 'waiting' && status !== 'failed';
const likeness = ({ ofFirst, ofSecond }: Overlap) => Math.max(ofFirst, ofSecond);
const repeats = ({ status }: Episode) => Number(status === 'duplicate');
