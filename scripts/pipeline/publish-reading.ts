import type { Episode } from '#domain/episode.ts';
import type { Day } from '#domain/ids.ts';
import type { Theme } from '#domain/theme.ts';
import { reasonOf, SettingsError } from '../errors.ts';
import type { Archive, ContentStore, Embedder, InsightEngine, PublishedInsight, Usage } from '../ports.ts';
import type { EpisodeLine } from '../report.ts';
import { createThemeRater } from './assign-themes.ts';
import { placeInsights, type Placement, type Placing } from './place-insights.ts';
import type { EpisodeReading } from './read-episode.ts';
import { relateInsights } from './relate-insights.ts';
import { createMayRemove } from './remove-insights.ts';
import { createShelf } from './shelf.ts';
import { writePublication } from './write-publication.ts';

interface Publisher {
  /**
   * Places and writes what a reading proved, then the episode's record; what it adds is in the archive too. With `replace`, what
   * this reading does not choose again goes, as far as it may.
   */
  publish(reading: EpisodeReading, options?: { replace?: boolean | undefined }): Promise<Publication>;
}
interface Publication {
  line: EpisodeLine;
  dropped: string[];
  usage?: Usage | undefined;
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

  async function place({ episode, proven, status, repeat }: EpisodeReading, replace: boolean): Promise<Placement> {
    const standing = archive.insights.filter(({ insight }) => insight.episode === episode.id);
    const mayRemove = replace && isRead(status) ? createMayRemove(archive) : undefined;
    if (proven.length === 0 && !(mayRemove && standing.length > 0))
      return { placed: [], standing, removed: [], dropped: [] };
    const placing = { ...(await (setUp ??= prepare())), episode, original: repeat?.original.id, mayRemove };
    return placeInsights(proven, placing, embedder);
  }

  /** What nobody foresaw in placing one episode leaves it to a later run; the others have no part in it. */
  async function decide(reading: EpisodeReading, replace: boolean): Promise<Decision> {
    // That the model of embeddings cannot be loaded is no matter of an episode, and stops the run.
    if (reading.proven.length > 0) await (setUp ??= prepare());
    try {
      const placement = await place(reading, replace);
      return { reading, placement, ...(await relateInsights(placement.placed, archive, engine)) };
    } catch (error) {
      if (error instanceof SettingsError) throw error;
      // What was put on the shelf is not published, so another is set up for the next episode.
      setUp = undefined;
      const failed = { ...reading, status: 'failed' as const, reason: reasonOf(error), proven: [] };
      return { reading: failed, placement: await place(failed, false), related: [] };
    }
  }

  return {
    async publish(given, { replace = false } = {}) {
      const { reading, placement, related, usage } = await decide(given, replace);
      const episode = toRecord(reading, placement);
      const removed = placement.removed.map(({ id }) => id);
      const written = await writePublication({ insights: related, removed, episode }, archive, content);
      return { line: lineOf(episode, reading, { written, placement }), dropped: placement.dropped, usage };
    },
  };
}

interface Decision {
  reading: EpisodeReading;
  placement: Placement;
  related: PublishedInsight[];
  usage?: Usage | undefined;
}

const isRead = (status: Episode['status']) => status !== 'waiting' && status !== 'failed';

function lineOf(
  { id, guid, show, status, reason }: Episode,
  reading: EpisodeReading,
  { written, placement }: { written: readonly PublishedInsight[]; placement: Placement },
): EpisodeLine {
  const removed = placement.removed.length;
  // Where an episode that stands could not be read again, its record does not say so.
  const error = isRead(reading.status) ? reason : reading.reason;
  return { id, guid, show, status, insights: written.length, ...(removed > 0 && { removed }), error };
}

function toRecord({ episode, status, reason, proven, repeat }: EpisodeReading, placement: Placement): Episode {
  const { placed, standing, dropped } = placement;
  if (!isRead(status)) return isRead(episode.status) ? episode : { ...episode, status, reason };
  const decided = { ...episode, reason: undefined, duplicateOf: undefined };
  const has = placed.length + standing.length > 0;
  if (repeat && !(repeat.whole && has)) {
    const { show, id } = repeat.original;
    // Of another show, it is told by name: who lists another's talk first, with an earlier date, passes for its source.
    const name = show === episode.show ? id : `${show}/${id}`;
    const reason = repeat.whole ? `says what ${name} said` : `holds ${name}, and more`;
    return { ...decided, status: 'duplicate', reason, duplicateOf: id };
  }
  if (has) return { ...decided, status: 'published' };
  if (placement.duplicateOf)
    return {
      ...decided,
      status: 'duplicate',
      reason: `says what ${placement.duplicateOf} said`,
      duplicateOf: placement.duplicateOf,
    };
  const whyNone = proven.length > 0 ? `no draft was kept: ${[...new Set(dropped)].join(', ')}` : reason;
  return { ...decided, status: 'no-insight', reason: whyNone };
}
