import { z } from 'zod';
import { fnv1a } from './hash.ts';
import type { Transcript } from './transcript.ts';
import { wordsOf } from './words.ts';

/**
 * A talk in a few hundred characters: of the hashes of its runs of words, those that a fixed modulus divides (FracMinHash:
 * Irber et al. 2022). Two talks keep the same runs or none, so that an excerpt is seen inside the whole.
 */
export const TalkSketch = z.string().regex(/^(?:[0-9a-z]{5})*$/, 'a sketch is made by the pipeline; delete the line');
export type TalkSketch = z.infer<typeof TalkSketch>;

/** Of 3, 4 and 5 words, 4 part the same talk from others best when a fifth of the words was transcribed otherwise. */
const RUN_WORDS = 4;
/** An hour of talk leaves 60 to 100 hashes. */
const ONE_IN = 128;
/** Base 36: 2^32 / 128 values fit. */
const DIGITS = 5;

export function sketchOf({ cues }: Pick<Transcript, 'cues'>): TalkSketch {
  const words = cues.flatMap(({ text }) => wordsOf(text));
  const kept = new Set<string>();
  for (let at = 0; at + RUN_WORDS <= words.length; at++) {
    const hash = fnv1a(words.slice(at, at + RUN_WORDS).join(' '));
    if (hash % ONE_IN === 0) kept.add((hash / ONE_IN).toString(36).padStart(DIGITS, '0'));
  }
  return [...kept].toSorted().join('');
}

/** What two talks have in common: how many of the kept runs, and which share of either one's. */
export interface Overlap {
  runs: number;
  ofFirst: number;
  ofSecond: number;
}

export function overlapOf(first: TalkSketch, second: TalkSketch): Overlap {
  const [a, b] = [hashesOf(first), hashesOf(second)];
  const runs = a.intersection(b).size;
  return { runs, ofFirst: runs / Math.max(1, a.size), ofSecond: runs / Math.max(1, b.size) };
}

const hashesOf = (sketch: TalkSketch) => new Set(sketch.match(/.{5}/g));
