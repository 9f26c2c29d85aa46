import { feedsOpml } from '../queries.ts';

export const GET = async () =>
  new Response(await feedsOpml(), { headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } });
