import { UNITS, TENS, CARDINALS, ORDINALS, SIZES, MAGNITUDES, SUFFIXES } from './number-words.ts';

/** A number as it is written or spoken; its values are "2500000", "40%", "5th" or, where it is no plain number, "4.1.2". */
export interface NumberPhrase {
  /** Any of these proves it: "5" of "5 to 10 billion" is 5 or 5 billion. */
  provenBy: string[];
  /** What it proves itself: "$300 billion" proves "billions", too. */
  proves: string[];
  /** It is seldom meant as a number: "one" in "no one", "first", "second", "hundreds" in "hundreds of millions". */
  isLoose: boolean;
}

interface Token {
  text: string;
  /** "1,000" of "1,000k". */
  digits?: string;
  /** 1000 of "1,000k". */
  factor: number;
}
/** A value, and the place of the token that comes after it. */
interface Part {
  value: number;
  end: number;
}
/** Of "five hundred million", `scale` is 1e8 and `unit`, the last magnitude from a thousand up, 1e6. */
interface Scaled extends Part {
  scale: number;
  unit: number;
}
/** A phrase, and the place of the token that comes after it. */
interface Read {
  phrase: NumberPhrase;
  end: number;
}

/** Hyphens, currency signs, "+" and "~" stand between the parts of a number ("$5-billion", "100+ million"); any other sign ends it. */
const TOKEN =
  /(?<digits>(?:(?<![\p{L}\p{N}.])\.)?\d+(?:[.,]\d+)*)(?<suffix>[万萬亿億]+|\p{sc=Latin}*)|\p{L}+|[^\s\p{Sc}‐‑+~-]/gu;
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const DECIMAL_COMMA = /^\d+,\d+$/;
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
  const tokens = tokensOf(text);
  const phrases: NumberPhrase[] = [];
  for (let at = 0; at < tokens.length;) {
    const read =
      readLiteral(tokens, at) ?? readOrdinal(tokens, at) ?? readVague(tokens, at) ?? readQuantity(tokens, at);
    if (read) phrases.push(read.phrase);
    at = read?.end ?? at + 1;
  }
  return phrases;
}

