import { ContentError } from '#domain/content-error.ts';
import { checkContent } from './pipeline/check-content.ts';
import { readSettings } from './settings.ts';
import { wireCheck } from './wiring.ts';

/** Proves a content folder again and prints what is wrong with it. Gives the exit code: 0, or 1 where something is. */
export async function proveContent(contentDir?: string): Promise<number> {
  const settings = readSettings(process.env);
  const dir = contentDir ?? settings.CONTENT_DIR;
  const { content, beat, transcripts, findHolder } = wireCheck(settings, dir);
  const holder = await findHolder();
  const themes = new Set((await beat.loadThemes().catch(asContent)).map(({ id }) => id));
  const archive = await content.load();
  const { problems, quotes } = await checkContent(archive, themes, transcripts);
  for (const problem of problems) console.error(problem);
  if (holder) console.error(`this is ${dir} as it stands at the moment: ${holder}`);
  const unchecked = quotes.unchecked > 0 ? `, ${quotes.unchecked} without their transcript at hand` : '';
  console.log(
    `${dir}: ${archive.insights.length} insights of ${archive.episodes.length} episodes, ${quotes.proven} quotes proven again${unchecked}, ${problems.length} problems`,
  );
  return problems.length > 0 ? 1 : 0;
}

/** To a run, a wrong theme is a wrong setting; here it is what was looked for. */
function asContent(error: unknown): never {
  throw error instanceof Error && error.cause instanceof ContentError ? error.cause : error;
}
