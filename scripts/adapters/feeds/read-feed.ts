import { messageOf } from '../../errors.ts';
import { afterComments } from '../after-comments.ts';
import { refuseWildJson } from '../refuse-wild-json.ts';
import { parseWithFeedsmith } from './parse-with-feedsmith.ts';
import { parseWithRssParser } from './parse-with-rss-parser.ts';
import type { RawFeed } from './raw-feed.ts';
import { tameMarkup } from './tame-markup.ts';

const RSS_LINK = "look for the RSS link on the show's page and put it in shows.yaml";

/** Reads any feed; what rss-parser gives up on goes to feedsmith. Throws an error that says what came instead, and what to do. */
export async function readFeed(text: string): Promise<RawFeed> {
  const start = afterComments(text);
  if (start === '') throw new Error(`the answer is empty; ${RSS_LINK}, if it stays so`);
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start))
    throw new Error(`the address gives a web page, not a feed; ${RSS_LINK}`);
  const feed = /^[[{]/.test(start) ? tameJson(start) : tameMarkup(start);
  try {
    return await (renamesPodcastTags(feed) ? parseWithFeedsmith(feed) : parseWithRssParser(feed));
  } catch (error) {
    return rescue(feed, error);
  }
}

/** A feed of 5,000 episodes has a tenth of it. */
const MOST_JSON_VALUES = 500_000;

function tameJson(text: string): string {
  refuseWildJson(text, MOST_JSON_VALUES);
  return text;
}

/** rss-parser knows tags by their letters: with `xmlns:p="https://podcastindex.org/namespace/1.0"` it would miss every transcript. */
const renamesPodcastTags = (text: string) =>
  /xmlns:(?!podcast\b|itunes\b)[\w-]+\s*=\s*["'][^"']*(?:podcastindex|dtds\/podcast-1\.0)/i.test(text.slice(0, 10_000));

function rescue(whole: string, error: unknown): RawFeed {
  const text = withoutCutItem(whole);
  try {
    const feed = parseWithFeedsmith(text);
    // It forgives so much that it may come back with nothing from a feed that has items.
    if (feed.items.length > 0 || !/<(?:\w+:)?(?:item|entry)[\s>]/i.test(text)) return feed;
  } catch {
    // What rss-parser said tells more than feedsmith's "Unrecognized feed format".
  }
  throw new Error(whatCame(text, error), { cause: error });
}

/** Of a feed that ends in the middle of an item, that item: half of it would be taken for an episode without guid or transcript. */
function withoutCutItem(text: string): string {
  const lastOpened = Math.max(
    text.lastIndexOf('<item>'),
    text.lastIndexOf('<item '),
    text.lastIndexOf('<entry>'),
    text.lastIndexOf('<entry '),
  );
  const lastClosed = Math.max(text.lastIndexOf('</item'), text.lastIndexOf('</entry'));
  return lastOpened > lastClosed ? text.slice(0, lastOpened) : text;
}

function whatCame(text: string, error: unknown): string {
  const sample = JSON.stringify(text.slice(0, 60));
  if (/^[[{]/.test(text)) return `the address gives JSON that is not a JSON Feed (${sample}); ${RSS_LINK}`;
  if (/<html[\s>]/i.test(text.slice(0, 2000))) return `the address gives a web page, not a feed; ${RSS_LINK}`;
  if (!text.startsWith('<')) return `the address gives text, not a feed (${sample}); ${RSS_LINK}`;
  if (/not recognized/.test(messageOf(error)))
    return `the address gives XML that is not a feed (${sample}); ${RSS_LINK}`;
  const [reason = ''] = messageOf(error).split('\n');
  return `the feed is broken XML, and nothing can be read from it (${reason}); tell its host, tried again on the next run`;
}
