import type { Archive } from './archive.ts';
import { countByMonth, monthsOf, type Month } from './count-months.ts';
import { plausibleDates } from './plausible-dates.ts';

/** Of all insights; a year with fewer is a gap. */
const LEAST_SHARE = 0.01;
const LEAST_MONTHS = 12;

/** Insights that are older than what is drawn. */
export interface Earlier {
  count: number;
  /** Year of the oldest. */
  since: string;
}

/** The months of all themes side by side: the years since which each had at least one insight in a hundred, twelve months at least. */
export function trendMonths(archive: Archive): { months: Month[]; earlier?: Earlier | undefined } {
  const insights = archive.insights.filter(plausibleDates(archive));
  const counts = countByMonth(insights, monthsOf(archive));
  const years = [...Map.groupBy(counts, ({ month }) => month.slice(0, 4)).values()];
  // The newest year may have only begun.
  const gap = years.slice(0, -1).findLastIndex((own) => sum(own) < LEAST_SHARE * insights.length);
  const first = years.slice(0, gap + 1).flat().length;
  const months = counts.map(({ month }) => month).slice(Math.max(0, Math.min(first, counts.length - LEAST_MONTHS)));
  const older = insights.filter(({ publishedAt }) => publishedAt < months[0]!);
  const oldest = older.at(-1);
  return { months, earlier: oldest && { count: older.length, since: oldest.publishedAt.slice(0, 4) } };
}

const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
