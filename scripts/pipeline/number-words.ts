/** The words and signs of which numbers are made, in English and, behind digits, in Chinese. */
export const UNITS = 'zero one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
export const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
export const CARDINALS = new Map([
  ...[...UNITS, ...TEENS].map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);
export const ORDINALS = new Map([
  ...(
    'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth ' +
    'thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
  )
    .split(' ')
    .map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word.replace(/y$/, 'ieth'), (index + 2) * 10] as const),
  ['hundredth', 100] as const,
  ['thousandth', 1e3] as const,
  ['millionth', 1e6] as const,
  ['billionth', 1e9] as const,
]);
export const SIZES = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
export const MAGNITUDES = new Map([
  ...Array.from(SIZES).flatMap(([word, size]) => [[word, size] as const, [`${word}s`, size] as const]),
  ['mn', 1e6] as const,
  ['bn', 1e9] as const,
  ['tn', 1e12] as const,
]);
/** Capitals count: "5T" is five trillion, "5t" five tonnes. */
export const SUFFIXES = new Map([
  ...['k', 'K'].map((suffix) => [suffix, 1e3] as const),
  ...['m', 'M'].map((suffix) => [suffix, 1e6] as const),
  ...['b', 'B'].map((suffix) => [suffix, 1e9] as const),
  ['T', 1e12] as const,
  ...['万', '萬'].map((suffix) => [suffix, 1e4] as const),
  ...['亿', '億'].map((suffix) => [suffix, 1e8] as const),
  ...['万亿', '萬億'].map((suffix) => [suffix, 1e12] as const),
]);
