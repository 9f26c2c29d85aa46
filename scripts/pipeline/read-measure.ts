import { COUNTED, CURRENCIES, DURATIONS, MODIFIERS, SIGNS, type UnitRow } from './figure-units.ts';
import type { LocatedNumber } from './locate-numbers.ts';
import { readRate, type Rate } from './read-rate.ts';

/** What one number and the words beside it say: an amount in a unit, and the span of the words. */
export interface Measure {
  /** How many of the unit one of the number is: 0.01 for "50 cents", 0.001 for "50 cents per gram". */
  factor: number;
  unit: string;
  start: number;
  end: number;
}

/** "20+ %", "20 or so", "20 plus", "20-plus". */
const ROUGHLY = '(?:\\+|[ -](?:or so|plus|odd|some)(?= |-))?';
const GAP = '(?:[ -]?(?=[%¢])|[ -])';
const CODE = /(?<!\p{L})(USD|EUR|GBP|CNY|RMB|JPY) ?$/u;
const PERCENT = new RegExp(`^${ROUGHLY} ?(?:%|(?<=[ -]|% ?)per ?cent(?:age)?)`, 'iu');
const POINTS = new RegExp(`^${ROUGHLY} ?(?:(?:%|per ?cent(?:age)?)[ -]points?|(basis) points?)(?!\\p{L})`, 'iu');
/** "10x cheaper", "ten times the price", "grew by 10x"; never "a 10x engineer", "ten times a day". */
const COMPARED =
  ' (?:more|less|fewer|as (?!well|soon|if)|the |better|worse|cheaper|faster|slower|larger|bigger|smaller|greater|higher|lower|longer|' +
  'shorter|stronger|harder|easier|denser|lighter|heavier|deeper|wider|earnings|revenues?|sales|ebitda|arr(?!\\p{L})|' +
  'leverage|(?:\\p{L}+ )?(?:increase|decrease|reduction|improvement|growth|gain|return|difference|drop|rise|decline|jump)s?)';
const TIMES = new RegExp(`^(?: ?x(?!\\p{L})| times(?!\\p{L})|[ -]?fold)(?=${COMPARED})`, 'iu');
const TIMES_ALONE =
  /^(?: ?x|[ -]?fold)(?=[.,;!?]|$| (?:in|over|since|from|per|a (?:year|month)|every|on|or|and|what)(?!\p{L}))/iu;
const GROWN = /(?<!\p{L})(?:by|up|down|grew|grown|about|roughly|around|almost|nearly|least|than) $/iu;

/** Reads the measure that `number` begins or is the amount of; `undefined` where none is clear. */
export function readMeasure(said: string, number: LocatedNumber): Measure | undefined {
  return readMoney(said, number) ?? readPercent(said, number) ?? readTimes(said, number) ?? readCount(said, number);
}

function readMoney(said: string, { start, end, coin }: LocatedNumber): Measure | undefined {
  if (coin) return withRate(said, { factor: 1, unit: coin, start, end }, { isPrice: true });
  const before = said.slice(0, start);
  const signed = /(?<initials>\p{L}*)(?<sign>[$€£¥]) ?$/u.exec(before);
  const coded = CODE.exec(before);
  const worded = rowAfter(said.slice(end), CURRENCIES);
  if (signed?.groups?.initials && !/^US$/i.test(signed.groups.initials)) return undefined;
  const signedUnit = worded?.row.unit === 'JPY' ? 'JPY' : SIGNS.get(signed?.groups?.sign ?? '');
  const unit = signedUnit ?? coded?.[1]?.replace('RMB', 'CNY') ?? worded?.row.unit;
  if (unit === undefined) return undefined;
  const isDoubled = worded?.row.unit === unit && worded.row.factor === 1;
  const factor = signed || coded ? 1 : (worded?.row.factor ?? 1);
  const length = signed || coded ? (isDoubled ? worded.length : 0) : (worded?.length ?? 0);
  const from = start - (signed ?? coded ?? [''])[0].length;
  return withRate(said, { factor, unit, start: from, end: end + length }, { isPrice: true });
}

function readPercent(said: string, { start, end }: LocatedNumber): Measure | undefined {
  const rest = said.slice(end);
  const points = POINTS.exec(rest);
  if (points) return { factor: points[1] ? 0.01 : 1, unit: 'pp', start, end: end + points[0].length };
  const percent = PERCENT.exec(rest);
  if (!percent || /^(?:\p{L}|[ -](?:points?|iles?)(?!\p{L}))/u.test(rest.slice(percent[0].length))) return undefined;
  return withRate(said, { factor: 1, unit: '%', start, end: end + percent[0].length });
}

function readTimes(said: string, { start, end }: LocatedNumber): Measure | undefined {
  const rest = said.slice(end);
  const times = TIMES.exec(rest) ?? (GROWN.test(said.slice(0, start)) ? TIMES_ALONE.exec(rest) : undefined);
  if (!times) return undefined;
  // What it is compared in belongs to it: "ten times cheaper", "three times the price".
  const compared =
    /^ (?:more|less|fewer|the (?!last|first|next)\p{L}+|\p{L}+er)(?!\p{L})/u.exec(rest.slice(times[0].length))?.[0] ??
    '';
  return withRate(said, { factor: 1, unit: '×', start, end: end + times[0].length + compared.length });
}

function readCount(said: string, { value, start, end }: LocatedNumber): Measure | undefined {
  const found = rowAfter(said.slice(end), COUNTED);
  if (!found || value < found.row.least) return undefined;
  // "100 Most Influential People" is a title.
  if (!found.row.isSymbol && / \p{Lu}\p{Ll}+$/u.test(said.slice(end, end + found.length))) return undefined;
  const { factor, unit } = found.row;
  return withRate(said, { factor, unit, start, end: end + found.length });
}

/** The first row that `rest`, the words behind a number, begins with, and how long that is. */
function rowAfter(rest: string, rows: readonly UnitRow[]): { row: UnitRow; length: number } | undefined {
  for (const row of rows) {
    const match = PATTERNS.get(row)?.exec(rest);
    if (match) return { row, length: match[0].length };
  }
  return undefined;
}

const CAPITAL = '(?-i:\\p{Lu}[\\p{L}\\p{N}]+)';
const BETWEEN = `(?:(?:${MODIFIERS}|${CAPITAL}) ){0,2}`;
const pattern = (said: string, between: string) =>
  new RegExp(`^${ROUGHLY}${between}(?:${said})(?![\\p{L}\\p{N}])`, 'iu');
const PATTERNS = new Map([
  ...CURRENCIES.map((row) => [row, pattern(row.said, GAP)] as const),
  ...COUNTED.map(
    (row) =>
      [
        row,
        pattern(row.said, row.isSymbol ? '[ -]?' : `[ -]${DURATIONS.has(row.unit) ? '(?:more )?' : BETWEEN}`),
      ] as const,
  ),
]);

/** A measure per something that is not in the table says something else than the measure alone. */
function withRate(said: string, measure: Measure, options: { isPrice?: boolean } = {}): Measure | undefined {
  const rate: Rate | undefined = readRate(said, measure.end, options);
  if (!rate) return undefined;
  const unit = rate.unit === '' ? measure.unit : `${measure.unit}/${rate.unit}`;
  return { ...measure, unit, factor: measure.factor * rate.factor, end: rate.end };
}
