import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DomUtils, parseDocument } from 'htmlparser2';
import RssParser from 'rss-parser';
import { ShowId, ThemeId } from '#domain/ids.ts';
import { digestFeed, showFeed, siteFeed, themeFeed } from '../../src/queries/feeds/make-feeds.ts';
import { anEpisode, anInsight, CLAIM } from './content-tree.ts';
import { anArchive, stored, URLS, write } from './feed-archive.ts';

type Document = ReturnType<typeof parseDocument>;
type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

const HOSTILE =
  '\u0000\u0008 ]]> <![CDATA[ <script>alert(1)</script> &lt;b&gt; &#1; <item> <entry> \ud800 \uffff "\'$& 内卷';
const SHOWN = ']]> <![CDATA[ <script>alert(1)</script> &lt;b&gt; &#1; <item> <entry>';
const hostile = anInsight({
  title: HOSTILE.slice(0, 90),
  speaker: HOSTILE,
  quote: { text: `${HOSTILE} and eight words more than that are said here`, startMs: 1, endMs: 9 },
});
const hostileArchive = anArchive({
  insights: [stored(hostile, `${HOSTILE} ${CLAIM}`, `<p>\u0001${CLAIM}</p>`)],
  episodes: [anEpisode({ title: HOSTILE, link: 'https://example.org/?a=1&b="<' })],
  digests: [],
});
const plain = anArchive();
const FEEDS = {
  site: siteFeed(plain, URLS),
  theme: themeFeed(ThemeId.parse('moe'), plain, URLS),
  show: showFeed(ShowId.parse('price-talk'), plain, URLS),
  digests: digestFeed(plain, URLS),
  empty: siteFeed(anArchive({ insights: [], digests: [] }), URLS),
  hostile: siteFeed(hostileArchive, URLS),
};

const isElement = (node: object): node is Element => 'attribs' in node;
const childrenOf = (parent: Element | Document, name: string) =>
  DomUtils.getChildren(parent).filter((node): node is Element => isElement(node) && node.name === name);
const textsOf = (parent: Element, name: string) => childrenOf(parent, name).map((child) => DomUtils.textContent(child));
const textOf = (parent: Element, name: string) => textsOf(parent, name)[0] ?? '';
const rootOf = (xml: string, name: string) => childrenOf(parseDocument(xml, { xmlMode: true }), name)[0]!;
const isAbsolute = (url: string) => /^https:\/\/[^\s<>"]+$/.test(url) && URL.canParse(url);
const linksIn = (html: string) => [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url]) => url ?? '');
const RFC_822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const XML_REFUSES =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

type Rules<T> = Record<string, (subject: T, feed: (typeof FEEDS)['site']) => boolean>;

/** Runs a table of rules; what breaks one is named by its words. */
function holds<T>(rules: Rules<T>, subjects: readonly T[], feed: (typeof FEEDS)['site']): void {
  const broken = Object.entries(rules).filter(([, rule]) => !subjects.every((subject) => rule(subject, feed)));
  assert.deepEqual(
    broken.map(([name]) => name),
    [],
  );
}

