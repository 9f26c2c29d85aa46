import { siteFeed } from '../queries.ts';
import { rssResponse } from '../rss-response.ts';

export const GET = async () => rssResponse(await siteFeed());
