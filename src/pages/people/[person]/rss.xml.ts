import type { APIRoute } from 'astro';
import type { PersonSlug } from '#domain/ids.ts';
import { feedResponse } from '../../../feed-response.ts';
import { allPeople, personFeed } from '../../../queries.ts';

export const getStaticPaths = async () => (await allPeople()).map(({ slug }) => ({ params: { person: slug } }));

export const GET: APIRoute<object, { person: PersonSlug }> = async ({ params: { person } }) =>
  feedResponse(await personFeed(person), 'rss');
