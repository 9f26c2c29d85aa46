import { access, readdir, readFile, rm } from 'node:fs/promises';
import { join, normalize, relative } from 'node:path';
import { ContentError } from '#domain/content-error.ts';
import { Digest } from '#domain/digest.ts';
import { Episode, mayReplace } from '#domain/episode.ts';
import type { InsightId } from '#domain/ids.ts';
import type { InsightPlacing } from '#domain/insight.ts';
import { publicEpisode } from '#domain/public-episode.ts';
import { insightPath, placeInsightFile, readInsightFile, writeInsightFile } from '#markdown/insight-file.ts';
import { readYaml } from '#markdown/read-yaml.ts';
import type { Archive, ContentStore, PublishedInsight } from '../ports.ts';
import { explainRefusal } from './explain-refusal.ts';
import { createPublicationJournal, JOURNAL } from './publication-journal.ts';
import { createWriteGate } from './write-gate.ts';
import { isHalfWritten, writeWholeFile } from './write-whole-file.ts';

export interface FileContentStore extends ContentStore {
  /** Resolves when what is being published stands whole; nothing else is written from then on, and who wants to waits for ever. */
  settle(): Promise<void>;
}

/** The generated half of a content folder. Nothing is written before the first insight, episode or digest. */
export function createFileContentStore(dir: string): FileContentStore {
  const pathOfEpisode = ({ show, id }: Episode) => join(dir, 'episodes', show, `${id}.json`);
  const journal = createPublicationJournal(join(dir, JOURNAL));
  const gate = createWriteGate();
  const change = async (path: string, work: () => Promise<void>) => {
    await gate.enter();
    await work()
      .catch((error) => Promise.reject(explainRefusal(error, path)))
      .finally(() => gate.leave());
  };
  const write = (path: string, text: string) => change(path, () => writeWholeFile(path, text));
  const addFile = async (path: string, text: string) => {
    if (await exists(path)) return false;
    await write(path, text);
    return true;
  };
  return {
    load: () => loadArchive(dir),
    async beginPublication(publication) {
      await gate.enter();
      await change(join(dir, JOURNAL), () => journal.write(publication));
    },
    async endPublication() {
      await change(join(dir, JOURNAL), () => journal.clear());
      gate.leave();
    },
    async recover() {
      await change(dir, () => removeHalfWritten(dir));
      const unfinished = await journal.read();
      if (unfinished) await gate.enter();
      return unfinished;
    },
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
      const path = join(dir, insightPath(id));
      await change(path, () => rm(path, { force: true }));
    },
    async addDigest(digest) {
      return addFile(join(dir, 'digests', `${digest.date}.json`), `${JSON.stringify(digest, null, 2)}\n`);
    },
    settle: () => gate.close(),
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
    beginPublication: async () => {},
    endPublication: async () => {},
    recover: async () => undefined,
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
  if (await exists(join(dir, JOURNAL)))
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
async function listFiles(dir: string, ending = ''): Promise<string[]> {
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

async function removeHalfWritten(dir: string): Promise<void> {
  const made = await Promise.all(['digests', 'insights', 'episodes'].map((folder) => listFiles(join(dir, folder))));
  const beside = (await readdir(dir).catch(() => [])).filter((name) => name.startsWith(JOURNAL));
  for (const path of [...made.flat(), ...beside.map((name) => join(dir, name))].filter(isHalfWritten))
    await rm(path, { force: true });
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function readIfExists(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
