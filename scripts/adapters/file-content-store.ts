import { access, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, normalize, relative } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { ContentError } from '#domain/content-error.ts';
import { Digest } from '#domain/digest.ts';
import { Episode, mayReplace } from '#domain/episode.ts';
import type { InsightId } from '#domain/ids.ts';
import type { InsightPlacing } from '#domain/insight.ts';
import { publicEpisode } from '#domain/public-episode.ts';
import { insightPath, placeInsightFile, readInsightFile, writeInsightFile } from '#markdown/insight-file.ts';
import { readYaml } from '#markdown/read-yaml.ts';
import type { Archive, ContentStore, PublishedInsight } from '../ports.ts';

/** The generated half of a content folder. Nothing is written before the first insight, episode or digest. */
export function createFileContentStore(dir: string): ContentStore {
  const pathOfEpisode = ({ show, id }: Episode) => join(dir, 'episodes', show, `${id}.json`);
  return {
    load: () => loadArchive(dir),
    async saveEpisode(episode) {
      const path = pathOfEpisode(episode);
      const before = await readIfExists(path);
      if (before !== undefined && !canReplace(before, episode)) return;
      await write(path, `${JSON.stringify(publicEpisode(episode), null, 2)}\n`);
    },
    async addInsight({ id, insight, claim }) {
      return addFile(join(dir, insightPath(id)), writeInsightFile(insight, claim));
    },
    async savePlacing(id, placing) {
      const path = join(dir, insightPath(id));
      const before = await readFile(path, 'utf8');
      const after = placeInsightFile(before, path, placing);
      if (after !== before) await write(path, after);
      return after !== before;
    },
    async removeInsight(id) {
      await rm(join(dir, insightPath(id)), { force: true });
    },
    async addDigest(digest) {
      return addFile(join(dir, 'digests', `${digest.date}.json`), `${JSON.stringify(digest, null, 2)}\n`);
    },
  };
}

/** The same, but nothing is ever written (`--dry-run`): what would be added is kept in memory. */
export function createDryContentStore(store: ContentStore): ContentStore {
  const added: Omit<Archive, 'problems'> = { episodes: [], insights: [], digests: [] };
  const placings = new Map<InsightId, InsightPlacing>();
  const removed = new Set<InsightId>();
  const asPlaced = ({ id, insight, claim }: PublishedInsight) => ({
    ...{ id, claim },
    insight: { ...insight, ...placings.get(id) },
  });
  return {
    async load() {
      const { episodes, insights, digests, problems } = await store.load();
      return {
        episodes: [...episodes.filter(({ id }) => added.episodes.every((other) => other.id !== id)), ...added.episodes],
        insights: [...insights, ...added.insights].filter(({ id }) => !removed.has(id)).map(asPlaced),
        digests: [...digests, ...added.digests],
        problems,
      };
    },
    async saveEpisode(episode) {
      const place = added.episodes.findIndex(({ id }) => id === episode.id);
      if (place < 0) added.episodes.push(episode);
      else if (mayReplace(added.episodes[place]!, episode)) added.episodes[place] = episode;
    },
    async addInsight(published) {
      return added.insights.push(published) > 0;
    },
    async savePlacing(id, { themes, related, score, importance }) {
      placings.set(id, { themes, related, score, importance });
      return true;
    },
    async removeInsight(id) {
      removed.add(id);
    },
    async addDigest(digest) {
      return added.digests.push(digest) > 0;
    },
  };
}

/** One that a person broke is theirs to mend. */
function canReplace(before: string, episode: Episode): boolean {
  try {
    return mayReplace(Episode.parse(JSON.parse(before)), episode);
  } catch {
    return false;
  }
}

async function loadArchive(dir: string): Promise<Archive> {
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
  return {
    episodes: await read('episodes', '.json', (text, file) => readYaml(text, file, Episode)),
    insights: await read('insights', '.mdx', parseInsight),
    digests: await read('digests', '.json', (text, file) => readYaml(text, file, Digest)),
    problems,
  };
}

/** Files of a folder and those below it, in the order of their names; none where it does not exist. Hidden files are others' business. */
async function listFiles(dir: string, ending: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
  await removeHalfWritten(paths);
  return paths.filter((path) => path.endsWith(ending));
}

/** What a run that was killed in the middle of a write left behind: the temporary files of write-file-atomic. */
async function removeHalfWritten(paths: readonly string[]): Promise<void> {
  for (const path of paths.filter((path) => /\.(?:mdx|json)\.\d+$/.test(path))) await rm(path, { force: true });
}

async function addFile(path: string, text: string): Promise<boolean> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (!exists) await write(path, text);
  return !exists;
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFileAtomic(path, text);
}

async function readIfExists(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
