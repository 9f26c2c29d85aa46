import type { MonthCount } from '../queries/count-months.ts';
import type { Tally } from '../queries/tally.ts';
import type { FigureDot, ThemeFigures } from '../queries/theme-figures.ts';
import type { TrendsPage } from '../queries/trends.ts';
import { decadeTicks } from './chart-ticks.ts';
import { sayFigures, writeAmount } from '../write-amounts.ts';
import { sayCount } from '../write-counts.ts';
import { writeMonth, writeShortMonth } from '../write-times.ts';

// The sentence above each chart: what it shows, in numbers of its data.

/** How many insights, from when to when, and in which month most. */
export function describeMonths(months: readonly MonthCount[]): string {
  const met = months.filter(({ count }) => count > 0);
  const [first, last] = [met[0], met.at(-1)];
  if (!first || !last) return 'No insight in these months.';
  const total = sayCount(sum(met), 'insight');
  if (first === last) return `${total}, from ${sayMonth(first)}.`;
  const most = met.reduce((best, month) => (month.count >= best.count ? month : best));
  const range = `${total} from ${sayMonth(first)} to ${sayMonth(last)}`;
  return most.count === 1
    ? `${range}, one a month at most.`
    : `${range}; most in ${sayMonth(most)}: ${most.count.toLocaleString('en')}.`;
}

/** How many figures were named, and the least and the greatest of them. */
export function describeFigures({ unit, figures, isLog }: ThemeFigures): string {
  const lowest = figures.reduce((best, it) => (it.low < best.low ? it : best));
  const highest = figures.reduce((best, it) => (it.high > best.high ? it : best));
  const say = (value: number, { date }: FigureDot) => `${writeAmount(value, unit)} (${writeShortMonth(date)})`;
  const ends = `the lowest ${say(lowest.low, lowest)}, the highest ${say(highest.high, highest)}`;
  const scale = isLog ? ` Each line is ${sayStep(lowest.low, highest.high)} times the one below.` : '';
  return `${figures.length} ${sayFigures(unit)} were named; ${ends}.${scale}`;
}

/** What the chart does not hold, where it does not hold all. */
export function describeGaps({ figures, older, leftOut }: ThemeFigures): string {
  return [
    older > 0 &&
      `The newest ${figures.length}; ${sayCount(older, 'older one')} ${older === 1 ? 'is' : 'are'} in the table of all figures.`,
    leftOut > 0 &&
      `${sayCount(leftOut, 'figure')} ${leftOut === 1 ? 'is' : 'are'} left out: nought, less than nought, or of no credible date.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** On which theme most is said, and on which least. */
export function describeThemes({ themes, insights }: TrendsPage): string {
  const [most, ...rest] = themes.toSorted((a, b) => b.count - a.count);
  if (!most || insights === 0) return 'No insight yet.';
  const least = rest.at(-1);
  const others = least ? `, fewest on ${least.mark.title}: ${least.count.toLocaleString('en')}` : '';
  return `Of ${sayCount(insights, 'insight')}, most are on ${most.mark.title}: ${most.count.toLocaleString('en')}${others}.`;
}

/** What is too early to be drawn: "5 earlier ones, from 2019, are not drawn." */
export const describeEarlier = ({ earlier }: TrendsPage): string | undefined =>
  earlier &&
  `${sayCount(earlier.count, 'earlier one')}, from ${earlier.since}, ${earlier.count === 1 ? 'is' : 'are'} not drawn.`;

/** Which two themes share most insights. */
export function describeTogether({ themes, together }: TrendsPage): string {
  const pairs = themes.flatMap((a, row) =>
    themes.slice(row + 1).map((b, offset) => ({ a, b, count: together[row]![row + 1 + offset]! })),
  );
  const most = pairs.reduce<(typeof pairs)[number] | undefined>(
    (best, pair) => (pair.count > (best?.count ?? 0) ? pair : best),
    undefined,
  );
  if (!most) return 'No insight is on two themes.';
  const share = sayCount(most.count, 'insight is', 'insights are');
  return `${most.a.mark.title} and ${most.b.mark.title} go together most often: ${share} on both.`;
}

/** Who is quoted most. */
export function describeRanks(ranked: readonly Tally<{ title: string }>[]): string {
  const most = ranked[0]?.count ?? 0;
  const first = ranked.filter(({ count }) => count === most).map(({ item }) => item.title);
  if (most === 0) return 'Nobody is quoted yet.';
  const names = first.length > 3 ? `${first.length} of them` : listing.format(first);
  return `Quoted most: ${names}, ${sayCount(most, 'insight')}${first.length > 1 ? ' each' : ''}.`;
}

const listing = new Intl.ListFormat('en-GB');

function sayStep(low: number, high: number): string {
  const [first = 1, second = 10] = decadeTicks(low, high);
  return Math.round(second / first).toLocaleString('en');
}

const sum = (months: readonly MonthCount[]) => months.reduce((total, { count }) => total + count, 0);
const sayMonth = ({ month }: MonthCount) => writeMonth(month);
