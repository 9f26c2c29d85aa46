import type { Figure } from '#domain/insight.ts';
import { isIdiom, isNoAmount, type FoundFigure } from './figure-doubts.ts';
import { subjectOf } from './figure-subject.ts';
import { locateNumbers, type LocatedNumber } from './locate-numbers.ts';
import { locatePrices } from './locate-prices.ts';
import { readMeasure, type Measure } from './read-measure.ts';

/** What stands between the two ends of a range: "5 to 10", "$5-$10", "between two and three". */
const LINK = /^(?:\+?[ -]?(?:to|or|–|-)[ -]?|-)(?:about |maybe |like )?[$€£¥]?$/iu;
const BETWEEN = /(?<!\p{L})between (?:about |like )?[$€£¥]?$/iu;
const AND = /^ and (?:about |maybe )?[$€£¥]?$/iu;
/** "20, 30 %", "50 60 %": a guess in two numbers, of which we would not know which to take. */
const LISTED = /^(?:,? (?:or )?(?:maybe |like )?[$€£¥]?|-)$/iu;

/** A number and the one that comes after it, where they are the ends of a range. */
interface Amounts {
  numbers: LocatedNumber[];
  /** The words of both. */
  start: number;
  end: number;
}

/**
 * The figures that `quote` says: money, shares, multiples, and counts of what `figure-units.ts` lists. The text is a run
 * of the quote's own words, the value is in the unit; of a range both ends are given, with the text of the whole. What
 * is not clear is left out.
 */
export function readFigures(quote: string): Figure[] {
  const said = foldWidths(quote);
  const prices = locatePrices(said);
  const numbers = locateNumbers(said).filter(({ start }) => !prices.some((price) => isWithin(start, price)));
  const amounts = [...numbers, ...prices].toSorted((a, b) => a.start - b.start);
  const figures = new Map<string, Figure>();
  let done = 0;
  for (const [index, number] of amounts.entries()) {
    if (number.start < done) continue;
    const found = findFigure(said, amountsAt(said, amounts, index));
    for (const figure of found ? figuresOf(quote, found) : [])
      figures.set(`${figure.value} ${figure.unit} ${figure.text}`, figure);
    done = found?.end ?? number.end;
  }
  return Array.from(figures.values());
}

interface Found extends FoundFigure {
  subject?: string | undefined;
}

function figuresOf(quote: string, { start, end, values, unit, subject }: Found): Figure[] {
  const text = quote.slice(start, end).replace(/\s+/gu, ' ');
  return values.map((value) => ({ text, value, unit, ...(subject !== undefined && { subject }) }));
}

/** Full-width digits and signs as plain ones, character by character, so that places stay what they are. */
const foldWidths = (text: string) => text.replace(/\s/gu, ' ').replace(/[！-～￥]/gu, (sign) => sign.normalize('NFKC'));

const isWithin = (place: number, { start, end }: { start: number; end: number }) => place >= start && place < end;

function amountsAt(said: string, numbers: readonly LocatedNumber[], index: number): Amounts | undefined {
  const [before, number, after] = [numbers[index - 1], numbers[index], numbers[index + 1]];
  if (!number) return undefined;
  const isListed = (one: LocatedNumber, other: LocatedNumber) =>
    !isNoAmount(said, one) && LISTED.test(said.slice(one.end, other.start));
  if (before && (isListed(before, number) || isRange(said, before, number))) return undefined;
  if (after && isRange(said, number, after)) return { numbers: [number, after], start: number.start, end: after.end };
  return { numbers: [number], start: number.start, end: number.end };
}

function isRange(said: string, lower: LocatedNumber, upper: LocatedNumber): boolean {
  const link = said.slice(lower.end, upper.start).replace(/^(?:%| ?percent| ?per cent)/i, '');
  return LINK.test(link) || (AND.test(link) && BETWEEN.test(said.slice(0, lower.start)));
}

/** What was found; without values where it is a manner of speaking. */
function findFigure(said: string, amounts: Amounts | undefined): Found | undefined {
  const last = amounts?.numbers.at(-1);
  if (!amounts || !last || amounts.numbers.some((number) => isNoAmount(said, number))) return undefined;
  const measure = readMeasure(said, last);
  const values = measure && valuesOf(said, amounts.numbers, measure);
  if (!measure || !values) return undefined;
  const start = amounts.numbers.length === 1 ? measure.start : startOf(said, amounts.start);
  const found = { start, end: measure.end, unit: measure.unit, values };
  return isIdiom(said, found) ? { ...found, values: [] } : { ...found, subject: subjectOf(said, found) };
}

/** A sign before the lower end is of the text, too. */
const startOf = (said: string, start: number) => start - (/[$€£¥]$/.exec(said.slice(0, start))?.[0].length ?? 0);

/** "5" of "5 to 10 billion" is 5 billion; "900 to 1.2 billion" is anybody's guess. */
function valuesOf(said: string, numbers: readonly LocatedNumber[], { factor }: Measure): number[] | undefined {
  const values = numbers.map(({ value }) => value);
  const [lower, upper] = numbers;
  if (lower && upper) {
    if (lower.scale === 1 && upper.scale > 1) values[0] = lower.value * upper.scale;
    if ((values[0] ?? 0) >= upper.value || isUnlike(said, lower, upper)) return undefined;
  }
  return values.map((value) => Number((value * factor).toPrecision(12)));
}

/** "from two dollars to fifty cents", "$5 to 10 users": the ends are not of one unit. */
function isUnlike(said: string, lower: LocatedNumber, upper: LocatedNumber): boolean {
  const [first, second] = [lower, upper].map(({ start }) => /[$€£¥]$/.exec(said.slice(0, start))?.[0]);
  return first !== undefined && second !== undefined ? first !== second : first === undefined && second !== undefined;
}
