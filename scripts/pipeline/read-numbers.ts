import { CARDINALS, ORDINALS, SIZES, TENS } from './number-words.ts';
import { magnitudeAt, tokensOf, valueOf, type Token } from './number-tokens.ts';
import { readNumber, readPercent, type Part } from './parse-number.ts';

/** A number as it is written or spoken; its values are "2500000", "40%", "5th" or, where it is no plain number, "4.1.2". */
export interface NumberPhrase {
  /** Any of these proves it: "5" of "5 to 10 billion" is 5 or 5 billion. */
  provenBy: string[];
  /** What it proves itself: "$300 billion" proves "billions", too. */
  proves: string[];
  /** It is seldom meant as a number: "one" in "no one", "first", "second", "hundreds" in "hundreds of millions". */
  isLoose: boolean;
}

/** A phrase, and the place of the token that comes after it. */
interface Read {
  phrase: NumberPhrase;
  end: number;
}

const BETWEEN = new Set(['to', 'or', 'and', '–']);
const PRONOUN_BEFORE = new Set(['no', 'any', 'every', 'some', 'each']);
const PRONOUN_AFTER = new Set(
  (
    'of another can could should would will may might must has have had is are was were be been does do did who whom ' +
    'that which where when what how if as than to in on at by for from with without about and or but so not also the a an'
  ).split(' '),
);

/** The numbers of `text` in order, in digits or words, with their magnitudes and per cent signs. */
export function readNumbers(text: string): NumberPhrase[] {
  const tokens = tokensOf(text.normalize('NFKC'));
  const phrases: NumberPhrase[] = [];
  for (let at = 0; at < tokens.length;) {
    const read =
      readLiteral(tokens, at) ?? readOrdinal(tokens, at) ?? readVague(tokens, at) ?? readQuantity(tokens, at);
    if (read) phrases.push(read.phrase);
    at = read?.end ?? at + 1;
  }
  return phrases;
}

/** Digits that are no plain number ("4.1.2", "1.000,5", "2.7.2026") mean themselves. */
function readLiteral(tokens: readonly Token[], at: number): Read | undefined {
  const digits = tokens[at]?.digits;
  if (digits === undefined || valueOf(digits) !== undefined) return undefined;
  const { isPercent, end } = readPercent(tokens, at + 1);
  const literal = isPercent ? `${digits}%` : digits;
  return { phrase: { provenBy: [literal], proves: [literal], isLoose: false }, end };
}

/** "5th", "fifth", "twenty-first", "two fifths"; "5" proves "fifth" but "fifth" not "5", while "May 5" and "May 5th" are the same. */
function readOrdinal(tokens: readonly Token[], at: number): Read | undefined {
  const { text = '', digits } = tokens[at] ?? {};
  if (digits !== undefined) {
    if (!/^\d+(?:st|nd|rd|th)$/.test(text)) return undefined;
    const values = [`${digits}th`, digits];
    return { phrase: { provenBy: values, proves: values, isLoose: false }, end: at + 1 };
  }
  const unit = TENS.includes(text) ? (ordinalAt(tokens, at + 1) ?? 0) : 0;
  const isCompound = unit > 0 && unit < 10;
  const value = isCompound ? (CARDINALS.get(text) ?? 0) + unit : ordinalAt(tokens, at);
  if (value === undefined) return undefined;
  const phrase = { provenBy: [`${value}th`, `${value}`], proves: [`${value}th`], isLoose: value <= 3 };
  return { phrase, end: at + (isCompound ? 2 : 1) };
}

function ordinalAt(tokens: readonly Token[], at: number): number | undefined {
  const word = tokens[at]?.text ?? '';
  return ORDINALS.get(word === 'seconds' ? word : word.replace(/s$/, ''));
}

/** "billions", "dozens": a size without a number. */
function readVague(tokens: readonly Token[], at: number): Read | undefined {
  const isVague = (place: number) => /^\p{L}+s$/u.test(tokens[place]?.text ?? '') && magnitudeAt(tokens, place) > 1;
  if (!isVague(at)) return undefined;
  const word = tokens[at]?.text ?? '';
  const isLoose = tokens[at + 1]?.text === 'of' && isVague(at + 2);
  return { phrase: { provenBy: [word], proves: [word], isLoose }, end: at + 1 };
}

function readQuantity(tokens: readonly Token[], at: number): Read | undefined {
  const number = readNumber(tokens, at);
  if (!number) return undefined;
  const { isPercent, end } = readPercent(tokens, number.end);
  const values = [written(number.value, isPercent)];
  if (number.scale === 1 && !isPercent) values.push(...valuesInRange(tokens, number));
  const phrase = {
    provenBy: values,
    proves: [...values, ...sizesOf(number.value)],
    isLoose: isPronoun(tokens, at, end),
  };
  return { phrase, end };
}

/** In "5 to 10 billion" and "40–50 %" the last word may be meant for both numbers. */
function valuesInRange(tokens: readonly Token[], { value, end }: Part): string[] {
  const upper = readNumber(tokens, BETWEEN.has(tokens[end]?.text ?? '') ? end + 1 : end);
  if (!upper) return [];
  const { isPercent } = readPercent(tokens, upper.end);
  return upper.scale > 1 || isPercent ? [written(value * upper.scale, isPercent)] : [];
}

/** "no one", "one of them", "a good one.", "one third". */
function isPronoun(tokens: readonly Token[], at: number, end: number): boolean {
  if (tokens[at]?.text !== 'one' || end > at + 1) return false;
  const after = tokens[end]?.text ?? '';
  if (PRONOUN_BEFORE.has(tokens[at - 1]?.text ?? '') || ordinalAt(tokens, end) !== undefined) return true;
  return PRONOUN_AFTER.has(after) || !/^[\p{L}\p{N}]/u.test(after);
}

/** 1.1 times a million is not 1100000.0000000002. */
const written = (value: number, isPercent: boolean) => `${Number(value.toPrecision(15))}${isPercent ? '%' : ''}`;

/** A year is no thousands. */
function sizesOf(value: number): string[] {
  if (value >= 1900 && value <= 2100) return [];
  const size = Array.from(SIZES).findLast(([word, least]) => word !== 'dozen' && value >= least);
  return size ? [`${size[0]}s`] : [];
}
