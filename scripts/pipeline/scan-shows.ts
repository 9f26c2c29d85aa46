import type { Episode } from '#domain/episode.ts';
import { EpisodeId } from '#domain/ids.ts';
import type { Show } from '#domain/show.ts';
import { ItemError, PostponedError, SettingsError } from '../errors.ts';
import type { FeedReader } from '../ports.ts';
import type { ShowStatus } from '../report.ts';
import { findAgain, findCandidates, type Candidate, type ScanWindow } from './find-candidates.ts';
import { hideSecrets, publicMessage, publicMove } from './hide-secrets.ts';
import { listEpisodes, type ListedRecord } from './list-episodes.ts';

export interface ShowScan {
  show: Show;
  status: ShowStatus;
  error?: string | undefined;
  movedTo?: string | undefined;
  /** What else there is to know, for a person. */
  notes?: string[] | undefined;
  candidates: Candidate[];
}

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
      const again = (listed: readonly ListedRecord[] = []) => findAgain(show, ofShow, { again: window.again, listed });
      try {
        const { status, held, movedTo, items: raw } = await feeds.read(show);
        const items = raw.map((item) => hideSecrets(item, show));
        const listed = listEpisodes(items, ofShow, window);
        const found = findCandidates(show, listed, ofShow, window);
        return {
          ...{ show, status, error: held, movedTo: movedTo && publicMove(movedTo, show) },
          notes: describeDamaged(show, found.filter(isDamaged)),
          candidates: [...again(listed), ...found.filter((candidate) => !isDamaged(candidate))],
        };
      } catch (error) {
        return { show, status: statusOf(error), error: publicMessage(error, show), candidates: again() };
      }
    }),
  );
  giveUniqueIds(scans, known);
  return scans;
}

function statusOf(error: unknown): ShowStatus {
  if (error instanceof PostponedError) return 'skipped';
  return error instanceof ItemError && error.gone ? 'gone' : 'failed';
}

/** A letter of the title could not be decoded: it is not put on record, and so found again when the host has mended it. */
const isDamaged = ({ isNew, episode }: Candidate) => isNew && episode.title.includes('\ufffd');

function describeDamaged({ id }: Show, damaged: readonly Candidate[]): string[] {
  const titles = damaged.map(({ episode }) => JSON.stringify(episode.title));
  return titles.map((title) => `show ${id}: left out until its host mends the damaged letters of the title: ${title}`);
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
