import { wordsOf } from '#domain/words.ts';
import type { Cue } from '#domain/transcript.ts';
import { sentencesOf } from './sentences.ts';
import { COARSE_MS, spreadTimes, TALKING_SPEED } from './spread-times.ts';

/** Cuts what lasts over ten seconds, or would if it were spoken, into sentences, with interpolated times; what is shorter stays. */
export function splitSentences(cues: Cue[]): Cue[] {
  let latestMs = 0;
  return cues.flatMap((cue) => {
    const pieces = lengthOf(cue) > COARSE_MS ? cut(cue) : [cue];
    // Two coarse cues with one start would interleave.
    return pieces.map((piece) => {
      if (piece.startMs === undefined) return piece;
      latestMs = Math.max(latestMs, piece.startMs);
      return { ...piece, startMs: latestMs, endMs: Math.max(latestMs, piece.endMs ?? 0) };
    });
  });
}

function lengthOf({ text, startMs, endMs }: Cue): number {
  if (startMs !== undefined && endMs !== undefined) return endMs - startMs;
  return (wordsOf(text).length / TALKING_SPEED) * 1000;
}

function cut({ newTurn, ...cue }: Cue): Cue[] {
  const sentences = sentencesOf(cue.text).map((text, index): Cue => ({
    ...cue,
    text,
    newTurn: index === 0 ? newTurn : undefined,
  }));
  if (sentences.length < 2 || cue.startMs === undefined || cue.endMs === undefined) return sentences;
  return spreadTimes(sentences, cue.startMs, cue.endMs);
}
