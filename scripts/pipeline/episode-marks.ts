import type { Day } from '#domain/ids.ts';
import { addressKeyOf, type AddressKey } from './address-key.ts';

/** By what an episode is told from others of its show, in a feed as on record; in a form that survives small corrections. */
export interface EpisodeMarks {
  guid: string;
  title: string;
  /** Absent where the feed gives no date. */
  day?: Day | undefined;
  audio: AddressKey;
  link: AddressKey;
}
interface Marked {
  guid: string;
  title: string;
  audio?: string | undefined;
  link?: string | undefined;
}

export const marksOf = ({ guid, title, audio, link }: Marked, day: Day | undefined): EpisodeMarks => ({
  ...{ guid: guidKey(guid), title: titleKey(title), day },
  ...{ audio: addressKeyOf(audio), link: addressKeyOf(link) },
});

/** Guids that are addresses go along when a site moves to https. */
const guidKey = (guid: string) => guid.trim().replace(/^http:\/\//i, 'https://');

/** Letters and digits alone: a corrected title mostly differs in quotation marks, dashes and spaces. */
function titleKey(title: string): string {
  const folded = title.normalize('NFKC').toLowerCase();
  return folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, '') || folded;
}

/** Whether two addresses lead to the same; `undefined` where one of them tells nothing. */
export function leadAlike(a: AddressKey, b: AddressKey): boolean | undefined {
  if (a.whole === undefined || b.whole === undefined) return undefined;
  return a.whole === b.whole || (a.path !== undefined && a.path === b.path);
}

/** Whether the days are known, and differ. */
export const differInDay = (a: EpisodeMarks, b: EpisodeMarks): boolean =>
  a.day !== undefined && b.day !== undefined && a.day !== b.day;

const DAY_MS = 86_400_000;

/** The same day, or the next: a day moves when a host or the reader changes the time zone. */
export const isNearInTime = (a: EpisodeMarks, b: EpisodeMarks): boolean =>
  a.day !== undefined && b.day !== undefined && Math.abs(Date.parse(a.day) - Date.parse(b.day)) <= DAY_MS;

/**
 * Two that agree in one mark are none the less two where title, day and `others` speak against it: a feed of the latest news
 * alone may give the same guid, link or file name to every day's.
 */
export function isOutvoted(a: EpisodeMarks, b: EpisodeMarks, others: readonly ('audio' | 'link')[]): boolean {
  const votes = others.map((name) => leadAlike(a[name], b[name]));
  return a.title !== b.title && differInDay(a, b) && votes.includes(false) && !votes.includes(true);
}
