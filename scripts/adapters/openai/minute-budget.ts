import { ItemError, PostponedError } from '../../errors.ts';

/** How much sound a run may have recognised, and until when. */
export interface MinuteBudget {
  /** Throws a `PostponedError` where so much is not left, or an `ItemError` where no run could hear it. */
  assertLeft(durationMs: number): void;
  spend(durationMs: number): void;
  /** What was spent, in a line. */
  notes(): string[];
}

export function createMinuteBudget(mostMinutes: number, deadline?: Date): MinuteBudget {
  const most = mostMinutes * 60_000;
  let spent = 0;
  return {
    assertLeft(durationMs) {
      if (durationMs > most)
        throw new ItemError(
          `its audio is ${minutes(durationMs)} long, more than a run may hear (WINNOW_MAX_AUDIO_MINUTES=${mostMinutes}); raise that to have it heard`,
        );
      if (spent + durationMs > most)
        throw new PostponedError(
          `the minutes that a run may hear (WINNOW_MAX_AUDIO_MINUTES=${mostMinutes}) are spent; it is heard on a later run`,
        );
      if (deadline && Date.now() >= deadline.getTime())
        throw new PostponedError(
          'the time of the run (WINNOW_MAX_MINUTES) was over; what is left is heard on a later run',
        );
    },
    spend(durationMs) {
      spent += durationMs;
    },
    notes: () => (spent > 0 ? [`speech recognition: ${minutes(spent)} of audio heard`] : []),
  };
}

function minutes(ms: number): string {
  const count = Math.ceil(ms / 60_000);
  return `${count} ${count === 1 ? 'minute' : 'minutes'}`;
}
