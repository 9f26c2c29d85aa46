import { generateOpml, type Opml } from 'feedsmith';
import { readableText } from '#domain/readable-text.ts';
import { isSecretFeed } from '#domain/secret-address.ts';
import type { Show } from '#domain/show.ts';
import { SITE_NAME } from '../site-name.ts';
import type { FeedGroup } from './subscribe.ts';

/** The site's own feeds (RSS), a folder a group. `groups` have absolute addresses. */
export const feedsOpml = (groups: readonly FeedGroup[]): string =>
  write(
    `Feeds of ${SITE_NAME}`,
    groups.map(({ title, feeds }) => ({
      text: title,
      outlines: feeds.map((feed) => ({
        ...{ type: 'rss', text: `${SITE_NAME}: ${feed.title}`, title: `${SITE_NAME}: ${feed.title}` },
        ...{ xmlUrl: feed.addresses.rss, htmlUrl: feed.pageUrl, description: feed.holds },
      })),
    })),
  );

/** The podcasts that are followed, at their own addresses. Those for one listener only are left out. */
export const showsOpml = (shows: readonly Show[]): string =>
  write(`Podcasts that ${SITE_NAME} reads`, [
    {
      text: `Podcasts that ${SITE_NAME} reads`,
      outlines: shows
        .filter((show) => !isSecretFeed(show))
        .map(({ title, feed }) => ({ type: 'rss', text: title, title, xmlUrl: feed })),
    },
  ]);

const write = (title: string, outlines: Opml.Outline<Date>[]) =>
  readableText(generateOpml({ head: { title }, body: { outlines } }));
