import { z } from 'zod';
import { placeAgain, type PlacingReport } from './pipeline/place-again.ts';
import { readFlags } from './read-flags.ts';
import { runAlone } from './run-alone.ts';
import { runCommand } from './run-command.ts';
import { FolderPath, readSettings } from './settings.ts';
import { wirePlacing } from './wiring.ts';

const USAGE = `npm run place -- [--content DIR]

  Sets themes, related insights and scores of all insights anew, say after themes were changed; reads no transcript.
  Titles, claims, quotes, speakers, withdrawals and ids stay as they are, and so does all else that the files hold.

  --content        folder to place anew (default: CONTENT_DIR, else content); one run works on it at a time, and another
                   ends at once, with exit code 1`;

await runCommand(async () => {
  const flags = readFlags(process.argv.slice(2), {
    options: { content: { type: 'string' }, help: { type: 'boolean' } },
    schema: z.object({ content: FolderPath.optional(), help: z.boolean().default(false) }),
    usage: USAGE,
  });
  console.log(flags.help ? USAGE : await place(flags.content));
  return 0;
});

async function place(contentDir?: string): Promise<string> {
  const settings = readSettings(process.env);
  const dir = contentDir ?? settings.CONTENT_DIR;
  const { content, embedder, beat, notes, workplace } = wirePlacing(settings, dir);
  const report = await runAlone(workplace, async (lock) => {
    const placed = await placeAgain(await beat.loadThemes(), { content, embedder });
    return { ...placed, notes: [...placed.notes, ...(lock.note ? [lock.note] : []), ...notes()] };
  });
  return describe(dir, report);
}

function describe(dir: string, { insights, changed, unfit, problems, notes }: PlacingReport): string {
  return [
    `${dir}: ${insights} insights placed anew, ${changed} ${changed === 1 ? 'file' : 'files'} changed`,
    ...unfit.map(({ id, insight }) => `  fits no theme any more, and keeps ${insight.themes.join(', ')}: ${id}`),
    ...problems.map((problem) => `  left alone: ${problem}`),
    ...notes.map((note) => `  ${note}`),
  ].join('\n');
}
