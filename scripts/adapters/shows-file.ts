import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ContentError } from '#domain/content-error.ts';
import { ShowList, type Show } from '#domain/show.ts';
import { readYaml } from '#markdown/read-yaml.ts';
import { messageOf, SettingsError } from '../errors.ts';
import type { Fetcher } from '../ports.ts';
import { decodeText } from './decode-text.ts';
import { readOpmlShows } from './opml-shows.ts';

const ACCEPT = 'application/yaml, text/yaml, text/x-opml, application/xml;q=0.9, */*;q=0.5';
const MAX_BYTES = 4 * 2 ** 20;

const EXAMPLE = '"- { id: my-show, title: My Show, feed: https://example.org/feed.xml }"';
const SHOWS = z
  .array(z.unknown(), { error: `shows are a list; write each show as ${EXAMPLE}` })
  .min(1, `the list of shows is empty; add one, as ${EXAMPLE}`)
  .pipe(ShowList);

/**
 * The subscription list at a path or an http(s) address: `shows.yaml`, or OPML.
 * Throws a `SettingsError` that lists every problem as "file:line: field: what is wrong, and the fix".
 */
export async function loadShows(source: string, fetcher: Fetcher): Promise<Show[]> {
  const text = await textAt(source, fetcher);
  if (/^\s*<(?:!doctype\s+html|html)\b/i.test(text)) {
    throw new SettingsError(
      `${source}:1: this is a web page, not a list of shows; give the address of a shows.yaml or of an OPML file`,
    );
  }
  return text.trimStart().startsWith('<') ? readOpmlShows(text, source) : readShows(text, source);
}

async function textAt(source: string, fetcher: Fetcher): Promise<string> {
  try {
    if (!/^https?:\/\//i.test(source)) return decodeText(await readFile(source));
    const { body, contentType } = await fetcher.fetch(source, {
      accept: ACCEPT,
      maxBytes: MAX_BYTES,
      cache: 'no-cache',
    });
    return decodeText(body, contentType);
  } catch (error) {
    throw new SettingsError(whyUnread(source, error), { cause: error });
  }
}

function whyUnread(source: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return `${source}: there is no such file; make it, or name another one with --shows`;
  if (code === 'EISDIR') return `${source}: this is a folder; name the file in it with --shows`;
  return `the list of shows cannot be read: ${messageOf(error)}`;
}

/** Five thousand shows, each written over several lines. What is larger, or of another shape, is no list, and long in parsing. */
const MOST_LINES = 20_000;
const LONGEST_LINE = 4000;
/** Lines from the one that begins it on; comments and empty lines are none of it. */
const LONGEST_SHOW = 100;
const MOST_BRACKETS = 20;

function refuseHuge(text: string, source: string): void {
  let ofShow = 0;
  for (const [index, line] of text.split('\n', MOST_LINES + 1).entries()) {
    const isComment = /^\s*(?:#|$)/.test(line);
    if (/^\s*[-{]/.test(line)) ofShow = 0;
    else if (!isComment) ofShow++;
    const brackets = isComment ? 0 : line.length - line.replace(/[[{]|- /g, '').length;
    if (index === MOST_LINES || ofShow > LONGEST_SHOW || line.length > LONGEST_LINE || brackets > MOST_BRACKETS)
      throw new SettingsError(
        `${source}:${index + 1}: this is too large for a list of shows; write each as ${EXAMPLE}`,
      );
  }
}

function readShows(text: string, source: string): Show[] {
  try {
    // A file of comments alone is YAML for "null".
    if (text.replace(/^\s*#.*$/gm, '').trim() === '') return readYaml('[]', source, SHOWS);
    refuseHuge(text, source);
    return readYaml(text, source, SHOWS);
  } catch (error) {
    const where = error instanceof ContentError || error instanceof SettingsError ? '' : `${source}: `;
    throw new SettingsError(where + messageOf(error), { cause: error });
  }
}
