import { POSTPONED, type Episode } from '#domain/episode.ts';
import type { Candidate } from './find-candidates.ts';
import type { ShowScan } from './scan-shows.ts';

/**
 * What this run reads: the newest `limit` episodes of those that nobody looked at yet, then of those that wait, in the order
 * of their publication, so that the earlier of two that agree is the first. New ones over the limit are put on record as waiting.
 */
export function chooseEpisodes(
  scans: readonly ShowScan[],
  limit = Infinity,
): { chosen: Candidate[]; postponed: Episode[] } {
  const isUnread = ({ isNew, episode }: Candidate) => isNew || episode.reason === POSTPONED;
  const unreadFirst = scans
    .flatMap(({ candidates }) => candidates)
    .toSorted((a, b) => Number(isUnread(b)) - Number(isUnread(a)) || byDay(b, a));
  return {
    chosen: unreadFirst.slice(0, limit).toSorted(byDay),
    postponed: unreadFirst
      .slice(limit)
      .filter(({ isNew }) => isNew)
      .map(({ episode }) => ({ ...episode, reason: POSTPONED })),
  };
}

const byDay = ({ episode: a }: Candidate, { episode: b }: Candidate) =>
  a.publishedAt.localeCompare(b.publishedAt) || a.id.localeCompare(b.id);
