import { z } from 'zod';
import { proveContent } from './prove-content.ts';
import { readFlags } from './read-flags.ts';
import { runCommand } from './run-command.ts';
import { FolderPath } from './settings.ts';

/** `npm run check -- [--content DIR]`. Exit code 0, or 1 where something is wrong with the content, 2 on bad settings. */
await runCommand(() => {
  const { content } = readFlags(process.argv.slice(2), {
    options: { content: { type: 'string' } },
    schema: z.object({ content: FolderPath.optional() }),
    usage: 'npm run check -- [--content DIR]',
  });
  return proveContent(content);
});
