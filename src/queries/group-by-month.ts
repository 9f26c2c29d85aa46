import type { Day } from '#domain/ids.ts';
import { writeMonth } from '../write-times.ts';
import type { Month } from './count-months.ts';

export interface MonthGroup<T> {
  month: Month;
  /** "August 2026" */
  title: string;
  items: readonly T[];
}

/** What belongs to each month, in the order in which it comes. */
export const groupByMonth = <T extends { date: Day }>(items: readonly T[]): MonthGroup<T>[] =>
  [...Map.groupBy(items, ({ date }) => date.slice(0, 7))].map(([month, group]) => ({
    month,
    title: writeMonth(month),
    items: group,
  }));
