import type { APIRoute } from 'astro';
import { themeFeeds } from '../../../queries.ts';
import { rssResponse } from '../../../rss-response.ts';

export const getStaticPaths = async () =>
  (await themeFeeds()).map(({ id, xml }) => ({ params: { theme: id }, props: { xml } }));

export const GET: APIRoute<{ xml: string }> = ({ props }) => rssResponse(props.xml);
