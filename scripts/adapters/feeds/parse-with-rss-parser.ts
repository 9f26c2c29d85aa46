import RssParser from 'rss-parser';
import {
  minutesOf,
  playable,
  type RawEnclosure,
  type RawFeed,
  type RawItem,
  type RawPerson,
  type RawTranscript,
} from './raw-feed.ts';

// rss-parser makes a plain-text snippet of these with regular expressions whose time grows with the square of the
// length ("<<<<…"), so one hostile item would stop the run. Under other names it leaves them alone.
const PROSE = ['description', 'summary', 'content', 'content:encoded'];
const aside = (name: string) => (PROSE.includes(name) ? `raw-${name}` : name);

const whole = { keepArray: true };
const OWN_NAMES = [
  'raw-description',
  'raw-summary',
  'raw-content',
  'raw-content:encoded',
  'itunes:title',
  'itunes:summary',
  'itunes:duration',
];
const REPEATED = [
  'guid',
  'link',
  'enclosure',
  'podcast:person',
  'podcast:transcript',
  'podcast:chapters',
  'media:content',
  'published',
  'updated',
];

/** Reads RSS 0.9x, 1.0 and 2.0 and Atom. Throws on anything that is not well-formed. */
export async function parseWithRssParser(text: string): Promise<RawFeed> {
  const parser = new RssParser<Record<string, unknown>, Record<string, unknown>>({
    xml2js: { tagNameProcessors: [aside] },
    customFields: {
      feed: [
        ['podcast:person', 'every-podcast:person', whole],
        ['$', '$', whole],
      ] as never[],
      item: [
        ...OWN_NAMES.map((name) => [name, name]),
        ...REPEATED.map((name) => [name, `every-${name}`, whole]),
      ] as never[],
    },
  });
  const feed = await parser.parseString(text);
  return {
    language: textOf(feed['language']) ?? attribute(feed, 'xml:lang'),
    ttlMinutes: minutesOf(textOf(feed['ttl'])),
    people: peopleOf(feed),
    items: feed.items.map(rawItemOf),
  };
}

type Item = Record<string, unknown>;

function rawItemOf(item: Item): RawItem {
  const [guid] = every(item, 'guid');
  const links = every(item, 'link');
  return {
    guid: textOf(guid) ?? textOf(item['id']) ?? textOf(item['rdf:about']),
    guidIsLink: guid !== undefined && attribute(guid, 'isPermaLink') !== 'false',
    titles: [item['title'], item['itunes:title']].map(textOf),
    descriptions: ['raw-description', 'raw-content:encoded', 'itunes:summary', 'raw-summary', 'raw-content'].map(
      (name) => textOf(item[name]),
    ),
    link: links.map(pageLinkOf).find(Boolean),
    enclosures: [
      ...every(item, 'enclosure').map(enclosureOf),
      ...links.flatMap(atomEnclosureOf),
      ...every(item, 'media:content').flatMap(mediaOf),
    ],
    dates: [item['pubDate'], item['date'], every(item, 'published')[0], every(item, 'updated')[0]].map(textOf),
    duration: textOf(item['itunes:duration']),
    people: peopleOf(item),
    chapters: every(item, 'podcast:chapters')
      .map((chapters) => attribute(chapters, 'url'))
      .find(Boolean),
    transcripts: every(item, 'podcast:transcript').map(transcriptOf),
  };
}

const every = (parent: Item, name: string): unknown[] => {
  const found = parent[`every-${name}`];
  return Array.isArray(found) ? found : [];
};

/** xml2js makes a string of an element, an object with `_` where it has attributes, and an object of its children otherwise. */
function textOf(element: unknown): string | undefined {
  if (typeof element === 'string') return element.trim() || undefined;
  if (Array.isArray(element)) return element.map(textOf).filter(Boolean).join(' ') || undefined;
  if (typeof element !== 'object' || element === null) return undefined;
  return textOf(Object.entries(element).flatMap(([name, child]) => (name === '$' ? [] : [child])));
}

function attribute(element: unknown, name: string): string | undefined {
  if (typeof element !== 'object' || element === null || !('$' in element)) return undefined;
  const value = (element.$ as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}

/** RSS writes the address as text, Atom as `href` with `rel`. */
function pageLinkOf(link: unknown): string | undefined {
  const rel = attribute(link, 'rel') ?? 'alternate';
  return textOf(link) ?? (rel === 'alternate' ? attribute(link, 'href') : undefined);
}

const atomEnclosureOf = (link: unknown): RawEnclosure[] =>
  attribute(link, 'rel') === 'enclosure' ? [{ url: attribute(link, 'href'), type: attribute(link, 'type') }] : [];

const enclosureOf = (element: unknown): RawEnclosure => ({
  url: attribute(element, 'url'),
  type: attribute(element, 'type'),
});

const mediaOf = (media: unknown): RawEnclosure[] =>
  playable({ url: attribute(media, 'url'), type: attribute(media, 'type'), medium: attribute(media, 'medium') });

const transcriptOf = (element: unknown): RawTranscript => ({
  ...enclosureOf(element),
  language: attribute(element, 'language'),
});

const peopleOf = (parent: Item): RawPerson[] =>
  every(parent, 'podcast:person').map((person) => ({ name: textOf(person), role: attribute(person, 'role') }));
