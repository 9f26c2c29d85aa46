import type { Episode } from '#domain/episode.ts';
import type { Urls } from '../urls.ts';
import { writeClock } from '../write-times.ts';
import type { Archive, PublishedInsight, ShowRef } from './archive.ts';
import { lineOf, type InsightLine, type Link } from './insight-line.ts';
import { sourceOf, spanOf, webAddress, type SourceLink, type Span } from './passages.ts';

export interface EpisodePage {
  episode: Episode;
  url: string;
  show: ShowRef & { url: string };
  length?: string | undefined;
  source?: SourceLink | undefined;
  audioUrl?: string | undefined;
  /** In the order in which they were said. */
  insights: readonly { line: InsightLine; span?: Span | undefined }[];
  /** What became of it, where it has no insights, or only those that it adds to another. */
  state?: string | undefined;
  original?: Link | undefined;
}

export function episodePages(archive: Archive, urls: Urls): EpisodePage[] {
  const shows = new Map(archive.shows.map((show) => [show.id, show]));
  const byId = new Map(archive.episodes.map((episode) => [episode.id, episode]));
  return archive.episodes.map((episode) => {
    const insights = archive.ofEpisode(episode.id).toSorted(inOrderOfSpeech);
    const original = episode.duplicateOf && byId.get(episode.duplicateOf);
    return {
      episode,
      url: urls.episode(episode.show, episode.id),
      show: { ...shows.get(episode.show)!, url: urls.show(episode.show) },
      length: episode.durationMs ? writeClock(episode.durationMs) : undefined,
      source: sourceOf(episode, undefined),
      audioUrl: webAddress(episode.audio),
      insights: insights.map((insight) => ({ line: lineOf(insight, urls), span: spanOf(episode, insight.passage) })),
      state: stateOf(episode, insights.length),
      original: original && { title: original.title, url: urls.episode(original.show, original.id) },
    };
  });
}

const STATES: Record<Episode['status'], string> = {
  published: 'Its insights have been withdrawn.',
  'no-insight': 'It was read, and nothing in it was worth keeping on these themes, or could be proven.',
  waiting: 'It has no transcript yet. It is looked at again on the days to come.',
  failed: 'It could not be read.',
  duplicate: 'It repeats another episode.',
};

const HOLDS_ANOTHER = 'It holds another episode, and more. What it adds is here; for the rest see';

function stateOf({ status }: Episode, insights: number): string | undefined {
  if (insights === 0) return STATES[status];
  return status === 'duplicate' ? HOLDS_ANOTHER : undefined;
}

const inOrderOfSpeech = (a: PublishedInsight, b: PublishedInsight) =>
  (a.passage?.startMs ?? Number.MAX_SAFE_INTEGER) - (b.passage?.startMs ?? Number.MAX_SAFE_INTEGER) ||
  (a.id < b.id ? -1 : 1);
