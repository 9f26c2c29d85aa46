import { readdir, readFile } from 'node:fs/promises';
import { join, normalize, relative } from 'node:path';
import { ContentError } from '#domain/content-error.ts';
import { Digest } from '#domain/digest.ts';
import { Episode } from '#domain/episode.ts';
import { insightPath, readInsightFile } from '#markdown/insight-file.ts';
import { readYaml } from '#markdown/read-yaml.ts';
import type { Archive, PublishedInsight } from '../ports.ts';
import { JOURNAL } from './publication-journal.ts';

/** Reads the generated half of a content folder; a file that a person must mend is a problem, with file and line. Writes nothing. */
export async function loadArchive(dir: string): Promise<Archive> {
  const problems: string[] = [];
  const read = async <T>(folder: string, ending: string, parse: (text: string, file: string) => T): Promise<T[]> => {
    const values: T[] = [];
    for (const file of await listFiles(join(dir, folder), ending)) {
      try {
        values.push(parse(await readFile(file, 'utf8'), file));
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        problems.push(...error.message.split('\n'));
      }
    }
    return values;
  };
  const parseInsight = (text: string, file: string): PublishedInsight => {
    const { id, insight, claim } = readInsightFile(text, file);
    if (relative(dir, file) !== normalize(insightPath(id)))
      throw new ContentError(file, [
        { message: `an insight of this name belongs at ${insightPath(id)}; move it there, or delete this copy` },
      ]);
    return { id, insight, claim: claim.text };
  };
  if ((await readdir(dir).catch((): string[] => [])).includes(JOURNAL))
    problems.push(
      `${join(dir, JOURNAL)}: a run was cut short in the middle of an episode; "npm run daily" writes the rest of it, and so does "npm run place", offline`,
    );
  // What refers to others first: a run that is at work meanwhile has written those before.
  const digests = await read('digests', '.json', (text, file) => readYaml(text, file, Digest));
  const insights = await read('insights', '.mdx', parseInsight);
  const episodes = await read('episodes', '.json', (text, file) => readYaml(text, file, Episode));
  return { episodes, insights, digests, problems };
}

/** Files of a folder and those below it, in the order of their names; none where it does not exist. Hidden files are others' business. */
export async function listFiles(dir: string, ending = ''): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = entries.filter(({ name }) => name.endsWith(ending) && !name.startsWith('.'));
  return files
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
}
