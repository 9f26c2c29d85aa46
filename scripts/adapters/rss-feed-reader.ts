import { ItemError, messageOf } from '../errors.ts';
import type { Fetched, Fetcher, FeedItem, FeedReader } from '../ports.ts';
import { decodeText } from './decode-text.ts';
import { feedItemsOf } from './feeds/feed-items.ts';
import { readFeed } from './feeds/read-feed.ts';
import { withoutLogin } from './http/without-login.ts';

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1';
const MAX_BYTES = 32 * 2 ** 20;

/** Polls RSS, Atom, RDF and JSON feeds. */
export function createRssFeedReader(fetcher: Fetcher): FeedReader {
  return {
    async read({ feed }) {
      const fetched = await fetcher.fetch(feed, { accept: ACCEPT, maxBytes: MAX_BYTES, cache: 'no-cache' });
      try {
        return { status: fetched.unchanged ? 'unchanged' : 'ok', items: await itemsOf(fetched) };
      } catch (error) {
        // Otherwise an error page, sent once with an ETag, would come back with every 304.
        await fetcher.forget(feed);
        throw new ItemError(`${withoutLogin(feed)}: ${messageOf(error)}`, { cause: error });
      }
    },
  };
}

async function itemsOf({ body, contentType, url }: Fetched): Promise<FeedItem[]> {
  return feedItemsOf(await readFeed(decodeText(body, contentType)), url);
}
