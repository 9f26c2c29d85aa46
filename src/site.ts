import { resolve } from 'node:path';
import { z } from 'zod';
import { isTimeZone } from '#domain/day.ts';
import { readContact } from './contact.ts';
import { makeUrls } from './urls.ts';

/**
 * Reads the site's settings from the environment; empty means unset, and what is not listed is ignored.
 * Throws an `Error` that names each wrong setting and says how to mend it.
 */
export function readSite(env: Record<string, string | undefined>) {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = Settings.safeParse(set);
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`The site's settings (environment variables) are wrong:\n${lines.join('\n')}`);
  }
  const { CONTENT_DIR, CACHE_DIR, SITE_URL, BASE_PATH, TIMEZONE, WINNOW_CONTACT } = result.data;
  return {
    /** Absolute path; `undefined` is the repository's own. */
    contentDir: CONTENT_DIR === undefined ? undefined : resolve(CONTENT_DIR),
    /** Absolute path of what can be made anew. */
    cacheDir: resolve(CACHE_DIR),
    /** Scheme, host and port, without a trailing slash. */
    origin: new URL(SITE_URL).origin,
    basePath: BASE_PATH,
    timezone: TIMEZONE,
    /** How whoever runs the site is reached, where they say so. */
    contact: readContact(WINNOW_CONTACT),
  };
}

const Settings = z.object({
  CONTENT_DIR: z.string().optional(),
  CACHE_DIR: z.string().default('.cache'),
  SITE_URL: z
    .url({ protocol: /^https?$/, error: 'write the address of the site with its scheme, such as https://example.org' })
    .refine(isBareOrigin, 'only scheme and host belong here, such as https://example.org; a folder goes into BASE_PATH')
    .default('http://localhost:4321'),
  BASE_PATH: z
    .string()
    .regex(
      /^\/?(?:[A-Za-z0-9._~-]+\/)*[A-Za-z0-9._~-]*$/,
      'write the folder under which the site lives, such as /winnow',
    )
    .transform((path) => `/${path.replace(/^\/|\/$/g, '')}/`.replace('//', '/'))
    .default('/'),
  WINNOW_CONTACT: z.string().optional(),
  TIMEZONE: z.string().refine(isTimeZone, 'write the name of a time zone, such as Europe/Berlin').default('UTC'),
});

function isBareOrigin(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed === null || (parsed.pathname === '/' && parsed.search === '' && parsed.hash === '');
}

export const site = readSite(process.env);
export const urls = makeUrls(site.basePath);
/** A trial on one's own machine. */
export const isLocalSite = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(site.origin);
/** `path` as the world outside sees it. */
export const absolute = (path: string): string => `${site.origin}${path}`;
/** The same addresses, whole: for what is read elsewhere. */
export const absoluteUrls = makeUrls(absolute(site.basePath));
