import { escapeUTF8 } from 'entities';
import { readableText } from '#domain/readable-text.ts';
import type { Feed } from './feed-model.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * What browsers need to show a feed (RSS, Atom) with its stylesheet as a page: a note on what it is, and a link for each item,
 * as elements of XHTML, which readers of feeds pass over.
 */
export function openAsPage(xml: string, feed: Feed): string {
  let next = 0;
  // Without sections of character data a tag is where a "<" is, whatever the texts say.
  const page = withoutSections(xml)
    .replace(/<(?:rss|feed)(?= )/, `$& xmlns:h="${XHTML}"`)
    .replace(/<channel>|<feed [^>]*>/, (tag) => `${tag}\n${noteOf(feed)}`)
    .replace(/<(?:item|entry)>/g, (tag) => `${tag}\n${linkOf(feed.items[next++]!)}`);
  return readableText(page);
}

/** The generator sets them on lines of their own, and readers show the white space of a title. */
const withoutSections = (xml: string) =>
  xml.replace(/(?:\n[ \t]*)?<!\[CDATA\[(.*?)\]\]>(?:\n[ \t]*(?=<\/))?/gs, (_section, text: string) => escapeUTF8(text));

const linkOf = ({ url, title }: Feed['items'][number]) => `<h:a href="${escapeUTF8(url)}">${escapeUTF8(title)}</h:a>`;

const noteOf = ({ page }: Feed) =>
  '<h:p>This is a feed: copy its address into a feed reader, and what is new comes to you. ' +
  `To read on here, go to <h:a href="${escapeUTF8(page.url)}">${escapeUTF8(page.title)}</h:a>.</h:p>`;
