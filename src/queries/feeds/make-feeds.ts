import type { PersonSlug, ShowId, ThemeId } from '#domain/ids.ts';
import { SITE_NAME, SITE_TAGLINE } from '../../site-name.ts';
import type { Urls } from '../../urls.ts';
import type { Archive, PublishedInsight } from '../archive.ts';
import { digestItem } from './digest-item.ts';
import type { Feed } from './feed-model.ts';
import { insightItem } from './insight-item.ts';

export const ITEMS_A_FEED = 50;

// `urls` are absolute in all of these: feeds are read elsewhere.

export const siteFeed = (archive: Archive, urls: Urls): Feed => ({
  title: SITE_NAME,
  description: SITE_TAGLINE,
  page: { title: SITE_NAME, url: urls.home() },
  addressOf: urls.feed,
  items: itemsOf(archive.insights, urls),
});

/** Throws where there is no such theme. */
export function themeFeed(id: ThemeId, archive: Archive, urls: Urls): Feed {
  const { title, description } = found(archive.themes, (theme) => theme.id === id);
  return {
    ...{ title: `${SITE_NAME}: ${title}`, description, page: { title, url: urls.theme(id) } },
    addressOf: (format) => urls.themeFeed(id, format),
    items: itemsOf(archive.ofTheme(id), urls),
  };
}

/** Throws where there is no such show. */
export function showFeed(id: ShowId, archive: Archive, urls: Urls): Feed {
  const { title } = found(archive.shows, (show) => show.id === id);
  return {
    title: `${SITE_NAME}: ${title}`,
    description: `What was kept of the podcast ${title}`,
    page: { title, url: urls.show(id) },
    addressOf: (format) => urls.showFeed(id, format),
    items: itemsOf(
      archive.ofShow(id).flatMap((episode) => archive.ofEpisode(episode.id)),
      urls,
    ),
  };
}

/** RSS only. Throws where there is no such person. */
export function personFeed(slug: PersonSlug, archive: Archive, urls: Urls): Feed {
  const person = archive.person(slug);
  if (!person) throw new Error(`there is no person "${slug}"`);
  const { name } = person;
  return {
    title: `${SITE_NAME}: ${name}`,
    description: `What ${name} said, on any podcast`,
    page: { title: name, url: urls.person(slug) },
    addressOf: () => urls.personFeed(slug),
    items: itemsOf(archive.ofPerson(slug), urls),
  };
}

export const digestFeed = (archive: Archive, urls: Urls): Feed => ({
  title: `${SITE_NAME}: the daily digest`,
  description: 'The best insights of each day, at most five, with the reason for each',
  page: { title: 'Digests', url: urls.digests() },
  addressOf: urls.digestFeed,
  items: archive.digests.slice(0, ITEMS_A_FEED).flatMap((digest) => digestItem(digest, archive, urls)),
});

const itemsOf = (insights: readonly PublishedInsight[], urls: Urls) =>
  insights
    .toSorted((a, b) => (a.addedAt < b.addedAt ? 1 : a.addedAt > b.addedAt ? -1 : 0))
    .slice(0, ITEMS_A_FEED)
    .map((insight) => insightItem(insight, urls));

function found<T>(items: readonly T[], isIt: (item: T) => boolean): T {
  const item = items.find(isIt);
  if (!item) throw new Error('a feed was asked for of something that is not in the archive');
  return item;
}
