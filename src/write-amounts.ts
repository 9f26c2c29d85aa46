const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
/** Where all digits would be more than anybody reads. */
const [LEAST, MOST] = [1e-6, 1e15];

/** A value with the sign of its unit, for axes and sentences: "$1.10", "37B", "25%". */
export function writeAmount(value: number, unit: string): string {
  const number = writeNumber(value, currencyOf(unit));
  return `${number}${/^[%×]/.exec(unit)?.[0] ?? ''}`;
}

/** A value, or both ends of a range, with all of its unit: "$1.10 per million tokens", "4B–5B parameters". */
export function writeMeasure(low: number, high: number, unit: string): string {
  const amounts = [...new Set([low, high].map((value) => writeAmount(value, unit)))].join('–');
  const rest = unit.slice(/^[%×]/.test(unit) ? 1 : (currencyOf(unit)?.length ?? 0));
  const named = low === 1 && high === 1 ? rest.replace(/^(\p{L}{2,}[^\WsS])s\b/u, '$1') : rest;
  return `${amounts} ${sayUnit(named).trim()}`.trim();
}

/** The currency that a unit begins with: "USD" of "USD/Mtok"; none of "GPU". */
export function currencyOf(unit: string): string | undefined {
  const [code = ''] = unit.split('/');
  return CURRENCIES.has(code) ? code : undefined;
}

/** Of money, in the digits of prices: "1.10", "37B". */
function writeNumber(value: number, currency?: string): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < LEAST || size >= MOST)) return value.toExponential(0);
  const digits = size >= 1e4 ? COMPACT : size >= 0.1 && !Number.isInteger(value) && currency ? CENTS : PLAIN;
  return formatIn(digits, currency).format(value);
}

/** "USD/Mtok" in words: "USD per million tokens". */
export const sayUnit = (unit: string): string => unit.replace('Mtok', 'million tokens').replaceAll('/', ' per ');

/** What figures in `unit` are: "prices per million tokens", "sums in USD", "figures in tokens per second". */
export function sayFigures(unit: string): string {
  const currency = currencyOf(unit);
  if (currency === undefined) return `figures in ${sayUnit(unit)}`;
  const per = unit.slice(currency.length);
  if (per === '') return `sums in ${currency}`;
  return `prices${sayUnit(per)}${currency === 'USD' ? '' : ` in ${currency}`}`;
}

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
