import type { APIRoute } from 'astro';
import type { ThemeId } from '#domain/ids.ts';
import { feedResponse, XML_FEEDS, type XmlFeed } from '../../../feed-response.ts';
import { allThemes, themeFeed } from '../../../queries.ts';

export const getStaticPaths = async () =>
  (await allThemes()).flatMap(({ id }) => XML_FEEDS.map((feed) => ({ params: { theme: id, feed } })));

export const GET: APIRoute<object, { theme: ThemeId; feed: XmlFeed }> = async ({ params: { theme, feed } }) =>
  feedResponse(await themeFeed(theme, feed), feed);
