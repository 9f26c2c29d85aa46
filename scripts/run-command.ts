import { ContentError } from '#domain/content-error.ts';
import { ItemError, messageOf, RunError, SettingsError } from './errors.ts';
import { hidePrivate } from './hide-private.ts';

/**
 * How every command ends: with the exit code that `main` gives; else what was thrown is printed, and the code is 2 for
 * a `SettingsError` and 1 for anything else.
 */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  // Libraries (@energetic-ai/core) listen for uncaught errors and throw again, which ends in code 7; this comes before them.
  process.setUncaughtExceptionCaptureCallback(fail);
  try {
    process.exitCode = await main();
  } catch (error) {
    fail(error);
  }
}

/** Compilers at work in other threads can lock up a process that exits on the spot, so it may end by itself first. */
const GRACE_MS = 1500;

/** Ends the process, whatever else it is about: a bad setting or a bug stops. */
function fail(error: unknown): void {
  console.error(describeError(error));
  const code = error instanceof SettingsError ? 2 : 1;
  process.exitCode = code;
  setTimeout(() => process.exit(code), GRACE_MS).unref();
}

/** What was foreseen says all in its message; a bug needs its stack, which may lack the message where that was set later. */
export const describeError = (error: unknown): string => hidePrivate(describe(error));

function describe(error: unknown): string {
  const message = messageOf(error);
  const foreseen = [SettingsError, RunError, ItemError, ContentError].some((kind) => error instanceof kind);
  if (foreseen || !(error instanceof Error) || !error.stack) return message;
  return error.stack.includes(message) ? error.stack : `${message}\n${error.stack}`;
}
