import type { Usage } from './ports.ts';

/** A bad item: a line of the report, and the run goes on. The message says what happened and what to do next. */
export class ItemError extends Error {
  override name = 'ItemError';
  /** It is gone for good, says its host: trying again is of no use. */
  readonly gone: boolean;
  /** What was spent on it all the same. */
  usage?: Usage | undefined;

  constructor(message: string, { gone = false, ...options }: ErrorOptions & { gone?: boolean | undefined } = {}) {
    super(message, options);
    this.gone = gone;
  }
}

/** Nothing is wrong with the item; it is left to a later run. */
export class PostponedError extends ItemError {
  override name = 'PostponedError';
}

/** A bad setting, flag or hand-written file: the run stops before anything is written, with exit code 2. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** A run cannot go on, through no fault of its settings: a full disk, another run at work. It stops, with exit code 1. */
export class RunError extends Error {
  override name = 'RunError';
}

/** What an unknown thrown value says. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Why an episode failed, for its record: what was foreseen says all; of a bug, what it says and what to do. Of what has a code,
 * which comes from the machine, no more is told: it may name files.
 */
export function reasonOf(error: unknown): string {
  if (error instanceof ItemError) return error.message;
  const { name = 'error', code } = error as { name?: string; code?: string };
  const what = code === undefined ? `${name}: ${messageOf(error)}` : `${name} ${code}`;
  return `an unexpected ${what}; it is tried again on every run: if it stays, report it as a bug of Winnow`;
}
