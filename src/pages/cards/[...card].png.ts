import { join } from 'node:path';
import type { APIRoute } from 'astro';
import type { Card } from '../../cards/card.ts';
import { keptCard } from '../../cards/kept-cards.ts';
import { allCards } from '../../queries.ts';
import { site, urls } from '../../site.ts';

const prefix = urls.file('cards/');

export const getStaticPaths = async () =>
  (await allCards()).map(({ url, card }) => ({
    params: { card: url.slice(prefix.length).replace(/\.png$/, '') },
    props: { card },
  }));

export const GET: APIRoute<{ card: Card }> = async ({ props }) => {
  const image = await keptCard(props.card, join(site.cacheDir, 'cards'));
  return new Response(new Uint8Array(image), { headers: { 'Content-Type': 'image/png' } });
};
