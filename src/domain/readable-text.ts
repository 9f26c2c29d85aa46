import { z } from 'zod';

/** White space that XML forbids, or that only some programs take for the end of a line. */
const ODD_SPACE = /[\v\f\x85\u2028\u2029]/g;
/**
 * Controls, lone surrogates, code points that are no characters, and what is not seen but changes what is: marks of direction,
 * zero widths, soft hyphens, tags (invisible ASCII), annotations, fillers that look like nothing.
 */
const NO_TEXT =
  /[[\p{Cc}--[\t\n\r]]\p{Cs}\p{Noncharacter_Code_Point}[[\p{Cf}&&\p{Default_Ignorable_Code_Point}]--[\u200c\u200d]]\ufff9-\ufffb\u3164\uffa0]/gv;
/**
 * Joiners spell words in Arabic, Persian and Indic scripts and make one emoji of several; after any other sign they only hide that
 * two words are the same.
 */
const IDLE_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f[[\p{L}\p{M}]--[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Inherited}]]])[\u200c\u200d]/gv;

/**
 * `text` without the characters that are none: the one rule, for all that comes from outside and all that is read from files, so
 * that what is shown, what is searched and what is compared are the same. Line ends and tabs stay; twice is as good as once.
 */
export const readableText = (text: string): string =>
  text.replace(ODD_SPACE, ' ').replace(IDLE_JOINER, '').replace(NO_TEXT, '');

/** The same on one line: for titles and names. */
export const readableLine = (text: string): string => readableText(text).replace(/\s+/g, ' ').trim();

/** A string of a file or an answer, as it may be shown. */
export const ReadableText = z.string().overwrite(readableText);
export const ReadableLine = z.string().overwrite(readableLine);
