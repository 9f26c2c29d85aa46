import { z } from 'zod';

/** A run of speech as the transcript cuts it. Times in ms from the start of the episode, absent where it has none. */
export const Cue = z.strictObject({
  text: z.string().min(1),
  speaker: z.string().optional(),
  startMs: z.number().int().nonnegative().optional(),
  endMs: z.number().int().nonnegative().optional(),
  /** The times were interpolated inside a longer cue. */
  approximate: z.literal(true).optional(),
  /** Somebody else begins to speak here, whether named or not (a ">>" of captions). */
  newTurn: z.literal(true).optional(),
});
export type Cue = z.infer<typeof Cue>;

/** Every transcript format ends up as this: cues in the order of speech, each line of talk once, no markup, no entities. */
export const Transcript = z.strictObject({
  cues: z.array(Cue).min(1),
  /** BCP 47, where the source says it. */
  language: z.string().optional(),
});
export type Transcript = z.infer<typeof Transcript>;

/** What one person says until another begins, as far as the transcript tells. */
export interface Turn {
  speaker?: string | undefined;
  /** Index of the first cue, and of the one after the last. */
  from: number;
  to: number;
}

/** Cuts a transcript into turns: at a change of speaker name and at marks of a new turn. */
export function turnsOf({ cues }: Transcript): Turn[] {
  const turns: Turn[] = [];
  for (const [index, cue] of cues.entries()) {
    const last = turns.at(-1);
    if (last && !cue.newTurn && cue.speaker === last.speaker) last.to = index + 1;
    else turns.push({ speaker: cue.speaker, from: index, to: index + 1 });
  }
  return turns;
}
