import type { FeedFormat } from './urls.ts';

const TYPES: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};
/** The formats that are XML: the parameters of the routes that give them. */
export const XML_FEEDS = ['rss', 'atom'] as const satisfies readonly FeedFormat[];
export type XmlFeed = (typeof XML_FEEDS)[number];

export const feedResponse = (text: string, format: FeedFormat): Response =>
  new Response(text, { headers: { 'Content-Type': `${TYPES[format]}; charset=utf-8` } });
