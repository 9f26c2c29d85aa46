import { DateTime } from 'luxon';

/** A moment as feeds write it: RFC 2822, ISO 8601, and what hosts take for them. Without a zone it is UTC. `undefined` where unreadable. */
export function feedDate(text: string): Date | undefined {
  const tidy = text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const moment = /^\d{4}-/.test(tidy) ? iso(tidy) : DateTime.fromRFC2822(asRfc2822(tidy) ?? '', { zone: 'utc' });
  return moment.isValid && moment.year > 1900 ? moment.toJSDate() : undefined;
}

/** "2026-07-02T06:00:00Z", "2026-07-02 06:00:00 +0200", "2026-07-02 06:00:00 UTC". */
function iso(text: string): DateTime {
  const normal = text
    .replace(/^(\S+) (?=\d)/, '$1T')
    .replace(/ ?(?:UTC|GMT|z)$/, 'Z')
    .replace(/ (?=[+-]\d)/, '');
  return DateTime.fromISO(normal, { zone: 'utc' });
}

const DAY_FIRST = /^(?<day>\d{1,2})(?:st|nd|rd|th)?[ -](?<month>[a-z]{3,})\.?,?[ -](?<year>\d{4}|\d{2})\b/i;
const MONTH_FIRST = /^(?<month>[a-z]{3,})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})\b/i;
const TIME = /(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?:[.,]\d+)?(?: ?(?<half>[ap])\.?m\b\.?)?/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Writes loose dates the strict way; "Thurs, 2 July 2026 6:00 PM EDT" becomes "2 Jul 2026 18:00:00 -0400". Weekdays lie, and go. */
function asRfc2822(text: string): string | undefined {
  const undated = text.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? ?/i, '');
  // A weekday in another language has a number after it too, so a month is looked for first.
  const date = (MONTH_FIRST.exec(undated) ?? DAY_FIRST.exec(undated.replace(/^\p{L}+\.?,? ?(?=\d)/u, '')))?.groups;
  const month = MONTHS.indexOf(date?.['month']?.slice(0, 3).toLowerCase() ?? '');
  if (!date || month < 0) return undefined;
  const time = TIME.exec(undated);
  const zone = time ? undated.slice(time.index + time[0].length) : '';
  const name = MONTHS[month]?.replace(/^./, (letter) => letter.toUpperCase());
  return `${date['day']} ${name} ${date['year']} ${time ? clock(time.groups ?? {}) : '00:00:00'} ${offset(zone.trim())}`;
}

function clock({ hour = '0', minute = '00', second = '00', half }: Record<string, string | undefined>): string {
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  return `${String(hours).padStart(2, '0')}:${minute}:${second}`;
}

// RFC 2822 names those of the United States; the others are what hosts write. CST is read as American, as the RFC does.
const ZONES: Record<string, string> = {
  EST: '-0500', EDT: '-0400', CST: '-0600', CDT: '-0500', MST: '-0700', MDT: '-0600', PST: '-0800', PDT: '-0700',
  ET: '-0500', CT: '-0600', PT: '-0800', BST: '+0100', WEST: '+0100', CET: '+0100', CEST: '+0200', MEZ: '+0100', MESZ: '+0200',
  EET: '+0200', EEST: '+0300', MSK: '+0300', IST: '+0530', SGT: '+0800', HKT: '+0800', JST: '+0900', KST: '+0900', AEST: '+1000', AEDT: '+1100',
}; // prettier-ignore

function offset(zone: string): string {
  const numeric = /([+-])(\d{1,2}):?(\d{2})?\b/.exec(zone);
  if (!numeric) return ZONES[/^[a-z]+/i.exec(zone)?.[0].toUpperCase() ?? ''] ?? '+0000';
  const [, sign, hours = '', minutes = '00'] = numeric;
  return `${sign}${hours.padStart(2, '0')}${minutes}`;
}
