import { apiJsonSchema } from '../../api-schema.ts';
import { jsonResponse } from '../../json-response.ts';
import { absoluteUrls } from '../../site.ts';

export const GET = () => jsonResponse({ $id: absoluteUrls.apiSchema(), ...apiJsonSchema() });
