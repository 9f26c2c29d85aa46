import type { APIRoute } from 'astro';
import type { ThemeId } from '#domain/ids.ts';
import { feedResponse } from '../../../feed-response.ts';
import { allThemes, themeFeed } from '../../../queries.ts';

export const getStaticPaths = async () => (await allThemes()).map(({ id }) => ({ params: { theme: id } }));

export const GET: APIRoute<object, { theme: ThemeId }> = async ({ params: { theme } }) =>
  feedResponse(await themeFeed(theme, 'json'), 'json');
