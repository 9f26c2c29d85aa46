import type { Day } from './ids.ts';

const DAY_MS = 86_400_000;

/** The calendar day of a moment in a time zone (IANA name). */
export const dayOf = (moment: Date, timeZone = 'UTC'): Day => formatIn(timeZone).format(moment) as Day;

/** Whether this is the name of a time zone (IANA). */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(formatIn(name));
  } catch {
    return false;
  }
}

/** `day` moved by whole days. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as Day;

/** One for each time zone: to make a format takes a hundred times as long as to use it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  // Swedish writes dates as ISO 8601 does.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone });
  formats.set(timeZone, format);
  return format;
}
