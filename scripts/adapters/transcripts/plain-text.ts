import { decodeHTMLStrict } from 'entities';
import { readableText } from '#domain/readable-text.ts';

/** "<i>", "</c>", "<font color=red>", "<00:00:01.000>", "<!-- … -->", and "{\an8}" of SubRip. Not "a < b" or "<3". */
const TAG = /<!--[^]*?(?:-->|$)|<\/?[a-z][^<>]*>|<\d+:[\d:.]+>|\{\\[^}\n]{0,80}\}/gi;
/** Those that are left over from an encoded "&lt;i&gt;"; "vector&lt;int&gt;" is something said. */
const CAPTION_TAG = /<\/?(?:b|br|c|em|font|i|p|s|span|strong|u|v)(?:[\s.][^<>]*)?\/?>|<\d+:[\d:.]+>/gi;
const LETTERS = /[\p{L}\p{M}\p{N}'’\uFFFD]+/gu;
/** "\[laughter\]", in transcripts that went through Markdown. */
const ESCAPED = /\\([[\]_*>~`#])/g;

/** The text of a cue as it is spoken, without markup, entities and what is no text; damaged words are marked, line breaks stay. */
export const plainText = (text: string): string =>
  // Before tags are looked for, and after entities, which may stand for anything, are decoded.
  readableText(
    decodeEntities(
      readableText(text)
        .replace(/<br\s*\/?>/gi, '\n')
        .replace(TAG, ''),
    ),
  )
    .replace(CAPTION_TAG, '')
    .replace(ESCAPED, '$1')
    .replace(LETTERS, markDamaged);

/** A word with a letter that could not be decoded is not known; what has brackets in it is not quoted. */
const markDamaged = (word: string) => (word.includes('\uFFFD') ? '[unreadable]' : word);

// Some hosts encode twice: "Q&amp;amp;A".
function decodeEntities(text: string, times = 3): string {
  return times > 0 && text.includes('&') ? decodeEntities(decodeHTMLStrict(text), times - 1) : text;
}
