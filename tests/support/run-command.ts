import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** For the hundreds of processes that tests start: what was compiled once is not compiled again, which halves their start. */
export const COMPILED = { NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/compiled') };

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs one of the project's commands as a process of its own, with nothing of the caller's settings but the given ones. */
export async function runCommand(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', `${command}.ts`), ...args], {
    cwd: ROOT,
    // A command that does not end is a failure, not a wait.
    timeout: 15 * 60_000,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...COMPILED, ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
