import { feedResponse } from '../../feed-response.ts';
import { digestFeed } from '../../queries.ts';

export const GET = async () => feedResponse(await digestFeed('json'), 'json');
