import type { APIRoute } from 'astro';
import type { ThemeId } from '#domain/ids.ts';
import { jsonResponse } from '../../../../json-response.ts';
import { apiTheme, apiThemePages } from '../../../../queries.ts';

export const getStaticPaths = async () => (await apiThemePages()).map((params) => ({ params }));

export const GET: APIRoute<object, { theme: ThemeId; page: string }> = async ({ params: { theme, page } }) =>
  jsonResponse(await apiTheme(theme, Number(page)));
