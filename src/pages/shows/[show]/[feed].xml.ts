import type { APIRoute } from 'astro';
import type { ShowId } from '#domain/ids.ts';
import { feedResponse, XML_FEEDS, type XmlFeed } from '../../../feed-response.ts';
import { allShows, showFeed } from '../../../queries.ts';

export const getStaticPaths = async () =>
  (await allShows()).flatMap(({ id }) => XML_FEEDS.map((feed) => ({ params: { show: id, feed } })));

export const GET: APIRoute<object, { show: ShowId; feed: XmlFeed }> = async ({ params: { show, feed } }) =>
  feedResponse(await showFeed(show, feed), feed);
