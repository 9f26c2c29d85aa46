import type { Cue } from '#domain/transcript.ts';
import { readCueBlocks } from './read-cue-blocks.ts';

/** Raw cues of a SubRip file. */
export const parseSrt = (text: string): Cue[] => readCueBlocks(text, { named: false });
