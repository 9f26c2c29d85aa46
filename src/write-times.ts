import { DateTime, Info } from 'luxon';
import type { Day } from '#domain/ids.ts';

/** "20 August 2026"; days have no time zone. */
export const writeDay = (day: Day): string => calendar(day).toFormat('d MMMM yyyy');
/** "Thursday, 20 August 2026" */
export const writeWeekday = (day: Day): string => calendar(day).toFormat('cccc, d MMMM yyyy');
/** "20 Aug 2026", for margins. */
export const writeShortDay = (day: Day): string => calendar(day).toFormat('d MMM yyyy');
/** "August 2026", of a day or of a month (yyyy-mm). */
export const writeMonth = (day: string): string => calendar(day).toFormat('MMMM yyyy');
/** "Aug 2026", of a day or of a month (yyyy-mm). */
export const writeShortMonth = (day: string): string => calendar(day).toFormat('MMM yyyy');

/** A length for people: "17 s", "1 min 5 s". */
export function writeLength(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 90) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60 ? `${seconds % 60} s` : ''}`.trim();
}

const calendar = (day: string) => DateTime.fromISO(day, { zone: 'utc', locale: 'en-GB' });

/** "Jan" to "Dec". */
export const SHORT_MONTHS: readonly string[] = Info.months('short', { locale: 'en-US' });
