import type { EpisodeId, ShowId } from '#domain/ids.ts';
import type { EpisodeStatus } from '#domain/episode.ts';
import type { Usage } from './ports.ts';

/** What a run did to every show and episode; the JSON of `--report`. */
export interface Report {
  startedAt: string;
  finishedAt: string;
  shows: ShowLine[];
  episodes: EpisodeLine[];
  /** How many drafts were not published, by reason. */
  dropped: Record<string, number>;
  usage: Usage;
  /** Files of `content/` that a person must mend. */
  problems: string[];
  /** What else there is to know of the run, a line each: that the cache was made anew, say. */
  notes: string[];
  /** The day of the digest that was written, if one was. */
  digest?: string | undefined;
}
/** `unchanged`: its host says so. `skipped`: it was not asked in this run. `gone`: for good, says its host. */
export type ShowStatus = 'ok' | 'unchanged' | 'skipped' | 'gone' | 'failed';
export interface ShowLine {
  id: ShowId;
  status: ShowStatus;
  /** Of a show that was skipped: why its host is left alone. Absent where what is stored is still fresh. */
  error?: string | undefined;
  /** Where the feed has moved for good, until the list of shows says so. */
  movedTo?: string | undefined;
  newEpisodes: number;
}
export interface EpisodeLine {
  id: EpisodeId;
  guid: string;
  show: ShowId;
  status: EpisodeStatus;
  /** How many insights this run published. */
  insights: number;
  /** How many it took away, with `--replace`. */
  removed?: number | undefined;
  error?: string | undefined;
}

/** The report in words: a summary, then a line for all that went wrong or waits. */
export function describeReport(report: Report): string {
  const { shows, episodes, dropped } = report;
  const insights = episodes.reduce((sum, episode) => sum + episode.insights, 0);
  const seconds = (Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000;
  return [
    `${count(shows.length, 'show')} (${tally(shows)}), ${count(episodes.length, 'episode')}${episodes.length > 0 ? ` (${tally(episodes)})` : ''}, ` +
      `${count(insights, 'new insight')}, ${seconds.toFixed(1)} s`,
    ...shows.flatMap(({ id, error }) => (error ? [`  show ${id}: ${error}`] : [])),
    ...shows.flatMap(({ id, movedTo }) =>
      movedTo ? [`  show ${id}: its feed has moved for good to ${movedTo}; put this address in the list of shows`] : [],
    ),
    ...episodes.flatMap(({ id, show, status, error }) =>
      error && status !== 'no-insight' ? [`  episode ${show}/${id}: ${status}: ${error}`] : [],
    ),
    ...[...report.problems, ...report.notes].map((line) => `  ${line}`),
    ...(Object.keys(dropped).length > 0
      ? [
          `  not published: ${Object.entries(dropped)
            .map(([reason, n]) => `${n} ${reason}`)
            .join(', ')}`,
        ]
      : []),
    ...(report.digest ? [`  digest of ${report.digest} written`] : []),
  ].join('\n');
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

function tally(lines: readonly { status: string }[]): string {
  const counts = new Map<string, number>();
  for (const { status } of lines) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([status, n]) => `${n} ${status}`)
    .join(', ');
}
