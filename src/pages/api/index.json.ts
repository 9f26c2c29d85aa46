import { jsonResponse } from '../../json-response.ts';
import { apiIndex } from '../../queries.ts';

export const GET = async () => jsonResponse(await apiIndex());
