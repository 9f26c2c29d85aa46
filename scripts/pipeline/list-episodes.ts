import { dayOf } from '#domain/day.ts';
import type { Episode } from '#domain/episode.ts';
import type { Day } from '#domain/ids.ts';
import type { FeedItem, RunMoment } from '../ports.ts';
import { distinctItems, type ListedEpisode } from './distinct-items.ts';
import { findKnown } from './known-episodes.ts';

/** An episode that a feed lists, with the record of it where there is one. */
export interface ListedRecord extends ListedEpisode {
  record: Episode | undefined;
}

/** The episodes that a feed lists, in its order, each once and with its record among those of the show. */
export function listEpisodes(
  items: readonly FeedItem[],
  known: readonly Episode[],
  moment: RunMoment & { timeZone: string },
): ListedRecord[] {
  const listed = distinctItems(items, (item) => dayOfItem(item, moment));
  const records = findKnown(
    listed.map(({ marks }) => marks),
    known,
  );
  return listed.map((one, position) => ({ ...one, record: records[position] }));
}

/** A date in the future is a scheduling slip of the host: it counts as today. */
function dayOfItem(
  { publishedAt }: FeedItem,
  { now, today, timeZone }: RunMoment & { timeZone: string },
): Day | undefined {
  if (publishedAt === undefined) return undefined;
  return publishedAt > now ? today : dayOf(publishedAt, timeZone);
}
