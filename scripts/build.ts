import { z } from 'zod';
import { locateContent } from '../src/content-folder.ts';
import { buildSite } from './build-site.ts';
import { messageOf, SettingsError } from './errors.ts';
import { checkOutDir } from './out-dir.ts';
import { proveContent } from './prove-content.ts';
import { readFlags } from './read-flags.ts';
import { runCommand } from './run-command.ts';
import { FolderPath, readSettings } from './settings.ts';

/**
 * `npm run build -- [--out DIR]`: checks the content, builds the site into `dist/` and indexes it for search.
 * Exit code 1 where the content is wrong or a page cannot be built, 2 on a wrong flag or setting.
 */
await runCommand(async () => {
  const { out } = readFlags(process.argv.slice(2), {
    options: { out: { type: 'string', default: 'dist' } },
    schema: z.object({ out: FolderPath }),
    usage: 'npm run build -- [--out DIR]',
  });
  checkOutDir(out, readSettings(process.env).CONTENT_DIR);
  await checkSite();
  const wrong = await proveContent();
  if (wrong) return wrong;
  const { indexedPages } = await buildSite(out);
  console.log(`${out}: built, ${indexedPages} pages indexed for search`);
  return 0;
});

/** The site reads its own settings as it is loaded: wrong ones are refused before anything is done. */
async function checkSite(): Promise<void> {
  try {
    const { site } = await import('../src/site.ts');
    locateContent(site.contentDir, 'content');
  } catch (error) {
    throw new SettingsError(messageOf(error), { cause: error });
  }
}
