import type { ThemeId } from '#domain/ids.ts';
import type { FeedFormat, Urls } from '../urls.ts';
import { sayCount } from '../write-counts.ts';
import type { Archive } from './archive.ts';

/** So many people are offered here. */
const PEOPLE = 50;

/** A feed as it is offered. */
export interface FeedOffer {
  title: string;
  holds: string;
  pageUrl: string;
  /** People have RSS only. */
  addresses: Partial<Record<FeedFormat, string>> & { rss: string };
  theme?: ThemeId | undefined;
}
export interface FeedGroup {
  title: string;
  /** A line each: there may be hundreds. */
  long?: boolean;
  /** Said below the list. */
  note?: string | undefined;
  feeds: readonly FeedOffer[];
}

/** Every feed: everything, digests, themes, the shows of which something was kept, and the people who are quoted most. */
export function feedGroups(archive: Archive, urls: Urls): FeedGroup[] {
  const shows = showFeeds(archive, urls);
  const people = personFeeds(archive, urls);
  return [
    {
      title: 'Everything',
      feeds: [
        {
          title: 'All insights',
          holds: 'Each insight as it is added, with its quote and a link to the moment',
          pageUrl: urls.home(),
          addresses: addressesOf(urls.feed),
        },
      ],
    },
    {
      title: 'Once a day',
      feeds: [
        {
          title: 'The daily digest',
          holds: 'The best of each day in one item: at most five insights, with the reason for each',
          pageUrl: urls.digests(),
          addresses: addressesOf(urls.digestFeed),
        },
      ],
    },
    { title: 'Themes', feeds: themeFeeds(archive, urls) },
    ...(shows.length > 0 ? [{ title: 'Shows', long: true, feeds: shows }] : []),
    ...(people.length > 0 ? [{ title: 'People', long: true, feeds: people, note: otherPeople(archive) }] : []),
  ];
}

const themeFeeds = (archive: Archive, urls: Urls): FeedOffer[] =>
  archive.themes.map(({ id, title, description }) => ({
    ...{ title, theme: id, holds: description, pageUrl: urls.theme(id) },
    addresses: addressesOf((format) => urls.themeFeed(id, format)),
  }));

const showFeeds = (archive: Archive, urls: Urls): FeedOffer[] =>
  archive.shows.flatMap(({ id, title }) => {
    const count = archive.ofShow(id).reduce((sum, episode) => sum + archive.ofEpisode(episode.id).length, 0);
    if (count === 0) return [];
    const addresses = addressesOf((format) => urls.showFeed(id, format));
    return [{ title, holds: sayCount(count, 'insight'), pageUrl: urls.show(id), addresses }];
  });

const personFeeds = (archive: Archive, urls: Urls): FeedOffer[] =>
  archive.people.slice(0, PEOPLE).map(({ slug, name }) => ({
    title: name,
    holds: sayCount(archive.ofPerson(slug).length, 'insight'),
    pageUrl: urls.person(slug),
    addresses: { rss: urls.personFeed(slug) },
  }));

const otherPeople = ({ people }: Archive): string | undefined =>
  people.length > PEOPLE
    ? `The ${PEOPLE} who are quoted most. Everybody else has a feed as well: it is on their page.`
    : undefined;

const addressesOf = (urlOf: (format: FeedFormat) => string): Record<FeedFormat, string> => ({
  rss: urlOf('rss'),
  atom: urlOf('atom'),
  json: urlOf('json'),
});
