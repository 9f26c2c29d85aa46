import { access, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Episode, mayReplace } from '#domain/episode.ts';
import { publicEpisode } from '#domain/public-episode.ts';
import { insightPath, placeInsightFile, writeInsightFile } from '#markdown/insight-file.ts';
import type { ContentStore } from '../ports.ts';
import { explainRefusal } from './explain-refusal.ts';
import { listFiles, loadArchive } from './load-archive.ts';
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

/** One that a person broke is theirs to mend. */
function canReplace(before: string, episode: Episode): boolean {
  try {
    return mayReplace(Episode.parse(JSON.parse(before)), episode);
  } catch {
    return false;
  }
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
