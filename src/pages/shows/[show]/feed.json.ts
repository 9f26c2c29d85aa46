import type { APIRoute } from 'astro';
import type { ShowId } from '#domain/ids.ts';
import { feedResponse } from '../../../feed-response.ts';
import { allShows, showFeed } from '../../../queries.ts';

export const getStaticPaths = async () => (await allShows()).map(({ id }) => ({ params: { show: id } }));

export const GET: APIRoute<object, { show: ShowId }> = async ({ params: { show } }) =>
  feedResponse(await showFeed(show, 'json'), 'json');
