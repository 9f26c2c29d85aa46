import type { Day } from './ids.ts';

const DAY_MS = 86_400_000;

/** The calendar day of a moment in a time zone (IANA name). Swedish writes dates as ISO 8601 does. */
export const dayOf = (moment: Date, timeZone = 'UTC'): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment) as Day;

/** `day` moved by whole days. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as Day;
