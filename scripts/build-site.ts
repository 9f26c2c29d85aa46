import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import * as pagefind from 'pagefind';
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
  const clear = () => rmSync(workDir, { recursive: true, force: true });
  const stop = (_signal: string, number: number) => process.exit(128 + number);
  process.once('exit', clear).once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const fresh = join(workDir, 'site');
    await build({ root: process.cwd(), outDir: fresh, logLevel: 'warn' });
    const indexedPages = await indexPages(fresh);
    await replace(outDir, fresh, join(workDir, 'old'));
    return { indexedPages };
  } finally {
    process.off('exit', clear).off('SIGINT', stop).off('SIGTERM', stop);
    clear();
  }
}

async function indexPages(dir: string): Promise<number> {
  const { index, errors: creationErrors } = await pagefind.createIndex({ includeCharacters: '$%.' });
  if (!index) throw new Error(`the search index could not be made: ${creationErrors.join('; ')}`);
  const { page_count: pageCount, errors } = await index.addDirectory({ path: dir });
  const written = await index.writeFiles({ outputPath: `${dir}/pagefind` });
  await pagefind.close();
  if (errors.length > 0 || written.errors.length > 0)
    throw new Error(`the search index could not be made: ${[...errors, ...written.errors].join('; ')}`);
  return pageCount;
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
