import type { Episode } from '#domain/episode.ts';
import { ItemError } from '../errors.ts';
import type { ChapterReader } from '../ports.ts';

export interface ChapterPorts {
  chapters: ChapterReader;
}

/**
 * What the chapters file of an episode lists, for its record. A file that cannot be had or read is no failure of the episode: what the
 * show notes list then stays. Nobody is asked for an episode that was read before, since its record keeps what it has.
 */
export async function findChapters(
  { chapters, status, show }: Pick<Episode, 'chapters' | 'status' | 'show'>,
  ports: ChapterPorts,
): Promise<Pick<Episode, 'chapterList'>> {
  if (chapters === undefined || (status !== 'waiting' && status !== 'failed')) return {};
  try {
    return { chapterList: await ports.chapters.read(chapters, show) };
  } catch (error) {
    if (!(error instanceof ItemError)) throw error;
    return {};
  }
}
