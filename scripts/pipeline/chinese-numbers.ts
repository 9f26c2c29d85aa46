const DIGITS = new Map([
  ...Array.from('零一二三四五六七八九', (sign, value) => [sign, value] as const),
  ['〇', 0] as const,
  ['两', 2] as const,
  ['兩', 2] as const,
]);
const SMALL = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1e3],
]);
const LARGE = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
]);
const DIGIT = '零〇一二两兩三四五六七八九';
const NUMERAL = `(?:\\d+(?:\\.\\d+)?)?[${DIGIT}十百千万萬亿億]+(?:[点點][${DIGIT}]+[十百千万萬亿億]*)?`;
/** "几十亿", "数百" and "十几" name no number. */
const VAGUE = '[几幾数數]';
const PERCENT = new RegExp(`(?<!${VAGUE})百分之(\\d+(?:\\.\\d+)?|${NUMERAL})`, 'gu');
const TENTHS = new RegExp(`(?<![${DIGIT}十${VAGUE.slice(1, -1)}])([${DIGIT}])成([${DIGIT}])?(?![${DIGIT}])`, 'gu');
const PLAIN = new RegExp(`(?<!${VAGUE})${NUMERAL}(?!${VAGUE})`, 'gu');

/** Writes the numbers of Chinese speech in digits: 百分之三十 as 30%, 三成五 as 35%, 一百二十亿 as 12000000000, 三点五 as 3.5; the rest stays. */
export function withArabicNumbers(text: string): string {
  if (!/\p{sc=Han}/u.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(PERCENT, (said, numeral: string) => spaced(valueOf(numeral), '%') ?? said)
    .replace(TENTHS, (_, tens: string, ones = '零') => ` ${(DIGITS.get(tens) ?? 0) * 10 + (DIGITS.get(ones) ?? 0)}% `)
    .replace(PLAIN, (said) => spaced(valueOf(said)) ?? said);
}

const spaced = (value: number | undefined, sign = '') =>
  value === undefined ? undefined : ` ${Number(value.toPrecision(12))}${sign} `;

function valueOf(numeral: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(numeral)) return Number(numeral);
  const [whole = '', rest] = numeral.split(/[点點]/u);
  if (rest !== undefined) return decimal(whole, rest);
  // A year, or a number read out digit by digit: 二〇二四.
  if (new RegExp(`^[${DIGIT}]{2,}$`, 'u').test(whole))
    return Number(Array.from(whole, (sign) => DIGITS.get(sign)).join(''));
  return integer(whole);
}

/** 三点五, 一点二万亿. */
function decimal(whole: string, rest: string): number | undefined {
  const digits = Array.from(rest).filter((sign) => DIGITS.has(sign));
  const units = Array.from(rest.slice(digits.length));
  const value = Number(`${integer(whole) ?? 0}.${digits.map((sign) => DIGITS.get(sign)).join('')}`);
  return units.reduce((product, unit) => product * (SMALL.get(unit) ?? LARGE.get(unit) ?? 1), value);
}

/**
 * Sections of falling size: 三千二百万 is (3 × 1000 + 2 × 100) × 10,000. A greater unit multiplies all before it, 一万二千亿;
 * the digit at the end of 一万二 is of the next smaller unit.
 */
function integer(numeral: string): number | undefined {
  let [total, section, lastLarge, lastUnit] = [0, 0, Infinity, 1];
  let digit: number | undefined;
  for (const sign of numeral.match(/\d+(?:\.\d+)?|./gu) ?? []) {
    const [small, large] = [SMALL.get(sign), LARGE.get(sign)];
    if (small !== undefined) section += (digit ?? 1) * small;
    else if (large !== undefined) {
      const amount = section + (digit ?? 0);
      total = large > lastLarge ? (total + amount) * large : total + amount * large;
      [section, lastLarge] = [0, large];
    }
    lastUnit = small ?? large ?? (DIGITS.get(sign) === 0 ? 1 : lastUnit);
    digit = (small ?? large) ? undefined : (DIGITS.get(sign) ?? Number(sign));
  }
  const rest = (digit ?? 0) * (lastUnit >= 100 ? lastUnit / 10 : 1);
  const value = total + section + rest;
  return Number.isFinite(value) && (value > 0 || numeral === '零') ? value : undefined;
}
