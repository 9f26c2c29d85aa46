import { escapeUTF8 } from 'entities';
import { generateRssFeed } from 'feedsmith';
import type { Day, ThemeId } from '#domain/ids.ts';
import type { Urls } from '../urls.ts';
import { writeDay } from '../write-times.ts';
import type { Archive, PublishedInsight } from './archive.ts';
import { digestOf, hasEntries, type DigestView } from './digests.ts';
import { momentOf } from './insight-line.ts';
import { SITE_NAME, SITE_TAGLINE } from '../site-name.ts';

export const ITEMS_A_FEED = 50;
type Absolute = (path: string) => string;

export const siteFeed = (archive: Archive, urls: Urls, absolute: Absolute): string =>
  writeFeed({
    title: SITE_NAME,
    description: SITE_TAGLINE,
    page: absolute(urls.home()),
    self: absolute(urls.feed()),
    items: newestAdded(archive.insights).map((insight) => itemOf(insight, urls, absolute)),
  });

export const themeFeeds = (archive: Archive, urls: Urls, absolute: Absolute): { id: ThemeId; xml: string }[] =>
  archive.themes.map(({ id, title, description }) => ({
    id,
    xml: writeFeed({
      title: `${SITE_NAME}: ${title}`,
      description,
      page: absolute(urls.theme(id)),
      self: absolute(urls.themeFeed(id)),
      items: newestAdded(archive.ofTheme(id)).map((insight) => itemOf(insight, urls, absolute)),
    }),
  }));

export const digestFeed = (archive: Archive, urls: Urls, absolute: Absolute): string =>
  writeFeed({
    title: `${SITE_NAME}: the daily digest`,
    description: 'The best insights of each day, at most five, with the reason for each',
    page: absolute(urls.digests()),
    self: absolute(urls.digestFeed()),
    items: archive.digests
      .slice(0, ITEMS_A_FEED)
      .map((digest) => digestOf(digest, archive, urls))
      .filter(hasEntries)
      .map((digest) => digestItem(digest, absolute)),
  });

interface FeedText {
  title: string;
  description: string;
  page: string;
  self: string;
  items: readonly FeedItem[];
}
interface FeedItem {
  guid: string;
  title: string;
  link: string;
  date: Day;
  categories: readonly string[];
  html: string;
}

/** RSS 2.0. The same content gives the same bytes: nothing in it is the time of the build. */
function writeFeed({ title, description, page, self, items }: FeedText): string {
  const newest = items
    .map(({ date }) => date)
    .sort()
    .at(-1);
  const xml = generateRssFeed({
    ...{ title, description, link: page, language: 'en', generator: SITE_NAME },
    ...(newest && { lastBuildDate: new Date(newest) }),
    atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] },
    items: items.map((item) => ({
      title: xmlText(item.title),
      link: item.link,
      guid: { value: item.guid, isPermaLink: false },
      pubDate: new Date(item.date),
      categories: item.categories.map((name) => ({ name })),
      description: xmlText(item.html),
    })),
  });
  // The generator sets character data on lines of its own, and readers show the white space of a title.
  return xml.replace(/>\s+<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\s+</g, ']]><');
}

/** The id stays what it is when the site moves to another address. */
const itemOf = (insight: PublishedInsight, urls: Urls, absolute: Absolute): FeedItem => ({
  guid: insight.id,
  title: insight.title,
  link: absolute(urls.insight(insight.id)),
  date: insight.addedAt,
  categories: insight.themes.map(({ title }) => title),
  html: [
    insight.claimHtml,
    insight.quote && `<blockquote><p>${escapeUTF8(insight.quote)}</p></blockquote>`,
    sourceLine(insight, urls, absolute),
  ]
    .filter(Boolean)
    .join('\n'),
});

function sourceLine(
  { speaker, show, episode, publishedAt, passage }: PublishedInsight,
  urls: Urls,
  absolute: Absolute,
): string {
  const link = `<a href="${absolute(urls.episode(show.id, episode.id))}">${escapeUTF8(`${show.title}: ${episode.title}`)}</a>`;
  const parts = [speaker && escapeUTF8(speaker), link, writeDay(publishedAt), passage && `at ${momentOf(passage)}`];
  return `<p>${parts.filter(Boolean).join(', ')}</p>`;
}

const digestItem = ({ date, url, entries }: DigestView, absolute: Absolute): FeedItem => ({
  guid: `digest-${date}`,
  title: writeDay(date),
  link: absolute(url),
  date,
  categories: [...new Set(entries.flatMap(({ line }) => line.themes.map(({ title }) => title)))],
  html: `<ol>\n${entries
    .map(({ line, reason }) => {
      const link = `<a href="${absolute(line.url)}">${escapeUTF8(line.title)}</a>`;
      return `<li><p>${link}</p><p>${escapeUTF8(line.claim)}</p><p>${escapeUTF8(reason)}</p></li>`;
    })
    .join('\n')}\n</ol>`,
});

const newestAdded = (insights: readonly PublishedInsight[]) =>
  insights.toSorted((a, b) => (a.addedAt < b.addedAt ? 1 : a.addedAt > b.addedAt ? -1 : 0)).slice(0, ITEMS_A_FEED);

/** `text` without what no XML file may hold: controls, lone surrogates. */
const xmlText = (text: string) => text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');
