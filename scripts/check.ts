import { parseArgs } from 'node:util';
import { proveContent } from './prove-content.ts';

/** `npm run check -- [--content DIR]`. Exit code 0, or 1 where something is wrong with the content, 2 on bad settings. */
process.exitCode = await check(process.argv.slice(2));

async function check(args: string[]): Promise<number> {
  try {
    return await proveContent(parseArgs({ args, options: { content: { type: 'string' } } }).values.content);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n\nnpm run check -- [--content DIR]`);
    return 2;
  }
}
