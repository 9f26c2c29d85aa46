import { showsOpml } from '../queries.ts';

export const GET = async () =>
  new Response(await showsOpml(), { headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } });
