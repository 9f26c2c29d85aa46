import { build } from 'astro';
import { indexPages } from './index-pages.ts';
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
