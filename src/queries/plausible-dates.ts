import { addDays } from '#domain/day.ts';
import type { Day } from '#domain/ids.ts';
import type { Archive } from './archive.ts';

/** Podcasts are younger. */
const FIRST = '2000-01-01';

/** Whether a day can be that of an episode, so that one wrong date (1970, 2099) does not stretch every axis. */
export function plausibleDates(archive: Archive): (item: { publishedAt: Day }) => boolean {
  const newestRun = archive.insights.reduce((newest, { addedAt }) => (addedAt > newest ? addedAt : newest), '' as Day);
  const last = newestRun && addDays(newestRun, 31);
  return ({ publishedAt }) => publishedAt >= FIRST && publishedAt <= last;
}
