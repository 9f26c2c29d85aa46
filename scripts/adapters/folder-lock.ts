import { constants, lstat, open, readFile, rm, rmdir, type FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { messageOf, RunError, SettingsError } from '../errors.ts';
import type { RunLock } from '../ports.ts';
import { asTyped } from './as-typed.ts';
import { explainRefusal } from './explain-refusal.ts';
import { makeFolder } from './make-folder.ts';
import { parseJson } from './parse-json.ts';

/** Hidden, so that neither the loaders nor the site look at it; git is told to ignore it. */
const NAME = '.lock';
/** For appending; a link that somebody left there leads to a file that is not ours to empty. */
const { O_RDWR, O_CREAT, O_APPEND, O_NOFOLLOW = 0 } = constants;
const OWN_FILE = O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW;
/** Beyond what is written in the file: on Windows, what is locked cannot be read. */
const PLACE = [2 ** 30, 1] as const;

const Holder = z.object({ pid: z.number(), command: z.string(), startedAt: z.string() });
type TryLock = (typeof import('fs-native-extensions'))['tryLock'];

/**
 * Takes a folder for this process alone, and makes it where there is none. It is the kernel that holds the lock, so that it ends with
 * the process, however that ends. Throws a `RunError` that names the holder where another process has it, a `SettingsError`
 * where the folder cannot be written. Where the machine has no such locks, there is none, and `note` says so.
 */
export async function lockFolder(dir: string, command: string): Promise<RunLock> {
  const tryLock = await loadLocks();
  if (typeof tryLock === 'string') return withoutLock(dir, tryLock);
  let made: string | undefined;
  try {
    for (;;) {
      const opened = await openLock(dir);
      made ??= opened.made;
      const answer = await lock(opened.file, dir, tryLock);
      if (answer === 'held') return await hold(opened.file, dir, { command, made });
      await opened.file.close();
      if (answer === 'busy') throw new RunError(await describeHolder(dir));
      if (answer === 'stale') continue;
      await rm(join(dir, NAME), { force: true });
      return { ...withoutLock(dir, answer), release: () => removeEmpty(resolve(dir), made) };
    }
  } catch (error) {
    await removeEmpty(resolve(dir), made);
    throw explainRefusal(error, dir);
  }
}

/** Who holds the lock of a folder, for a reader of it; `undefined` where nobody does, as far as can be told. */
export async function findHolder(dir: string): Promise<string | undefined> {
  const tryLock = await loadLocks();
  const file = await open(join(dir, NAME), 'r').catch(() => undefined);
  if (typeof tryLock === 'string' || !file) return undefined;
  try {
    return tryLock(file.fd, ...PLACE, { shared: true }) ? undefined : await describeHolder(dir);
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}

/** Loaded when it is needed: a machine that it is not made for can do all else. */
async function loadLocks(): Promise<TryLock | string> {
  try {
    return (await import('fs-native-extensions')).tryLock;
  } catch (error) {
    return messageOf(error).split('\n')[0] ?? '';
  }
}

const withoutLock = (dir: string, why: string): RunLock => ({
  note: `${asTyped(dir)}: not locked, as this machine cannot (${why}); see to it that no second run works on it at the same time`,
  release: async () => {},
});

/** Other runs may take the folder away, as long as nothing is in it, at any moment. */
async function openLock(dir: string, tries = 50): Promise<{ file: FileHandle; made: string | undefined }> {
  try {
    const made = await makeFolder(resolve(dir));
    return { file: await open(join(dir, NAME), OWN_FILE), made };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ELOOP')
      throw new SettingsError(`${asTyped(join(dir, NAME))}: this is a link, and would be written over; delete it`, {
        cause: error,
      });
    if (!['ENOENT', 'EEXIST'].includes(code) || tries === 1) throw error;
    return openLock(dir, tries - 1);
  }
}

/** `stale`: its holder has just taken the file away, so that the lock is one on nothing. Else why there is no lock. */
async function lock(file: FileHandle, dir: string, tryLock: TryLock): Promise<'held' | 'busy' | 'stale' | string> {
  try {
    if (!tryLock(file.fd, ...PLACE)) return 'busy';
  } catch (error) {
    return messageOf(error);
  }
  const [held, there] = await Promise.all([file.stat(), lstat(join(dir, NAME)).catch(() => undefined)]);
  return held.ino === there?.ino && held.dev === there.dev ? 'held' : 'stale';
}

async function hold(
  file: FileHandle,
  dir: string,
  { command, made }: { command: string; made: string | undefined },
): Promise<RunLock> {
  const holder: z.infer<typeof Holder> = { pid: process.pid, command, startedAt: new Date().toISOString() };
  const letGo = async () => {
    // While it is held: who opens the file after this opens another one.
    await rm(join(dir, NAME), { force: true });
    await file.close();
    await removeEmpty(resolve(dir), made);
  };
  let released: Promise<void> | undefined;
  // Once: a run that ends while a signal stops it lets go twice, and by then the file may be another's.
  const release = () => (released ??= letGo());
  try {
    await file.truncate();
    await file.writeFile(`${JSON.stringify(holder)}\n`);
    return { release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function describeHolder(dir: string): Promise<string> {
  const text = await readFile(join(dir, NAME), 'utf8').catch(() => '');
  const holder = Holder.safeParse(parseJson(text)).data;
  const who = holder ? ` (${holder.command}, process ${holder.pid}, since ${holder.startedAt})` : '';
  return `another run${who} is at work on ${asTyped(dir)}; wait until it has ended, then run this again`;
}

/** A run that found nothing leaves no folder that was not there. */
async function removeEmpty(dir: string, made: string | undefined): Promise<void> {
  if (made === undefined || !dir.startsWith(made)) return;
  const removed = await rmdir(dir).then(
    () => true,
    () => false,
  );
  if (removed && dir !== made) await removeEmpty(dirname(dir), made);
}
