import { MAGNITUDES, SUFFIXES, UNITS } from './number-words.ts';

/** A word, a sign or digits, with its place in the text in UTF-16 code units. */
export interface Token {
  text: string;
  start: number;
  /** Behind the text, but before a suffix that is no magnitude: "4" of "4o", "10k". */
  end: number;
  /** "1,000" of "1,000k". */
  digits?: string;
  /** 1000 of "1,000k". */
  factor: number;
}

/** Hyphens, currency signs, "+" and "~" stand between the parts of a number ("$5-billion", "100+ million"); any other sign ends it. */
const TOKEN =
  /(?<digits>(?:(?<![\p{L}\p{N}.])\.)?\d+(?:[.,]\d+)*)(?<suffix>[万萬亿億]+|\p{sc=Latin}*)|\p{L}+|[^\s\p{Sc}‐‑+~-]/gu;
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const DECIMAL_COMMA = /^\d+,\d+$/;

/** The tokens of `text`, in lower case. */
export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: token, index: start, groups }) => {
    const { digits, suffix = '' } = groups ?? {};
    // "H20", "B200": digits of a name take no suffix.
    const isOfName = /\p{sc=Latin}/u.test(text.charAt(start - 1));
    const factor = (isOfName ? undefined : SUFFIXES.get(suffix)) ?? MAGNITUDES.get(suffix.toLowerCase()) ?? 1;
    const length = factor === 1 && digits !== undefined ? digits.length : token.length;
    return { text: token.toLowerCase(), start, end: start + length, digits, factor };
  });
}

/** What digits say: "1,000", "1.5", "1,5"; `undefined` for "4.1.2". */
export function valueOf(digits: string): number | undefined {
  const plain = THOUSANDS.test(digits) ? digits.replaceAll(',', '') : digits;
  const value = Number(DECIMAL_COMMA.test(plain) ? plain.replace(',', '.') : plain);
  return Number.isNaN(value) ? undefined : value;
}

/** 1 where there is no magnitude. */
export const magnitudeAt = (tokens: readonly Token[], at: number) => MAGNITUDES.get(tokens[at]?.text ?? '') ?? 1;
export const isUnit = (tokens: readonly Token[], at: number) => UNITS.indexOf(tokens[at]?.text ?? '') > -1;
export const isArticle = (tokens: readonly Token[], at: number) => /^an?$/.test(tokens[at]?.text ?? '');
export const isHalf = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === 'and' && isArticle(tokens, at + 1) && tokens[at + 2]?.text === 'half';
