import { digestFeed } from '../../queries.ts';
import { rssResponse } from '../../rss-response.ts';

export const GET = async () => rssResponse(await digestFeed());
