import { addDays, dayOf } from '#domain/day.ts';
import type { Episode } from '#domain/episode.ts';
import { EpisodeId, episodeIdOf, type Day } from '#domain/ids.ts';
import { isSecretFeed, withoutSecrets } from '#domain/secret-address.ts';
import type { Show } from '#domain/show.ts';
import { ItemError, messageOf, PostponedError, SettingsError } from '../errors.ts';
import type { FeedItem, FeedReader, RunMoment, TranscriptLink } from '../ports.ts';
import type { ShowStatus } from '../report.ts';
import { distinctItems, type ListedEpisode } from './distinct-items.ts';
import { hideSecrets } from './hide-secrets.ts';
import { findKnown } from './known-episodes.ts';
import { linkTo } from './transcript-link.ts';

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
export interface ShowScan {
  show: Show;
  status: ShowStatus;
  error?: string | undefined;
  movedTo?: string | undefined;
  candidates: Candidate[];
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

/** Polls every show and finds what is to be read. What is known is decided from `known` alone; a show that fails does not stop the others. */
export async function scanShows(
  shows: readonly Show[],
  known: readonly Episode[],
  window: ScanWindow,
  feeds: FeedReader,
): Promise<ShowScan[]> {
  assertAgain(window.again, shows, known);
  const knownOf = Map.groupBy(known, (episode) => episode.show);
  const scans = await Promise.all(
    shows.map(async (show): Promise<ShowScan> => {
      const ofShow = knownOf.get(show.id) ?? [];
      const again = findAgain(show, ofShow, window.again);
      try {
        const { status, held, movedTo, items: raw } = await feeds.read(show);
        const items = raw.map((item) => hideSecrets(item, show));
        const found = findCandidates(show, items, ofShow, window);
        const [damaged, whole] = [found.filter(isDamaged), found.filter((candidate) => !isDamaged(candidate))];
        const error = held ?? describeDamaged(damaged);
        return { show, status, error, movedTo: movedTo && publicFeed(movedTo), candidates: [...again, ...whole] };
      } catch (error) {
        return {
          show,
          status: statusOf(error),
          error: withoutSecrets(messageOf(error), [show.feed]),
          candidates: again,
        };
      }
    }),
  );
  giveUniqueIds(scans, known);
  return scans;
}

/** Reports are read by others. */
const publicFeed = (address: string) => (isSecretFeed(address) ? withoutSecrets(address, [address]) : address);

function statusOf(error: unknown): ShowStatus {
  if (error instanceof PostponedError) return 'skipped';
  return error instanceof ItemError && error.gone ? 'gone' : 'failed';
}

/** A letter of the title could not be decoded: it is not put on record, and so found again when the host has mended it. */
const isDamaged = ({ isNew, episode }: Candidate) => isNew && episode.title.includes('\ufffd');

function describeDamaged(damaged: readonly Candidate[]): string | undefined {
  if (damaged.length === 0) return undefined;
  const titles = damaged.map(({ episode }) => JSON.stringify(episode.title)).join(', ');
  return `left out until the host mends the damaged letters of its title: ${titles}`;
}

function assertAgain(again: string | undefined, shows: readonly Show[], known: readonly Episode[]): void {
  const ids: string[] = ['all', ...shows.map(({ id }) => id), ...known.map(({ id }) => id)];
  if (again !== undefined && !ids.includes(again))
    throw new SettingsError(`--again ${again}: no show or episode has this id; they are the names in content/episodes`);
}

/** Four hex digits can meet: an id that is taken, by an episode of any show, gets a number more. */
function giveUniqueIds(scans: readonly ShowScan[], known: readonly Episode[]): void {
  const taken = new Set(known.map(({ id }) => id));
  // Whoever wants to can make thousands of guids that meet.
  const lastOf = new Map<EpisodeId, number>();
  for (const candidate of scans.flatMap(({ candidates }) => candidates).filter(({ isNew }) => isNew)) {
    const { id } = candidate.episode;
    let n = lastOf.get(id) ?? 1;
    while (taken.has(candidate.episode.id)) candidate.episode.id = EpisodeId.parse(`${id}-${++n}`);
    lastOf.set(id, n);
    taken.add(candidate.episode.id);
  }
}

/** Records of what is to be read again: from the transcript that was read, whatever the feed says now. */
function findAgain(show: Show, known: readonly Episode[], again: string | undefined): Candidate[] {
  return known
    .filter((episode) => again !== undefined && ['all', show.id, episode.id].some((name) => name === again))
    .flatMap((episode) =>
      episode.transcript && !awaitsTranscript(episode)
        ? [{ show, episode, transcripts: [linkTo(episode.transcript)], isNew: false, again: true }]
        : [],
    );
}

function findCandidates(
  show: Show,
  items: readonly FeedItem[],
  known: readonly Episode[],
  window: ScanWindow,
): Candidate[] {
  const listed = distinctItems(items, (item) => dayOfItem(item, window));
  const records = findKnown(
    listed.map(({ marks }) => marks),
    known,
  );
  const isUndatedNew = whereUndatedIsNew(listed, records, window);
  const from = firstDay(known, window);
  const candidates = listed.flatMap(({ item, marks }, position): Candidate[] => {
    const { transcripts } = item;
    const record = records[position];
    if (record) return awaitsTranscript(record) ? [{ show, episode: record, transcripts, isNew: false }] : [];
    const isRecent = marks.day === undefined ? isUndatedNew(position) : marks.day >= from;
    return isRecent
      ? [{ show, episode: toEpisode(show, item, marks.day ?? window.today), transcripts, isNew: true }]
      : [];
  });
  const offered = new Set(candidates.map(({ episode }) => episode.id));
  const goneFromFeed = known.filter((record) => awaitsTranscript(record) && !offered.has(record.id));
  return [...candidates, ...goneFromFeed.map((episode) => ({ show, episode, transcripts: [], isNew: false }))];
}

const awaitsTranscript = ({ status }: Episode) => status === 'waiting' || status === 'failed';

/** Of a show that is followed already, whatever is newer than its oldest record counts: an episode may appear late. */
function firstDay(known: readonly Episode[], { since, today }: ScanWindow): Day {
  const weekAgo = addDays(today, -FIRST_SIGHT_DAYS);
  return since ?? known.reduce((first, { publishedAt }) => (publishedAt < first ? publishedAt : first), weekAgo);
}

/** Without a date, the order of the feed must do: what is above the first known item is new; at first sight, the top item. */
function whereUndatedIsNew(
  listed: readonly ListedEpisode[],
  records: readonly (Episode | undefined)[],
  { since }: ScanWindow,
): (position: number) => boolean {
  const fromTop = isNewestLast(listed)
    ? (position: number) => listed.length - 1 - position
    : (position: number) => position;
  const known = records.flatMap((record, position) => (record ? [fromTop(position)] : []));
  if (known.length === 0) return (position) => fromTop(position) === 0 || since !== undefined;
  const firstKnown = known.reduce((first, place) => Math.min(first, place));
  return (position) => fromTop(position) < firstKnown;
}

/** Some feeds begin with their oldest episode; where none has a date, the first number of the titles may tell. */
function isNewestLast(listed: readonly ListedEpisode[]): boolean {
  const dates = listed.flatMap(({ item }) => item.publishedAt?.getTime() ?? []);
  const ranks = dates.length > 1 ? dates : listed.flatMap(({ item }) => Number(/\d+/.exec(item.title)?.[0] ?? NaN));
  const rises = ranks.filter((rank, index) => rank > ranks[index - 1]!).length;
  const falls = ranks.filter((rank, index) => rank < ranks[index - 1]!).length;
  return rises > falls;
}

/** A date in the future is a scheduling slip of the host: it counts as today. */
function dayOfItem({ publishedAt }: FeedItem, { now, today, timeZone }: ScanWindow): Day | undefined {
  if (publishedAt === undefined) return undefined;
  return publishedAt > now ? today : dayOf(publishedAt, timeZone);
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
