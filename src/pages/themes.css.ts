import type { APIRoute } from 'astro';
import { allThemes } from '../queries.ts';

/** The colour of each theme, as a stylesheet: pages carry no inline styles. */
export const GET: APIRoute = async () => {
  const rules = (await allThemes()).map(({ id, color }) => `[data-theme='${id}'] { --theme: ${color}; }\n`);
  return new Response(rules.join(''), { headers: { 'Content-Type': 'text/css' } });
};
