import type { Cue } from '#domain/transcript.ts';

/** "SPEAKER_01", "Speaker 2", "Unknown": a voice that is told from others, but nobody's name. */
const LABEL = /^(?:speaker|spk|unknown|unidentified|voice|发言人|说话人)(?:\s+speaker)?[\s_-]*(?:\d{1,3}|[A-Z])?$/i;

/**
 * Settles who speaks. Where a file names the speaker only when it changes, as the podcast namespace has it for VTT and
 * SRT, cues without a name belong to the last one named, until a mark of a new turn; where (nearly) every cue is named,
 * one without is by somebody unknown. Labels that are no names become marks of a new turn.
 */
export function nameSpeakers(cues: Cue[], { carries }: { carries: boolean }): Cue[] {
  const named = cues.filter(({ speaker }) => speaker).length;
  return withoutLabels(carries && named >= 2 && named < cues.length * 0.95 ? carry(cues) : cues);
}

function carry(cues: Cue[]): Cue[] {
  let current: string | undefined;
  return cues.map((cue) => {
    current = cue.speaker ?? (cue.newTurn ? undefined : current);
    return { ...cue, speaker: current };
  });
}

function withoutLabels(cues: Cue[]): Cue[] {
  return cues.map((cue, index) => {
    if (!cue.speaker || !LABEL.test(cue.speaker)) return cue;
    const changes = index > 0 && cues[index - 1]!.speaker !== cue.speaker;
    return { ...cue, speaker: undefined, newTurn: changes || cue.newTurn || undefined };
  });
}
