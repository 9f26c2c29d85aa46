import type { Episode } from '#domain/episode.ts';
import type { Day } from '#domain/ids.ts';
import type { FeedItem } from '../ports.ts';

/** Finds the record of a feed item among those of its show. */
export type FindKnown = (item: FeedItem, day: Day) => Episode | undefined;

/**
 * An item is known by its guid or, where a host changed all guids, by its enclosure, link, or title and date.
 * An address that several items of the feed share (a home page as link) tells nothing, and is not looked at.
 */
export function indexKnownEpisodes(episodes: readonly Episode[], items: readonly FeedItem[]): FindKnown {
  const byGuid = new Map(episodes.map((episode) => [episode.guid, episode]));
  const byAudio = indexBy(episodes, (episode) => episode.audio);
  const byLink = indexBy(episodes, (episode) => episode.link);
  const byTitle = indexBy(episodes, (episode) => titleKey(episode.title, episode.publishedAt));
  const guidsInFeed = new Set(items.map((item) => item.guid));
  const sharedAudio = repeated(items.map((item) => item.audio));
  const sharedLinks = repeated(items.map((item) => item.link));
  const sharedTitles = repeated(items.map((item) => item.title));
  return (item, day) => {
    const same = byGuid.get(item.guid);
    if (same) return same;
    const alike =
      (!sharedAudio.has(item.audio) && byAudio.get(item.audio)) ||
      (!sharedLinks.has(item.link) && byLink.get(item.link)) ||
      (!sharedTitles.has(item.title) && byTitle.get(titleKey(item.title, day))) ||
      undefined;
    // Its own item is in the feed too, so this one is another episode.
    return alike && guidsInFeed.has(alike.guid) ? undefined : alike;
  };
}

const titleKey = (title: string, day: Day) => `${day} ${title.toLowerCase()}`;

const indexBy = (episodes: readonly Episode[], keyOf: (episode: Episode) => string | undefined) =>
  new Map(episodes.flatMap((episode) => (keyOf(episode) === undefined ? [] : [[keyOf(episode), episode] as const])));

function repeated(values: readonly (string | undefined)[]): Set<string | undefined> {
  const seen = new Set<string | undefined>();
  return new Set(values.filter((value) => seen.size === seen.add(value).size));
}
