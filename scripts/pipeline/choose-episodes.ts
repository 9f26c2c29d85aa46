import { POSTPONED, type Episode } from '#domain/episode.ts';
import type { Candidate } from './find-candidates.ts';
import type { ShowScan } from './scan-shows.ts';

/** So many of a show are read before any show's others: a feed with thousands of new episodes does not hold up the rest. */
const FAIR_SHARE = 50;

/**
 * What this run reads: the newest `limit` episodes of those that nobody looked at yet, then of those that wait, in the order
 * of their publication, so that the earlier of two that agree is the first. New ones over the limit are put on record as waiting.
 */
export function chooseEpisodes(
  scans: readonly ShowScan[],
  limit = Infinity,
): { chosen: Candidate[]; postponed: Episode[] } {
  const isUnread = ({ isNew, episode }: Candidate) => isNew || episode.reason === POSTPONED;
  const shares = new Map(scans.flatMap(({ candidates }) => sharesOf(candidates)));
  const byShare = (a: Candidate, b: Candidate) => (shares.get(a) ?? 0) - (shares.get(b) ?? 0);
  const unreadFirst = scans
    .flatMap(({ candidates }) => candidates)
    .toSorted((a, b) => Number(isUnread(b)) - Number(isUnread(a)) || byShare(a, b) || byDay(b, a));
  return {
    chosen: unreadFirst.slice(0, limit).toSorted((a, b) => byShare(a, b) || byDay(a, b)),
    postponed: postpone(unreadFirst.slice(limit)),
  };
}

/** Records of what is left to a later run; what is on record already stays as it is. */
export const postpone = (candidates: readonly Candidate[]): Episode[] =>
  candidates.filter(({ isNew }) => isNew).map(({ episode }) => ({ ...episode, reason: POSTPONED }));

/** Of one show's, the newest first. */
const sharesOf = (candidates: readonly Candidate[]) =>
  candidates
    .toSorted((a, b) => byDay(b, a))
    .map((candidate, rank) => [candidate, Math.floor(rank / FAIR_SHARE)] as const);

const byDay = ({ episode: a }: Candidate, { episode: b }: Candidate) =>
  a.publishedAt.localeCompare(b.publishedAt) || a.id.localeCompare(b.id);
