import { parseOpml, type Opml } from 'feedsmith';
import { hash4, slugify } from '#domain/ids.ts';
import { Show } from '#domain/show.ts';
import { messageOf, SettingsError } from '../errors.ts';
import { tameMarkup } from './feeds/tame-markup.ts';

type Outline = Opml.Outline<string>;
/** To find the line of each is a walk through the text. */
const MOST_PROBLEMS = 50;

/**
 * The feeds of an OPML 1 or 2 document, of all its folders, each once. An id is the slug of the title, with four hex
 * digits of the address where two shows share it or nothing of the title is left (Chinese titles). `source` is for messages.
 */
export function readOpmlShows(text: string, source: string): Show[] {
  const problems: string[] = [];
  const shows = new Map<string, Show>();
  const ids = new Set<string>();
  for (const { xmlUrl = '', title, text: label } of feedsOf(outlinesOf(text, source))) {
    if (shows.has(xmlUrl)) continue;
    const name = title ?? label ?? hostOf(xmlUrl);
    const show = Show.safeParse({ id: freeId(name, xmlUrl, ids), title: name, feed: xmlUrl });
    if (show.success) {
      shows.set(xmlUrl, show.data);
      ids.add(show.data.id);
    } else if (problems.length < MOST_PROBLEMS) {
      problems.push(
        ...show.error.issues.map(
          ({ message }) => `${source}:${lineOf(xmlUrl, text)}: ${name}: ${message}; mend its xmlUrl`,
        ),
      );
    }
  }
  if (problems.length > 0) throw new SettingsError(problems.join('\n'));
  if (shows.size > 0) return [...shows.values()];
  throw new SettingsError(`${source}:1: no feed in this OPML; each needs an outline with text and xmlUrl`);
}

function outlinesOf(text: string, source: string): Outline[] {
  try {
    return parseOpml(tameMarkup(text)).body?.outlines ?? [];
  } catch (error) {
    throw new SettingsError(`${source}:1: looks like OPML, but cannot be read (${messageOf(error)}); export it again`, {
      cause: error,
    });
  }
}

const feedsOf = (outlines: readonly Outline[]): Outline[] =>
  outlines.flatMap((outline) => [...(outline.xmlUrl ? [outline] : []), ...feedsOf(outline.outlines ?? [])]);

function freeId(title: string, feed: string, taken: ReadonlySet<string>): string {
  const id = slugify(title, { fallback: `show-${hash4(feed)}` });
  return taken.has(id) ? `${id}-${hash4(feed)}` : id;
}

const hostOf = (address: string) => URL.parse(address)?.hostname ?? 'untitled';

/** 1-based line where the address stands; entities in it may hide it, and then it is the first. */
const lineOf = (address: string, text: string) => text.slice(0, Math.max(0, text.indexOf(address))).split('\n').length;