function tokensOf(text: string): Token[] {
  const plain = text.normalize('NFKC');
  return Array.from(plain.matchAll(TOKEN), ({ 0: token, index, groups }) => {
    const { digits, suffix = '' } = groups ?? {};
    // "H20", "B200": digits of a name take no suffix.
    const isOfName = /\p{sc=Latin}/u.test(plain.charAt(index - 1));
    const factor = (isOfName ? undefined : SUFFIXES.get(suffix)) ?? MAGNITUDES.get(suffix.toLowerCase()) ?? 1;
    return { text: token.toLowerCase(), digits, factor };
  });
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

/** Terms of falling magnitude: "two million three hundred thousand", "two thousand and five". */
function readNumber(tokens: readonly Token[], at: number): Scaled | undefined {
  let sum = readTerm(tokens, at);
  while (sum && sum.unit > 1) {
    const start = tokens[sum.end]?.text === 'and' ? sum.end + 1 : sum.end;
    const term = readTerm(tokens, start);
    if (!term || term.value >= sum.unit) break;
    // Not "a billion two years ago", "5 thousand 20 years ago": a rest without magnitude is spoken after thousands, and in words.
    if (term.unit === 1 && (sum.unit !== 1e3 || tokens[start]?.digits !== undefined)) break;
    sum = { ...term, value: sum.value + term.value, scale: sum.scale };
  }
  return sum;
}

/** A count with its magnitudes: "$5 billion", "a hundred million", "half a trillion", "10k", "a billion and a half", "million". */
function readTerm(tokens: readonly Token[], at: number): Scaled | undefined {
  let { value, end, scale, unit } = readCount(tokens, at);
  for (let factor = magnitudeAt(tokens, end); factor > 1; factor = magnitudeAt(tokens, end)) {
    value *= factor;
    scale *= factor;
    unit = factor;
    end += 1;
  }
  if (end === at) return undefined;
  return unit > 1 && isHalf(tokens, end)
    ? { value: value + unit / 2, end: end + 3, scale, unit }
    : { value, end, scale, unit };
}

/** What stands before the magnitudes from a thousand up. */
function readCount(tokens: readonly Token[], at: number): Scaled {
  const { text, digits, factor = 1 } = tokens[at] ?? {};
  if (text === 'half' && isArticle(tokens, at + 1) && magnitudeAt(tokens, at + 2) > 1)
    return { value: 0.5, end: at + 2, scale: 1, unit: 1 };
  if (isArticle(tokens, at) && magnitudeAt(tokens, at + 1) > 1) return readHundreds(tokens, { value: 1, end: at + 1 });
  if (digits !== undefined && factor > 1)
    return { value: (valueOf(digits) ?? 0) * factor, end: at + 1, scale: factor, unit: factor };
  const small = readSmall(tokens, at);
  return readHundreds(tokens, small ? readFraction(tokens, readYear(tokens, small)) : { value: 1, end: at });
}

/** "hundred" after a count, and what is under a hundred after it: "three hundred and fifty", but not "a hundred and two hundred". */
function readHundreds(tokens: readonly Token[], count: Part): Scaled {
  if (tokens[count.end]?.text !== 'hundred') return { ...count, scale: 1, unit: 1 };
  const end = count.end + 1;
  const value = count.value * 100;
  const start = tokens[end]?.text === 'and' ? end + 1 : end;
  const rest = tokens[start]?.digits === undefined ? readSmall(tokens, start) : undefined;
  const isRest = rest && rest.value > 0 && !['hundred', 'point'].includes(tokens[rest.end]?.text ?? '');
  return isRest ? { value: value + rest.value, end: rest.end, scale: 1, unit: 1 } : { value, end, scale: 100, unit: 1 };
}

/** "twenty twenty-six", "nineteen eighty-four". */
function readYear(tokens: readonly Token[], century: Part): Part {
  const isCentury = ['eighteen', 'nineteen', 'twenty'].includes(tokens[century.end - 1]?.text ?? '');
  const year = isCentury && century.value <= 20 ? readSmall(tokens, century.end) : undefined;
  if (!year || year.value < 10 || tokens[century.end]?.digits !== undefined) return century;
  if (magnitudeAt(tokens, year.end) > 1 || readPercent(tokens, year.end).isPercent) return century;
  return { value: century.value * 100 + year.value, end: year.end };
}

/** "three point one four", "two and a half". */
function readFraction(tokens: readonly Token[], whole: Part): Part {
  if (isHalf(tokens, whole.end)) return { value: whole.value + 0.5, end: whole.end + 3 };
  let decimal = tokens[whole.end]?.text === 'point' ? readSmall(tokens, whole.end + 1) : undefined;
  if (!decimal) return whole;
  let { end } = whole;
  let decimals = '';
  for (; decimal; decimal = isUnit(tokens, end) ? readSmall(tokens, end) : undefined) {
    decimals += decimal.value;
    end = decimal.end;
  }
  return { value: Number(`${whole.value}.${decimals}`), end };
}

/** Digits, or a word or two under a hundred: "1,000", "seven", "twenty-five". */
function readSmall(tokens: readonly Token[], at: number): Part | undefined {
  const { text = '', digits } = tokens[at] ?? {};
  const value = digits === undefined ? CARDINALS.get(text) : valueOf(digits);
  if (value === undefined) return undefined;
  const unit = TENS.includes(text) && isUnit(tokens, at + 1) ? (CARDINALS.get(tokens[at + 1]?.text ?? '') ?? 0) : 0;
  return { value: value + unit, end: at + (unit > 0 ? 2 : 1) };
}

function readPercent(tokens: readonly Token[], at: number): { isPercent: boolean; end: number } {
  const { text } = tokens[at] ?? {};
  if (text === '%' || text === 'percent') return { isPercent: true, end: at + 1 };
  if (text === 'per' && tokens[at + 1]?.text === 'cent') return { isPercent: true, end: at + 2 };
  return { isPercent: false, end: at };
}

/** "no one", "one of them", "a good one.", "one third". */
function isPronoun(tokens: readonly Token[], at: number, end: number): boolean {
  if (tokens[at]?.text !== 'one' || end > at + 1) return false;
  const after = tokens[end]?.text ?? '';
  if (PRONOUN_BEFORE.has(tokens[at - 1]?.text ?? '') || ordinalAt(tokens, end) !== undefined) return true;
  return PRONOUN_AFTER.has(after) || !/^[\p{L}\p{N}]/u.test(after);
}

const magnitudeAt = (tokens: readonly Token[], at: number) => MAGNITUDES.get(tokens[at]?.text ?? '') ?? 1;
const isUnit = (tokens: readonly Token[], at: number) => UNITS.indexOf(tokens[at]?.text ?? '') > -1;
const isArticle = (tokens: readonly Token[], at: number) => /^an?$/.test(tokens[at]?.text ?? '');
const isHalf = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === 'and' && isArticle(tokens, at + 1) && tokens[at + 2]?.text === 'half';

function valueOf(digits: string): number | undefined {
  const plain = THOUSANDS.test(digits) ? digits.replaceAll(',', '') : digits;
  const value = Number(DECIMAL_COMMA.test(plain) ? plain.replace(',', '.') : plain);
  return Number.isNaN(value) ? undefined : value;
}

/** 1.1 times a million is not 1100000.0000000002. */
const written = (value: number, isPercent: boolean) => `${Number(value.toPrecision(15))}${isPercent ? '%' : ''}`;

/** A year is no thousands. */
function sizesOf(value: number): string[] {
  if (value >= 1900 && value <= 2100) return [];
  const size = Array.from(SIZES).findLast(([word, least]) => word !== 'dozen' && value >= least);
  return size ? [`${size[0]}s`] : [];
}
