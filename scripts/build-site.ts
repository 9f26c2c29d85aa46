import { rm } from 'node:fs/promises';
import { build } from 'astro';
import * as pagefind from 'pagefind';

/** Builds the pages of the site into `outDir` (an absolute path) and indexes them for search. Content and address come from the environment. */
export async function buildSite(outDir: string): Promise<{ indexedPages: number }> {
  await rm(outDir, { recursive: true, force: true });
  await build({ root: process.cwd(), outDir, logLevel: 'warn' });
  return { indexedPages: await indexPages(outDir) };
}

async function indexPages(outDir: string): Promise<number> {
  const { index, errors: creationErrors } = await pagefind.createIndex({ includeCharacters: '$%.' });
  if (!index) throw new Error(`the search index could not be made: ${creationErrors.join('; ')}`);
  const { page_count: pageCount, errors } = await index.addDirectory({ path: outDir });
  const written = await index.writeFiles({ outputPath: `${outDir}/pagefind` });
  await pagefind.close();
  if (errors.length > 0 || written.errors.length > 0)
    throw new Error(`the search index could not be made: ${[...errors, ...written.errors].join('; ')}`);
  return pageCount;
}
