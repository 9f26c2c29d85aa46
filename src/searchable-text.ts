/** What counts as part of a word besides letters and digits: prices and shares are searched for as they are written. */
export const WORD_SYMBOLS = '$€£¥%\u2024';

// In numbers only: a full stop that counted as part of a word would make "price." another word than "price".
const DECIMAL_POINT = '\u2024';
// A word joiner before the space tells a cut from a space of the text.
const CUT = '\u2060 ';
const CJK = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const CJK_EDGE = new RegExp(`(?<=${CJK})(?=\\S)|(?<=\\S)(?=${CJK})`, 'gu');

/**
 * `text` as Pagefind is to read it, which takes for a word whatever stands between white space: cut after hyphens and
 * dashes, and around every Chinese or Japanese character, since no two dictionaries cut these into the same words.
 */
export const toIndexText = (text: string): string =>
  text
    .replace(/(?<=\d)\.(?=\d)/g, DECIMAL_POINT)
    .replace(/(?<=\S[-–—/…])(?=\S)/g, CUT)
    .replace(CJK_EDGE, CUT);

/** The text that `toIndexText` was given. */
export const fromIndexText = (text: string): string =>
  text.replaceAll(CUT, '').replaceAll('\u2060', '').replaceAll(DECIMAL_POINT, '.');

/**
 * What a reader typed, in the words of the index. Words that nearly every insight has are left out, unless there is no
 * other or the whole is in quotation marks: they tell nothing apart, and Pagefind takes seconds for them in a large archive.
 */
export function toQuery(typed: string): string {
  const words = toIndexText(typed).replaceAll(CUT, ' ').trim().split(/\s+/);
  const telling = words.filter((word) => !COMMON.has(word.toLowerCase()));
  return (typed.includes('"') || telling.length === 0 ? words : telling).join(' ');
}
const COMMON = new Set(
  'a an and are as at be but by for from in is it of on or that the this to was we with you'.split(' '),
);

/** The runs of Chinese or Japanese characters that a reader typed; each means what it says only as a whole. */
export const phrasesOf = (typed: string): string[] => (typed.match(RUN) ?? []).map((run) => [...run].join(' '));
const RUN = new RegExp(`${CJK}{2,}`, 'gu');

/** The amounts in what a reader typed without their currency: "1.10" for "$1.10". */
export const withoutSigns = (typed: string): string => typed.replace(/[$€£¥](?=\d)/g, '');

/** Words and quoted phrases of what a reader typed, each once, without those that tell nothing apart. */
export const partsOf = (typed: string): string[] => {
  const parts = [...new Set(typed.match(/"[^"]+"|[^\s"]+/g) ?? [])];
  return parts.filter((part) => !COMMON.has(part.toLowerCase()) && /[\p{L}\p{N}]/u.test(part));
};
