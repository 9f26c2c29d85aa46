import { CARDINALS, TENS } from './number-words.ts';
import { isArticle, isHalf, isUnit, magnitudeAt, valueOf, type Token } from './number-tokens.ts';

/** A value, and the place of the token that comes after it. */
export interface Part {
  value: number;
  end: number;
}
/** Of "five hundred million", `scale` is 1e8 and `unit`, the last magnitude from a thousand up, 1e6. */
export interface Scaled extends Part {
  scale: number;
  unit: number;
}

/** Terms of falling magnitude: "two million three hundred thousand", "two thousand and five". */
export function readNumber(tokens: readonly Token[], at: number): Scaled | undefined {
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

/** Whether a per cent sign or word stands at `at`. */
export function readPercent(tokens: readonly Token[], at: number): { isPercent: boolean; end: number } {
  const { text } = tokens[at] ?? {};
  if (text === '%' || text === 'percent') return { isPercent: true, end: at + 1 };
  if (text === 'per' && tokens[at + 1]?.text === 'cent') return { isPercent: true, end: at + 2 };
  return { isPercent: false, end: at };
}
