import type { Candidate, ShowScan } from './scan-shows.ts';

/** What this run reads: the newest `limit` episodes, in the order of their publication, so that the earlier of two that agree is the first. */
export function chooseEpisodes(scans: readonly ShowScan[], limit = Infinity): Candidate[] {
  const oldestFirst = scans.flatMap(({ candidates }) => candidates).toSorted(byDay);
  return oldestFirst.slice(Math.max(0, oldestFirst.length - limit));
}

const byDay = ({ episode: a }: Candidate, { episode: b }: Candidate) =>
  a.publishedAt.localeCompare(b.publishedAt) || a.id.localeCompare(b.id);
