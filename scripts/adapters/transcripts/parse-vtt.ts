import type { Cue } from '#domain/transcript.ts';
import { readCueBlocks } from './read-cue-blocks.ts';

// A block ends at a blank line; where that is missing, at the next line of times, which no block may contain.
const BLOCK = /(?<=^|\n\n)(?:NOTE|STYLE|REGION)(?![^\s])[^]*?(?=\n\n|\n[^\n]*-->|$)/g;

/** Raw cues of a WebVTT file (W3C, with the short stamps and other liberties that hosts take). Its header comes before any cue. */
export function parseVtt(text: string): Cue[] {
  const tidy = text.replace(/\r*\n|\r/g, '\n').replace(/^[ \t]+$/gm, '');
  return readCueBlocks(tidy.replace(BLOCK, ''), { named: true });
}
