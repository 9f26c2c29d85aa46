import { build } from 'astro';
import * as pagefind from 'pagefind';
import { describeError } from './run-command.ts';

/** What the process that builds tells the one that waits for it. */
export type BuildOutcome = { indexedPages: number } | { error: string };

/**
 * Builds the pages into the folder named on the command line (absolute) and indexes them for search: a process of its own,
 * started by build-site.ts, since the compilers that Astro loads may keep a process from ending when something fails.
 */
try {
  const [outDir = ''] = process.argv.slice(2);
  await build({ root: process.cwd(), outDir, logLevel: 'warn' });
  tell({ indexedPages: await indexPages(outDir) });
} catch (error) {
  tell({ error: describeError(error) });
}

function tell(outcome: BuildOutcome): void {
  // Somebody who listens stays alive until the other side has heard, and ends this process.
  process.on('message', () => {});
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.send?.(outcome);
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
