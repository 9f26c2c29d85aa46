import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';
import { messageOf } from './errors.ts';
import { proveContent } from './prove-content.ts';

/**
 * `npm run build -- [--out DIR]`: checks the content, builds the site into `dist/` and indexes it for search.
 * Exit code 1 where the content is wrong or a page cannot be built, 2 on bad settings.
 */
const { out } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } }).values;
process.exitCode = (await proveContent()) || (await buildSite(resolve(out)).then(report, fail));

function report({ indexedPages }: { indexedPages: number }): number {
  console.log(`${out}: built, ${indexedPages} pages indexed for search`);
  return 0;
}

function fail(error: unknown): number {
  console.error(messageOf(error));
  return 1;
}
