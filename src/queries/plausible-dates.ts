import { addDays } from '#domain/day.ts';
import type { Day } from '#domain/ids.ts';
import type { Archive } from './archive.ts';

/** Podcasts are younger. */
const FIRST = '2000-01-01';

/** Whether a day can be that of an episode, so that one wrong date (1970, 2099) does not stretch every axis. */
export function plausibleDates({ newestRun }: Archive): (item: { publishedAt: Day }) => boolean {
  // Days of more than four digits of year sort wrongly.
  const last = newestRun && newestRun < '9999' ? addDays(newestRun, 31) : newestRun;
  return ({ publishedAt }) => last !== undefined && publishedAt >= FIRST && publishedAt <= last;
}
