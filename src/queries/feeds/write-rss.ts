import { decodeHTML, escapeUTF8 } from 'entities';
import { generateRssFeed } from 'feedsmith';
import { SITE_NAME } from '../../site-name.ts';
import { newestDay, type Feed } from './feed-model.ts';
import { openAsPage } from './open-as-page.ts';

/** RSS 2.0 by the RSS Advisory Board's profile. */
export function writeRss(feed: Feed, style: string): string {
  const newest = newestDay(feed);
  const xml = generateRssFeed(
    {
      ...{ title: feed.title, description: asHtml(feed.description), link: feed.page.url },
      ...{ language: 'en', generator: SITE_NAME, docs: 'https://www.rssboard.org/rss-specification' },
      ...(newest && { lastBuildDate: new Date(newest) }),
      atom: { links: [{ href: feed.addressOf('rss'), rel: 'self', type: 'application/rss+xml' }] },
      items: feed.items.map((item) => ({
        title: item.title,
        link: item.url,
        guid: { value: item.guid, isPermaLink: false },
        pubDate: new Date(item.date),
        categories: item.categories.map((name) => ({ name })),
        description: asHtml(item.text),
        content: { encoded: item.html },
      })),
    },
    { stylesheets: [{ type: 'text/css', href: style }] },
  );
  return openAsPage(xml, feed);
}

/** A description is HTML. Most text is the same as HTML, and then nothing is escaped: the stylesheet shows it as it stands. */
const asHtml = (text: string) => (text.includes('<') || decodeHTML(text) !== text ? escapeUTF8(text) : text);
