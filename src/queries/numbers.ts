import type { Episode, EpisodeStatus } from '#domain/episode.ts';
import type { Day } from '#domain/ids.ts';
import { modelName } from '#domain/model-name.ts';
import type { Archive } from './archive.ts';

/** What the content says of itself, for those who want to know how much was read and kept. */
export interface Numbers {
  insights: number;
  withdrawn: number;
  /** Insights that show the words they rest on; the others are of shows that do not let themselves be quoted. */
  quotes: number;
  shows: number;
  people: number;
  episodes: number;
  statuses: Readonly<Record<EpisodeStatus, number>>;
  /** The last day on which something was added: the last run that found something. */
  lastRun?: Run | undefined;
}
interface Run {
  day: Day;
  insights: number;
  episodes: number;
  shows: number;
  /** Engines and models, as "openai (gpt-5)". */
  engines: readonly string[];
}

export function numbersOf(archive: Archive): Numbers {
  const { insights, episodes } = archive;
  return {
    insights: insights.length,
    withdrawn: archive.withdrawn.length,
    quotes: insights.filter(({ quote }) => quote !== undefined).length,
    shows: archive.shows.length,
    people: archive.people.length,
    episodes: episodes.length,
    statuses: countStatuses(episodes),
    lastRun: lastRunOf(archive),
  };
}

function countStatuses(episodes: readonly Episode[]): Record<EpisodeStatus, number> {
  const counts = { published: 0, 'no-insight': 0, waiting: 0, failed: 0, duplicate: 0 };
  for (const { status } of episodes) counts[status]++;
  return counts;
}

function lastRunOf({ insights, newestRun: day }: Archive): Run | undefined {
  if (day === undefined) return undefined;
  const added = insights.filter(({ addedAt }) => addedAt === day);
  return {
    day,
    insights: added.length,
    episodes: new Set(added.map(({ episode }) => episode.id)).size,
    shows: new Set(added.map(({ show }) => show.id)).size,
    engines: [
      ...new Set(
        added.map(({ engine }) => (engine.model ? `${engine.name} (${modelName(engine.model)})` : engine.name)),
      ),
    ],
  };
}
