import { addDays } from '#domain/day.ts';
import type { Episode } from '#domain/episode.ts';
import { episodeIdOf, type Day } from '#domain/ids.ts';
import type { Show } from '#domain/show.ts';
import type { FeedItem, RunMoment, TranscriptLink } from '../ports.ts';
import type { ListedRecord } from './list-episodes.ts';
import { linkTo } from './transcript-link.ts';
import { whereUndatedIsNew } from './undated-items.ts';

/** An episode that is to be read: new, or one that waits for a transcript. */
export interface Candidate {
  show: Show;
  episode: Episode;
  transcripts: TranscriptLink[];
  /** No record of it exists yet. */
  isNew: boolean;
  /** It was read before, and somebody asked for it to be read again. */
  again?: boolean | undefined;
}
export interface ScanWindow extends RunMoment {
  timeZone: string;
  /** First day that counts; without it, the last 7 days at first sight of a show. */
  since?: Day | undefined;
  /** Id of an episode or show, or `all`: what was read already and is to be read again. */
  again?: string | undefined;
}

/** On first sight of a show, this many days of its past are read. */
const FIRST_SIGHT_DAYS = 7;

/** What of a feed is to be read, given the records of its show: what is new in the window, and what waits for a transcript. */
export function findCandidates(
  show: Show,
  listed: readonly ListedRecord[],
  known: readonly Episode[],
  window: ScanWindow,
): Candidate[] {
  const isUndatedNew = whereUndatedIsNew(listed, window);
  const from = firstDay(known, window);
  const candidates = listed.flatMap(({ item, marks, record }, position): Candidate[] => {
    const { transcripts } = item;
    if (record) return awaitsTranscript(record) ? [{ show, episode: record, transcripts, isNew: false }] : [];
    const isRecent = marks.day === undefined ? isUndatedNew(position) : marks.day >= from;
    return isRecent
      ? [{ show, episode: toEpisode(show, item, marks.day ?? window.today), transcripts, isNew: true }]
      : [];
  });
  const offered = new Set(candidates.map(({ episode }) => episode));
  const goneFromFeed = known.filter((record) => awaitsTranscript(record) && !offered.has(record));
  return [...candidates, ...goneFromFeed.map((episode) => ({ show, episode, transcripts: [], isNew: false }))];
}

const awaitsTranscript = ({ status }: Episode) => status === 'waiting' || status === 'failed';

/** Of a show that is followed already, whatever is newer than its oldest record counts: an episode may appear late. */
function firstDay(known: readonly Episode[], { since, today }: ScanWindow): Day {
  const weekAgo = addDays(today, -FIRST_SIGHT_DAYS);
  return since ?? known.reduce((first, { publishedAt }) => (publishedAt < first ? publishedAt : first), weekAgo);
}

/**
 * Records of what is to be read again: from the transcript that was read, whatever the feed says now. Of a feed for one listener
 * only, the record does not say its address, so that it must be listed still.
 */
export function findAgain(
  show: Show,
  known: readonly Episode[],
  { again, listed }: { again: string | undefined; listed: readonly ListedRecord[] },
): Candidate[] {
  const linksOf = new Map(listed.map(({ record, item }) => [record, item.transcripts]));
  return known
    .filter((episode) => again !== undefined && ['all', show.id, episode.id].some((name) => name === again))
    .flatMap((episode) => {
      if (!episode.transcript || awaitsTranscript(episode)) return [];
      const isHidden = episode.transcript.from.includes('…');
      const transcripts = isHidden ? (linksOf.get(episode) ?? []) : [linkTo(episode.transcript)];
      return [{ show, episode, transcripts, isNew: false, again: true }];
    });
}

function toEpisode(show: Show, item: FeedItem, publishedAt: Day): Episode {
  const { guid, title, description, link, audio, durationMs, people, chapters, chapterList } = item;
  const id = episodeIdOf({ show: show.id, guid, title, publishedAt });
  return {
    id,
    show: show.id,
    showTitle: show.title,
    ...(!show.excerpts && { excerpts: false as const }),
    guid,
    title,
    description,
    link,
    audio,
    publishedAt,
    durationMs,
    people,
    chapters,
    chapterList,
    status: 'waiting',
  };
}
