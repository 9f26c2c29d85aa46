import { chaptersInNotes } from '#domain/chapters-in-notes.ts';
import type { Person } from '#domain/episode.ts';
import type { FeedItem, TranscriptLink } from '../../ports.ts';
import { feedDate } from './feed-date.ts';
import { feedDuration } from './feed-duration.ts';
import { plainLine, plainText, shortened } from './plain-text.ts';
import type { RawEnclosure, RawFeed, RawItem, RawPerson, RawTranscript } from './raw-feed.ts';

const MAX_TITLE = 500;
const MAX_NAME = 200;
const MAX_DESCRIPTION = 2000;
/** As far as show notes are looked through for chapters. */
const MAX_NOTES = 20_000;
// Longer is no date, and would be slow to find out.
const MAX_STAMP = 100;
/** Servers take no longer ones; as a guid, it would be kept in the record of its episode for good. */
const LONGEST_ADDRESS = 8000;
const UNTITLED = 'Untitled episode';

/** A parsed feed in our terms, in its order. `base` is the address that it came from; items with nothing to know them by are left out. */
export function feedItemsOf(feed: RawFeed, base: string): FeedItem[] {
  const language = languageTag(feed.language);
  const hosts = peopleOf(feed.people);
  return feed.items.flatMap((raw) => {
    const item = feedItemOf(raw, base);
    if (!item) return [];
    return [{ ...item, people: item.people.length > 0 ? item.people : hosts, language }];
  });
}

function feedItemOf(raw: RawItem, base: string): FeedItem | undefined {
  const title = firstWords(raw.titles, (html) => plainLine(html, MAX_TITLE));
  const audio = audioOf(raw.enclosures, base);
  const ownGuid = ofSaneLength(raw.guid?.trim());
  const link = webLink(raw.link, base) ?? (raw.guidIsLink ? webLink(ownGuid) : undefined);
  const publishedAt = raw.dates.map((date = '') => feedDate(date.slice(0, MAX_STAMP))).find(Boolean);
  const guid = ownGuid ?? audio ?? link ?? (title && `${title} ${publishedAt?.toISOString() ?? ''}`.trim());
  if (!guid) return undefined;
  const notes = firstWords(raw.descriptions, (html) => plainText(html, MAX_NOTES));
  const whole = notes && isDamaged(notes) ? undefined : notes;
  const durationMs = feedDuration((raw.duration ?? '').slice(0, MAX_STAMP));
  return {
    guid,
    title: title ?? UNTITLED,
    description: whole && shortened(whole, MAX_DESCRIPTION),
    link,
    audio,
    publishedAt,
    durationMs,
    people: peopleOf(raw.people),
    chapters: webLink(raw.chapters, base),
    chapterList: chaptersBeyond(whole, durationMs),
    transcripts: raw.transcripts.flatMap((transcript) => transcriptOf(transcript, base)),
  };
}

/** A letter in it could not be decoded. */
const isDamaged = (text: string) => text.includes('\ufffd');

/** The description will hold the others for itself. */
function chaptersBeyond(notes: string | undefined, durationMs: number | undefined) {
  if (notes === undefined || notes.length <= MAX_DESCRIPTION) return undefined;
  const chapters = chaptersInNotes(notes, durationMs);
  return chapters.length > 0 ? chapters : undefined;
}

function firstWords(candidates: readonly (string | undefined)[], clean: (html: string) => string): string | undefined {
  let damaged: string | undefined;
  for (const candidate of candidates) {
    const words = candidate && clean(candidate);
    if (words && !isDamaged(words)) return words;
    damaged ??= words || undefined;
  }
  return damaged;
}

/** The enclosure that can be heard or watched; hosts add pictures and PDFs. */
function audioOf(enclosures: readonly RawEnclosure[], base: string): string | undefined {
  const usable = enclosures.flatMap(({ url, type = '' }) => {
    const link = webLink(url, base);
    return link ? [{ link, type }] : [];
  });
  return (usable.find(({ type }) => /^\s*(?:audio|video)\//i.test(type)) ?? usable[0])?.link;
}

function transcriptOf({ url, type, language }: RawTranscript, base: string): TranscriptLink[] {
  const link = webLink(url, base);
  return link ? [{ url: link, type: type?.trim() || undefined, language: languageTag(language) }] : [];
}

/** Absolute, http or https; "javascript:", "file:" and nonsense are dropped. */
function webLink(text: string | undefined, base?: string): string | undefined {
  const address = ofSaneLength(text?.trim());
  const url = address === undefined ? undefined : URL.parse(address, base);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : undefined;
}

const ofSaneLength = (text = '') => (text !== '' && text.length <= LONGEST_ADDRESS ? text : undefined);

function peopleOf(people: readonly RawPerson[]): Person[] {
  const named = people.flatMap(({ name, role }) => {
    const line = plainLine(name ?? '', MAX_NAME);
    // "If role is missing then 'host' is assumed" (Podcasting 2.0).
    return line && !isDamaged(line)
      ? [{ name: line, role: plainLine(role ?? '', MAX_NAME).toLowerCase() || 'host' }]
      : [];
  });
  return [...new Map(named.map((person) => [`${person.name}\n${person.role}`, person])).values()];
}

/** "en_us" is written for "en-US"; "english" and "zxx-" are dropped. */
function languageTag(text: string | undefined): string | undefined {
  try {
    return text && Intl.getCanonicalLocales(text.slice(0, MAX_STAMP).trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
