import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from './run-command.ts';

const NAMESPACE = ['--user', '--map-root-user', '--mount'];
const ROOT = join(import.meta.dirname, '../..');

/** Who may not mount a file system, in a namespace of their own at that, cannot have one; `false`, or why not, for `skip`. */
export const noSmallDisk: string | false = (() => {
  try {
    execFileSync('unshare', [...NAMESPACE, 'true'], { stdio: 'ignore' });
    return false;
  } catch {
    return 'no file system can be mounted here (unshare --user --mount)';
  }
})();

export interface SmallDisk {
  /** Where it is mounted, to who looks from within. */
  dir: string;
  /** The same to who looks from without: to be read only. */
  seen: string;
  /** Runs shell lines within, where `$DISK` is the disk; they see the rest of the machine as it is. */
  run(script: string, env?: Record<string, string>): Promise<Outcome>;
  close(): Promise<void>;
}

/** A file system of so many bytes in memory, which only the processes that it runs can see. */
export async function mountSmallDisk(size: string): Promise<SmallDisk> {
  const dir = await mkdtemp(join(tmpdir(), 'winnow-disk-'));
  const holder = spawn('unshare', [
    ...NAMESPACE,
    'sh',
    '-c',
    `mount -t tmpfs -o size=${size} none "${dir}" && echo mounted && exec sleep 3600`,
  ]);
  const [line] = await Promise.race([once(holder.stdout, 'data'), once(holder, 'close').then(() => ['ended'])]);
  if (!String(line).startsWith('mounted')) throw new Error(`no disk of ${size} could be mounted: ${line}`);
  return {
    dir,
    seen: `/proc/${holder.pid}/root${dir}`,
    run: (script, env = {}) => runWithin(holder.pid!, script, { DISK: dir, ...env }),
    async close() {
      holder.kill('SIGKILL');
      await once(holder, 'close');
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function runWithin(pid: number, script: string, env: Record<string, string>): Promise<Outcome> {
  const child = spawn(
    'nsenter',
    ['--target', String(pid), '--user', '--mount', '--preserve-credentials', `--wd=${ROOT}`, 'sh', '-c', script],
    {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE: process.execPath, ...env },
    },
  );
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const [code] = await once(child, 'close');
  return { code: code as number | null, stdout, stderr };
}
