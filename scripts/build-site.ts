import { fork } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { BuildOutcome } from './build-pages.ts';
import { ItemError } from './errors.ts';
import { checkOutDir } from './out-dir.ts';
import { readSettings } from './settings.ts';

/**
 * Builds the pages of the site and indexes them for search, then puts them in the place of `out`: where the build fails,
 * the site that was there stays. Content and address come from the environment.
 */
export async function buildSite(out: string): Promise<{ indexedPages: number }> {
  const outDir = checkOutDir(out, readSettings(process.env).CONTENT_DIR);
  await mkdir(dirname(outDir), { recursive: true });
  // Beside the old site, as only within one disk a rename is all or nothing.
  const workDir = await mkdtemp(`${outDir}.new-`);
  const workshop = await openWorkshop(outDir, workDir);
  const clear = () => [workDir, workshop].forEach((dir) => rmSync(dir, { recursive: true, force: true }));
  const stop = (_signal: string, number: number) => process.exit(128 + number);
  process.once('exit', clear).once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const fresh = join(workDir, 'site');
    const built = join(workshop, 'site');
    const indexedPages = await buildPages(built);
    if (built !== fresh) await cp(built, fresh, { recursive: true });
    await replace(outDir, fresh, join(workDir, 'old'));
    return { indexedPages };
  } finally {
    process.off('exit', clear).off('SIGINT', stop).off('SIGTERM', stop);
    clear();
  }
}

/**
 * The folder in which the site is made. Astro keeps its own parts in it where it lies within the project; for a site elsewhere
 * all builds would share a folder, so that is made within and copied.
 */
async function openWorkshop(outDir: string, workDir: string): Promise<string> {
  if (!relative(process.cwd(), outDir).startsWith('..')) return workDir;
  const within = join(process.cwd(), 'node_modules/.astro');
  await mkdir(within, { recursive: true });
  return mkdtemp(join(within, 'site-'));
}

/** The other process is ended as soon as it has told its outcome: what it goes on with is of no account. */
async function buildPages(outDir: string): Promise<number> {
  const child = fork(join(import.meta.dirname, 'build-pages.ts'), [outDir], { execArgv: [] });
  const end = () => child.kill('SIGKILL');
  // Before its folder is cleared, which it would fill again.
  process.prependOnceListener('exit', end);
  const outcome = await new Promise<BuildOutcome>((resolve) => {
    child.once('message', (message) => resolve(message as BuildOutcome));
    child.once('error', (error) => resolve({ error: error.message }));
    child.once('exit', (code) => resolve({ error: `the build ended with ${code} and said nothing` }));
  });
  process.off('exit', end);
  end();
  if ('error' in outcome) throw new ItemError(outcome.error);
  return outcome.indexedPages;
}

async function replace(outDir: string, fresh: string, old: string): Promise<void> {
  const hadSite = existsSync(outDir);
  if (hadSite) await rename(outDir, old);
  try {
    await rename(fresh, outDir);
  } catch (error) {
    if (hadSite) await rename(old, outDir);
    throw error;
  }
}
