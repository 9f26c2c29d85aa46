import type { APIRoute } from 'astro';
import { jsonResponse } from '../../../json-response.ts';
import { apiInsights, apiInsightsPages } from '../../../queries.ts';

export const getStaticPaths = async () => (await apiInsightsPages()).map((page) => ({ params: { page } }));

export const GET: APIRoute<object, { page: string }> = async ({ params: { page } }) =>
  jsonResponse(await apiInsights(Number(page)));
