import type { Cue } from '#domain/transcript.ts';

export interface Part {
  text: string;
  speaker?: string | undefined;
  newTurn?: boolean | undefined;
}

/**
 * Cuts each cue into the parts of it that are by different people. The first has the start, the last the end of the cue;
 * times between are left open. A part without text ("… and so on. >>" at the end of a cue) is what the next one begins with.
 */
export function cutCues(cues: Cue[], partsOf: (cue: Cue) => Part[]): Cue[] {
  let pending: Omit<Part, 'text'> = {};
  return cues.flatMap((cue) => {
    const spoken: Part[] = [];
    for (const { text, speaker, newTurn } of partsOf(cue)) {
      if (speaker || newTurn) pending = { speaker, newTurn: newTurn || pending.newTurn };
      if (!text.trim()) continue;
      spoken.push({ text, ...pending });
      pending = {};
    }
    return spoken.map((part, index) => timed(cue, part, { first: index === 0, last: index === spoken.length - 1 }));
  });
}

function timed(cue: Cue, { text, speaker, newTurn }: Part, { first, last }: { first: boolean; last: boolean }): Cue {
  return {
    text,
    speaker: speaker ?? (first ? cue.speaker : undefined),
    startMs: first ? cue.startMs : undefined,
    endMs: last ? cue.endMs : undefined,
    newTurn: newTurn || (first && cue.newTurn) || undefined,
  };
}