const RSS_CHANNEL: Rules<Element> = {
  'title, link and description once each': (channel) =>
    ['title', 'link', 'description'].every(
      (name) => textsOf(channel, name).length === 1 && textOf(channel, name) !== '',
    ),
  'the link is the page': (channel, { page }) => textOf(channel, 'link') === page.url,
  'a language': (channel) => textOf(channel, 'language') === 'en',
  'one atom:link to itself, with its type': (channel, { addressOf }) => {
    const self = childrenOf(channel, 'atom:link').filter(({ attribs }) => attribs['rel'] === 'self');
    return (
      self.length === 1 &&
      self[0]!.attribs['href'] === addressOf('rss') &&
      self[0]!.attribs['type'] === 'application/rss+xml'
    );
  },
  'lastBuildDate as RFC 822 has it, with four digits of the year': (channel) =>
    textsOf(channel, 'lastBuildDate').every((date) => RFC_822.test(date)),
  'the documentation of the format': (channel) =>
    textOf(channel, 'docs') === 'https://www.rssboard.org/rss-specification',
  'no guid twice': (channel) => {
    const guids = childrenOf(channel, 'item').map((item) => textOf(item, 'guid'));
    return new Set(guids).size === guids.length;
  },
};
const RSS_ITEM: Rules<Element> = {
  'title, link, description, guid and pubDate once each': (item) =>
    ['title', 'link', 'description', 'guid', 'pubDate'].every((name) => textsOf(item, name).length === 1),
  'an absolute link': (item) => isAbsolute(textOf(item, 'link')),
  'a guid that does not claim to be an address': (item) =>
    childrenOf(item, 'guid')[0]?.attribs['isPermaLink'] === 'false' && textOf(item, 'guid') !== '',
  'pubDate as RFC 822 has it, with four digits of the year': (item) => RFC_822.test(textOf(item, 'pubDate')),
  categories: (item) => textsOf(item, 'category').length > 0,
  'a description without tags': (item) => !/<[a-z/!]/i.test(textOf(item, 'description')),
  'one content:encoded with no address that is relative': (item) =>
    textsOf(item, 'content:encoded').length === 1 && linksIn(textOf(item, 'content:encoded')).every(isAbsolute),
  'only elements of RSS, or of another namespace': (item) =>
    DomUtils.getChildren(item).every(
      (node) =>
        !isElement(node) ||
        node.name.includes(':') ||
        ['title', 'link', 'description', 'category', 'guid', 'pubDate'].includes(node.name),
    ),
};
const ATOM_FEED: Rules<Element> = {
  'the namespace': ({ attribs }) => attribs['xmlns'] === 'http://www.w3.org/2005/Atom',
  'id, title and updated once each': (feed) =>
    ['id', 'title', 'updated'].every((name) => textsOf(feed, name).length === 1),
  'an id that is an IRI': (feed) => URL.canParse(textOf(feed, 'id')),
  'an author, who counts for every entry': (feed) =>
    childrenOf(feed, 'author').every((author) => textOf(author, 'name') !== '') &&
    childrenOf(feed, 'author').length > 0,
  'one link to itself, one to its page': (feed, { addressOf, page }) => {
    const links = childrenOf(feed, 'link').map(({ attribs }) => [attribs['rel'], attribs['href']].join(' '));
    return links.toSorted().join() === [`alternate ${page.url}`, `self ${addressOf('atom')}`].join();
  },
  'updated as RFC 3339 has it, the newest of its entries’': (feed) => {
    const days = childrenOf(feed, 'entry')
      .map((entry) => textOf(entry, 'updated'))
      .sort();
    return RFC_3339.test(textOf(feed, 'updated')) && (days.length === 0 || days.at(-1) === textOf(feed, 'updated'));
  },
  'no id twice': (feed) => {
    const ids = childrenOf(feed, 'entry').map((entry) => textOf(entry, 'id'));
    return new Set(ids).size === ids.length;
  },
};
const ATOM_ENTRY: Rules<Element> = {
  'id, title, updated, published, content and summary once each': (entry) =>
    ['id', 'title', 'updated', 'published', 'content', 'summary'].every((name) => textsOf(entry, name).length === 1),
  'an id that is an IRI, and no address': (entry) =>
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(textOf(entry, 'id')),
  'dates as RFC 3339 has them': (entry) =>
    RFC_3339.test(textOf(entry, 'updated')) && RFC_3339.test(textOf(entry, 'published')),
  'titles and summaries of text, content of HTML': (entry) =>
    ['title', 'summary', 'content'].map((name) => childrenOf(entry, name)[0]!.attribs['type']).join() ===
    'text,text,html',
  'one alternate link of a type, all links absolute': (entry) => {
    const links = childrenOf(entry, 'link').map(({ attribs }) => attribs);
    return (
      links.filter(({ rel }) => rel === 'alternate').length === 1 && links.every(({ href }) => isAbsolute(href ?? ''))
    );
  },
  'categories with a term': (entry) => childrenOf(entry, 'category').every(({ attribs }) => attribs['term']),
  'content with no address that is relative': (entry) => linksIn(textOf(entry, 'content')).every(isAbsolute),
};
type JsonObject = Record<string, unknown>;
const isText = (value: unknown) => typeof value === 'string' && value !== '';
const JSON_FEED: Rules<JsonObject> = {
  'the version': ({ version }) => version === 'https://jsonfeed.org/version/1.1',
  'a title and a description': ({ title, description }) => isText(title) && isText(description),
  'its own address and its page’s': ({ feed_url: self, home_page_url: home }, { page, addressOf }) =>
    self === addressOf('json') && home === page.url,
  'authors, each with a name': ({ authors }) => (authors as JsonObject[]).every(({ name }) => isText(name)),
  items: ({ items }) => Array.isArray(items),
  'no id twice': ({ items }) =>
    new Set((items as JsonObject[]).map(({ id }) => id)).size === (items as unknown[]).length,
  'nothing that the format does not know': (feed) =>
    Object.keys(feed).every((key) =>
      ['version', 'title', 'description', 'home_page_url', 'feed_url', 'language', 'authors', 'items'].includes(key),
    ),
};
const JSON_ITEM: Rules<JsonObject> = {
  'an id that is a string': ({ id }) => isText(id),
  'HTML and text': (item) => isText(item['content_html']) && isText(item['content_text']),
  'absolute addresses': ({ url, external_url: source }) =>
    [url, source].every((it) => it === undefined || isAbsolute(it as string)),
  'content with no address that is relative': (item) => linksIn(item['content_html'] as string).every(isAbsolute),
  'a date as RFC 3339 has it': (item) => RFC_3339.test(item['date_published'] as string),
  tags: ({ tags }) => Array.isArray(tags) && tags.every(isText),
};

