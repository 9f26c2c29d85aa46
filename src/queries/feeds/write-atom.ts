import { generateAtomFeed } from 'feedsmith';
import { SITE_NAME } from '../../site-name.ts';
import { newestDay, type Feed, type FeedItem } from './feed-model.ts';
import { openAsPage } from './open-as-page.ts';

/** Atom has to have a date, also where nothing was ever added. */
const NEVER = '1970-01-01';

/** Atom 1.0 (RFC 4287). */
export function writeAtom(feed: Feed, style: string): string {
  const self = feed.addressOf('atom');
  const xml = generateAtomFeed(
    {
      id: self,
      title: text(feed.title),
      subtitle: text(feed.description),
      updated: new Date(newestDay(feed) ?? NEVER),
      authors: [{ name: SITE_NAME }],
      generator: { text: SITE_NAME },
      links: [
        { href: self, rel: 'self', type: 'application/atom+xml' },
        { href: feed.page.url, rel: 'alternate', type: 'text/html' },
      ],
      xml: { lang: 'en' },
      entries: feed.items.map(entryOf),
    },
    { stylesheets: [{ type: 'text/css', href: style }] },
  );
  return openAsPage(xml, feed);
}

function entryOf({ urn, title, url, sourceUrl, date, categories, voices, ...item }: FeedItem) {
  const day = new Date(date);
  return {
    id: urn,
    title: text(title),
    published: day,
    updated: day,
    links: [
      { href: url, rel: 'alternate', type: 'text/html' },
      ...(sourceUrl ? [{ href: sourceUrl, rel: 'via' }] : []),
    ],
    categories: categories.map((term) => ({ term })),
    contributors: voices.map((name) => ({ name })),
    summary: text(item.text),
    content: { type: 'html', value: item.html },
  };
}

const text = (value: string) => ({ type: 'text', value });
