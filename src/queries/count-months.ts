import type { Archive, PublishedInsight } from './archive.ts';
import { plausibleDates } from './plausible-dates.ts';

/** "2026-07". */
export type Month = string;
export interface MonthCount {
  month: Month;
  count: number;
}
const [LEAST, MOST] = [12, 120];

/** The months that charts show, oldest first: up to that of the newest insight, a year at least and ten at most. */
export function monthsOf(archive: Archive): Month[] {
  const days = archive.insights.filter(plausibleDates(archive)).map(({ publishedAt }) => publishedAt);
  const [newest, oldest] = [days[0], days.at(-1)];
  if (!newest || !oldest) return [];
  const last = numberOf(newest);
  const length = Math.min(MOST, Math.max(LEAST, last - numberOf(oldest) + 1));
  return Array.from({ length }, (_, index) => monthAt(last - length + 1 + index));
}

/** How many of `insights` were said in each of `months`, nought included. */
export function countByMonth(insights: readonly PublishedInsight[], months: readonly Month[]): MonthCount[] {
  const counts = new Map(months.map((month) => [month, 0]));
  for (const { publishedAt } of insights) {
    const month = publishedAt.slice(0, 7);
    const count = counts.get(month);
    if (count !== undefined) counts.set(month, count + 1);
  }
  return [...counts].map(([month, count]) => ({ month, count }));
}

const numberOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthAt = (number: number): Month => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
