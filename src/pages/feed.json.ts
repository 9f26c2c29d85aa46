import { feedResponse } from '../feed-response.ts';
import { siteFeed } from '../queries.ts';

export const GET = async () => feedResponse(await siteFeed('json'), 'json');
