import { ItemError, messageOf } from '../errors.ts';
import type { Fetcher, FeedReader } from '../ports.ts';
import { decodeText } from './decode-text.ts';
import { feedItemsOf } from './feeds/feed-items.ts';
import { readFeed } from './feeds/read-feed.ts';

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1';
const MAX_BYTES = 32 * 2 ** 20;

const MINUTE = 60_000;

/** Polls RSS, Atom, RDF and JSON feeds, no sooner again than their hosts and their `ttl` say. */
export function createRssFeedReader(fetcher: Fetcher): FeedReader {
  return {
    async read({ id: show, feed }) {
      const fetched = await fetcher.fetch(feed, { accept: ACCEPT, maxBytes: MAX_BYTES, show, cache: 'default' });
      const { asked, unchanged, held, movedTo, url } = fetched;
      try {
        const raw = await readFeed(decodeText(fetched.body, fetched.contentType));
        if (raw.ttlMinutes !== undefined) await fetcher.keepFresh(feed, raw.ttlMinutes * MINUTE);
        const status = !asked ? 'skipped' : unchanged ? 'unchanged' : 'ok';
        return { status, held, movedTo, items: feedItemsOf(raw, url) };
      } catch (error) {
        // Otherwise an error page, sent once with an ETag, would come back with every 304.
        await fetcher.forget(feed);
        throw new ItemError(`${feed}: ${messageOf(error)}`, { cause: error });
      }
    },
  };
}
