import type { FeedFormat } from '../../urls.ts';
import type { Feed } from './feed-model.ts';
import { writeAtom } from './write-atom.ts';
import { writeJsonFeed } from './write-json-feed.ts';
import { writeRss } from './write-rss.ts';

/** The same content gives the same bytes. `style` is the address of the stylesheet with which browsers show it. */
export function writeFeed(feed: Feed, format: FeedFormat, style: string): string {
  if (format === 'json') return writeJsonFeed(feed);
  return format === 'atom' ? writeAtom(feed, style) : writeRss(feed, style);
}
