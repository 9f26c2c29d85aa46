const CURRENCY = /^[A-Z]{3}(?=\/|$)/;
/** Where all digits would be more than anybody reads. */
const [LEAST, MOST] = [1e-6, 1e15];

/** A value with the sign of its unit, for axes and sentences: "$1.10", "37B", "25%". */
export function writeAmount(value: number, unit: string): string {
  const number = writeNumber(value, CURRENCY.exec(unit)?.[0]);
  return unit.startsWith('%') ? `${number}%` : unit === '×' ? `${number}×` : number;
}

/** The number alone, for a column beside its unit; of money, in the digits of prices: "1.10", "37B". */
export function writeNumber(value: number, currency?: string): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < LEAST || size >= MOST)) return value.toExponential(0);
  const digits = size >= 1e4 ? COMPACT : size >= 0.1 && !Number.isInteger(value) && currency ? CENTS : PLAIN;
  return formatIn(digits, currency).format(value);
}

/** "USD/Mtok" in words: "USD per million tokens". */
export const sayUnit = (unit: string): string => unit.replace('Mtok', 'million tokens').replaceAll('/', ' per ');

const COMPACT: Intl.NumberFormatOptions = { notation: 'compact', maximumSignificantDigits: 3 };
const CENTS: Intl.NumberFormatOptions = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
const PLAIN: Intl.NumberFormatOptions = { maximumSignificantDigits: 4 };

/** To make a format takes a hundred times as long as to use it. */
const formats = new Map<string, Intl.NumberFormat>();

function formatIn(digits: Intl.NumberFormatOptions, currency: string | undefined): Intl.NumberFormat {
  const key = JSON.stringify([digits, currency]);
  const money = currency && ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const);
  const format = formats.get(key) ?? new Intl.NumberFormat('en', { ...digits, ...money });
  formats.set(key, format);
  return format;
}
