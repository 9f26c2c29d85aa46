import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Font } from 'satori';
import subsetFont from 'subset-font';

const LATIN = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2';
const LATIN_EXT = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2';
const SANS = '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2';
const SANS_EXT = '@fontsource-variable/public-sans/files/public-sans-latin-ext-wght-normal.woff2';

/** What the fonts hold, as far as cards need it: Latin, and the marks of English text. */
const DRAWABLE = /^[\x20-\x7e\xa0-\u024f\u2013\u2014\u2018-\u201d\u2026\u20ac]*$/;

/** Whether every character of `text` is in the fonts of the cards. */
export const isDrawable = (text: string): boolean => DRAWABLE.test(text);

let loaded: Promise<Font[]> | undefined;

/** The site's fonts at one weight each, as the drawing library reads them. */
export const cardFonts = (): Promise<Font[]> =>
  (loaded ??= Promise.all([
    cut('serif', LATIN, 600),
    cut('serif', LATIN_EXT, 600),
    cut('sans', SANS, 400),
    cut('sans', SANS_EXT, 400),
  ]));

async function cut(name: string, file: string, weight: 400 | 600): Promise<Font> {
  const source = await readFile(createRequire(import.meta.url).resolve(file));
  const data = await subsetFont(source, CHARACTERS, { targetFormat: 'truetype', variationAxes: { wght: weight } });
  return { name, data, weight, style: 'normal' };
}

const CHARACTERS = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code))
  .filter(isDrawable)
  .join('');