for (const [name, feed] of Object.entries(FEEDS)) {
  describe(`the feed of ${name}`, () => {
    test('keeps the RSS Advisory Board’s profile', async () => {
      const xml = write(feed, 'rss');
      const channel = childrenOf(rootOf(xml, 'rss'), 'channel')[0]!;
      holds(RSS_CHANNEL, [channel], feed);
      holds(RSS_ITEM, childrenOf(channel, 'item'), feed);
      // Its parser is a strict one.
      assert.equal((await new RssParser().parseString(xml)).items.length, feed.items.length);
    });

    test('keeps RFC 4287', async () => {
      const xml = write(feed, 'atom');
      const root = rootOf(xml, 'feed');
      holds(ATOM_FEED, [root], feed);
      holds(ATOM_ENTRY, childrenOf(root, 'entry'), feed);
      assert.equal((await new RssParser().parseString(xml)).items.length, feed.items.length);
    });

    test('keeps JSON Feed 1.1', () => {
      const json = JSON.parse(write(feed, 'json')) as JsonObject;
      holds(JSON_FEED, [json], feed);
      holds(JSON_ITEM, json['items'] as JsonObject[], feed);
    });
  });
}

test('hostile text comes out of every format as the text it is, without what the format cannot hold', async () => {
  const { items: rss } = await new RssParser().parseString(write(FEEDS.hostile, 'rss'));
  const { items: atom } = await new RssParser().parseString(write(FEEDS.hostile, 'atom'));
  const { items: json } = JSON.parse(write(FEEDS.hostile, 'json')) as { items: JsonObject[] };
  for (const [item] of [rss, atom, json]) assert.ok(String(item?.['title']).includes(SHOWN), String(item?.['title']));
  for (const html of [rss[0]?.['content:encoded'], atom[0]?.content, json[0]?.['content_html']] as string[])
    assert.deepEqual(
      DomUtils.findAll(() => true, parseDocument(html).children).filter(
        ({ name }) => !['p', 'a', 'blockquote'].includes(name),
      ),
      [],
    );
  // A description is HTML, too.
  assert.ok(parseDocument(rss[0]?.content ?? '').children.every(({ type }) => type === 'text'));
  for (const format of ['rss', 'atom', 'json'] as const) assert.doesNotMatch(write(FEEDS.hostile, format), XML_REFUSES);
  assert.doesNotMatch(write(FEEDS.hostile, 'json'), /\\u(?:00(?:0[0-8]|1)|d8)/i);
});

test('a browser finds the stylesheet, a note and a link for each item, in the namespace of XHTML', () => {
  for (const [format, root, item] of [
    ['rss', 'rss', 'item'],
    ['atom', 'feed', 'entry'],
  ] as const) {
    const xml = write(FEEDS.site, format);
    assert.match(
      xml,
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<\?xml-stylesheet type="text\/css" href="\/winnow\/feed\.css"\?>/,
    );
    const element = rootOf(xml, root);
    assert.equal(element.attribs['xmlns:h'], 'http://www.w3.org/1999/xhtml');
    const links = DomUtils.getElementsByTagName('h:a', element).map((link) => [
      DomUtils.textContent(link),
      link.attribs['href'],
    ]);
    assert.deepEqual(links, [
      ['Winnow', 'https://example.org/winnow/'],
      ...FEEDS.site.items.map(({ title, url }) => [title, url]),
    ]);
    assert.equal(DomUtils.getElementsByTagName(item, element).length, FEEDS.site.items.length);
  }
});
