import { wordsOf } from '#domain/words.ts';
import type { Cue } from '#domain/transcript.ts';

/** Longer cues are too coarse to say when a word in the middle was spoken. */
export const COARSE_MS = 10_000;
/** Words a second of ordinary talk. */
export const TALKING_SPEED = 2.6;

/** Gives each cue its share of the time from `fromMs` to `toMs`, by number of words; marked as approximate where that is over ten seconds. */
export function spreadTimes(cues: Cue[], fromMs: number, toMs: number): Cue[] {
  const counts = cues.map(({ text }) => wordsOf(text).length);
  const total = counts.reduce((sum, count) => sum + count, 0) || 1;
  let spoken = 0;
  return cues.map((cue, index) => {
    const startMs = at(spoken);
    spoken += counts[index]!;
    return { ...cue, startMs, endMs: at(spoken), approximate: toMs - fromMs > COARSE_MS || cue.approximate };
  }) as Cue[];

  function at(words: number): number {
    return Math.round(fromMs + ((toMs - fromMs) * words) / total);
  }
}
