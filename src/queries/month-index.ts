import type { InsightLine, Link } from './insight-line.ts';
import { groupByMonth } from './group-by-month.ts';
import type { Page } from './pages-of.ts';
import type { Tally } from './tally.ts';

/** The months of a year that have insights, newest first, each with the address of the place where it begins. */
export interface YearOfMonths {
  year: string;
  /** By short names: "Aug". */
  months: readonly Tally<Link>[];
}

/** Where on `pages` each month begins; `urlOf` gives the address of a page by its number. */
export function monthIndex(
  pages: readonly Page<InsightLine>[],
  urlOf: (number: number) => string,
): readonly YearOfMonths[] {
  const pageOf = new Map<string, number>();
  for (const { items, number } of pages)
    for (const { month } of groupByMonth(items)) if (!pageOf.has(month)) pageOf.set(month, number);
  const months = groupByMonth(pages.flatMap(({ items }) => items)).map(({ month, title, items }) => ({
    year: month.slice(0, 4),
    item: { title: title.slice(0, 3), url: `${urlOf(pageOf.get(month)!)}#${monthAnchor(month)}` },
    count: items.length,
  }));
  return [...Map.groupBy(months, ({ year }) => year)].map(([year, own]) => ({
    year,
    months: own.map(({ item, count }) => ({ item, count })),
  }));
}

/** The id of a month on a page. */
export const monthAnchor = (month: string): string => `month-${month}`;
