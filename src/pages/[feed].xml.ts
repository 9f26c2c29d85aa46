import type { APIRoute } from 'astro';
import { feedResponse, XML_FEEDS, type XmlFeed } from '../feed-response.ts';
import { siteFeed } from '../queries.ts';

export const getStaticPaths = () => XML_FEEDS.map((feed) => ({ params: { feed } }));

export const GET: APIRoute<object, { feed: XmlFeed }> = async ({ params: { feed } }) =>
  feedResponse(await siteFeed(feed), feed);
