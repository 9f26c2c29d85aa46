import type { Episode } from '#domain/episode.ts';
import type { Day } from '#domain/ids.ts';
import type { Theme } from '#domain/theme.ts';
import type { Archive, ContentStore, Embedder, InsightEngine, PublishedInsight } from '../ports.ts';
import type { EpisodeLine } from '../report.ts';
import { createThemeRater } from './assign-themes.ts';
import { placeInsights, type Placement, type Placing } from './place-insights.ts';
import type { EpisodeReading } from './read-episode.ts';
import { createShelf } from './shelf.ts';

interface Publisher {
  /** Places and writes what a reading proved, then the episode's record; what it adds is in the archive too. */
  publish(reading: EpisodeReading): Promise<{ line: EpisodeLine; dropped: string[] }>;
}
interface PublisherPorts {
  content: ContentStore;
  embedder: Embedder;
  engine: InsightEngine;
}

/** The one writer of a run. `archive` is what stood before, and grows. */
export function createPublisher(
  archive: Archive,
  { themes, window }: { themes: readonly Theme[]; window: { today: Day } },
  { content, embedder, engine }: PublisherPorts,
): Publisher {
  // Set up at the first draft: a day without news needs no embeddings.
  let setUp: Promise<Omit<Placing, 'episode'>> | undefined;
  const prepare = async () => {
    const rateThemes = await createThemeRater(themes, embedder);
    const shelf = await createShelf(archive.insights, archive.episodes, embedder);
    return { engine, today: window.today, rateThemes, shelf };
  };

  async function place({ episode, proven }: EpisodeReading): Promise<Placement> {
    if (proven.length === 0) return { placed: [], earlier: 0, dropped: [] };
    return placeInsights(proven, { ...(await (setUp ??= prepare())), episode }, embedder);
  }

  return {
    async publish(reading) {
      const placement = await place(reading);
      const written: PublishedInsight[] = [];
      for (const published of placement.placed) if (await content.addInsight(published)) written.push(published);
      archive.insights.push(...written);
      const episode = toRecord(reading, placement);
      // After the insights: a run that is cut short reads the episode again.
      await content.saveEpisode(episode);
      const { id, guid, show, status, reason } = episode;
      return { line: { id, guid, show, status, insights: written.length, error: reason }, dropped: placement.dropped };
    },
  };
}

function toRecord({ episode, status, reason, proven }: EpisodeReading, placement: Placement): Episode {
  const { placed, earlier, dropped, duplicateOf } = placement;
  if (proven.length === 0) return episode.status === 'published' ? episode : { ...episode, status, reason };
  if (placed.length + earlier > 0) return { ...episode, status: 'published', reason: undefined };
  if (duplicateOf) return { ...episode, status: 'duplicate', reason: `says what ${duplicateOf} said`, duplicateOf };
  return { ...episode, status: 'no-insight', reason: `no draft was kept: ${[...new Set(dropped)].join(', ')}` };
}
