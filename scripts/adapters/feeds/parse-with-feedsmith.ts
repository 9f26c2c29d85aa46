import { parseFeed, type AtomFeed, type JsonFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { minutesOf, playable, type RawFeed, type RawItem } from './raw-feed.ts';

/** Reads RSS, Atom, RDF and JSON Feed, and forgives much that is not well-formed. Throws where there is no feed in it. */
export function parseWithFeedsmith(text: string): RawFeed {
  const parsed = parseFeed(text);
  if (parsed.format === 'rss') return rawRss(parsed.feed);
  if (parsed.format === 'atom') return rawAtom(parsed.feed);
  if (parsed.format === 'rdf') return rawRdf(parsed.feed);
  return rawJson(parsed.feed);
}

type PersonTag = { display?: string; role?: string };
const peopleOf = (persons: PersonTag[] = []) => persons.map(({ display, role }) => ({ name: display, role }));

function rawRss({ language, ttl, podcast, items = [] }: RssFeed.Feed<string>): RawFeed {
  return { language, ttlMinutes: minutesOf(ttl), people: peopleOf(podcast?.persons), items: items.map(rawRssItem) };
}

function rawRssItem(item: RssFeed.Item<string>): RawItem {
  const { guid, itunes, podcast } = item;
  return {
    guid: guid?.value,
    guidIsLink: guid !== undefined && guid.isPermaLink !== false,
    titles: [item.title, itunes?.title],
    descriptions: [item.description, item.content?.encoded, itunes?.summary],
    link: item.link ?? item.atom?.links?.find(isPage)?.href,
    enclosures: [...(item.enclosures ?? []), ...(item.media?.contents ?? []).flatMap(playable)],
    dates: [item.pubDate, item.dc?.dates?.[0]],
    duration: itunes?.duration?.toString(),
    people: peopleOf(podcast?.persons),
    chapters: podcast?.chapters?.url,
    transcripts: podcast?.transcripts ?? [],
  };
}

const isPage = ({ rel = 'alternate' }: { rel?: string }) => rel === 'alternate';
const NO_PODCAST_TAGS = { guidIsLink: false, people: [], transcripts: [] };

function rawAtom({ xml, entries = [] }: AtomFeed.Feed<string>): RawFeed {
  const items = entries.map((entry) => ({
    ...NO_PODCAST_TAGS,
    guid: entry.id,
    titles: [entry.title?.value, entry.itunes?.title],
    descriptions: [entry.summary?.value, entry.content?.value, entry.itunes?.summary],
    link: entry.links?.find(isPage)?.href,
    enclosures: (entry.links ?? []).flatMap(({ rel, href, type }) =>
      rel === 'enclosure' ? [{ url: href, type }] : [],
    ),
    dates: [entry.published, entry.updated],
    duration: entry.itunes?.duration?.toString(),
  }));
  return { language: xml?.lang, people: [], items };
}

function rawRdf({ dc, items = [] }: RdfFeed.Feed<string>): RawFeed {
  const rawItems = items.map((item) => ({
    ...NO_PODCAST_TAGS,
    guid: item.rdf?.about,
    titles: [item.title],
    descriptions: [item.description, item.content?.encoded],
    link: item.link,
    enclosures: [],
    dates: [item.dc?.dates?.[0]],
  }));
  return { language: dc?.languages?.[0], people: [], items: rawItems };
}

function rawJson({ language, items = [] }: JsonFeed.Feed<string>): RawFeed {
  const rawItems = items.map((item) => ({
    ...NO_PODCAST_TAGS,
    guid: item.id,
    titles: [item.title],
    descriptions: [item.summary, item.content_text, item.content_html],
    link: item.url ?? item.external_url,
    enclosures: (item.attachments ?? []).map(({ url, mime_type: type }) => ({ url, type })),
    dates: [item.date_published, item.date_modified],
    duration: item.attachments?.[0]?.duration_in_seconds?.toString(),
  }));
  return { language, people: [], items: rawItems };
}
