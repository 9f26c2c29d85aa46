import type { Day } from '#domain/ids.ts';
import type { FeedItem } from '../ports.ts';
import { marksOf, type EpisodeMarks } from './episode-marks.ts';

/** An episode as a feed has it. */
export interface ListedEpisode {
  item: FeedItem;
  marks: EpisodeMarks;
}

/**
 * The episodes of a feed, in its order, each once. Hosts list an episode again after a correction, and give one guid to two
 * episodes by mistake: in real feeds it is the title that tells which. Of an episode that stands twice, the first item
 * counts, with the transcripts of the first that has some.
 */
export function distinctItems(items: readonly FeedItem[], dayOf: (item: FeedItem) => Day | undefined): ListedEpisode[] {
  const listed: ListedEpisode[] = [];
  const byKey = new Map<string, ListedEpisode>();
  for (const item of items) {
    const marks = marksOf(item, dayOf(item));
    const keys = keysOf(marks);
    const earlier = keys.map((key) => byKey.get(key)).find(Boolean);
    const one = earlier ?? { item, marks };
    if (!earlier) listed.push(one);
    else if (earlier.item.transcripts.length === 0) earlier.item = { ...earlier.item, transcripts: item.transcripts };
    for (const key of keys) byKey.set(key, byKey.get(key) ?? one);
  }
  return listed;
}

/**
 * Two items that share one of these are one episode. "News" with one guid for every day is as many, if the files tell; and
 * what is listed again with a new guid is known by its file.
 */
function keysOf({ guid, title, day, audio }: EpisodeMarks): string[] {
  const file = audio.whole;
  return [
    ['guid and day', guid, title, day ?? 'undated'],
    ['guid and file', guid, title, file ?? 'none'],
    ...(file === undefined || day === undefined ? [] : [['file and day', file, title, day]]),
  ].map((parts) => parts.join('\n'));
}
