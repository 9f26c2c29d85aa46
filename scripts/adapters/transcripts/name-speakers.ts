import type { Cue } from '#domain/transcript.ts';

/** "SPEAKER_01", "Speaker 2", "Unknown": a voice that is told from others, but nobody's name. */
const LABEL = /^(?:speaker|spk|unknown|unidentified|voice|发言人|说话人)(?:\s+speaker)?[\s_-]*(?:\d{1,3}|[A-Z])?$/i;

/**
 * Settles who speaks. Where a file names the speaker only when it changes, as the podcast namespace has it for VTT and
 * SRT, cues without a name belong to the last one named, until a mark of a new turn; in any other file, one without is by
 * somebody unknown, and a turn of its own. Labels that are no names become marks of a new turn.
 */
export function nameSpeakers(cues: Cue[], { carries }: { carries: boolean }): Cue[] {
  return withoutLabels(carries && namesAtChanges(cues) ? carry(cues) : cues);
}

// A name hardly ever follows itself, neither in the next cue nor after cues without one: "Ann, nobody, Ann" is where a
// name is missing. And somebody comes back: a name each at the beginning does not tell who speaks to the end.
function namesAtChanges(cues: Cue[]): boolean {
  const names = cues.flatMap(({ speaker }) => speaker ?? []);
  const speakers = new Set(names).size;
  const begun = cues.filter(({ speaker, newTurn }) => speaker ?? newTurn);
  const restated = begun.filter(({ speaker }, index) => speaker && speaker === begun[index - 1]?.speaker).length;
  const unnamed = cues.length - names.length;
  return (
    speakers >= 2 && names.length > speakers && restated < names.length * 0.15 && restated <= Math.max(1, unnamed / 5) // Short turns, all of them named, seldom repeat a name either.
  );
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
