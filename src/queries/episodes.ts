import type { Episode } from '#domain/episode.ts';
import { personSlugOf, type PersonSlug } from '#domain/ids.ts';
import type { Urls } from '../urls.ts';
import { writeClock } from '../write-clock.ts';
import type { Archive, PublishedInsight, ShowRef } from './archive.ts';
import { chaptersOf, type ChapterView } from './chapters.ts';
import { lineOf, type InsightLine, type Link } from './insight-line.ts';
import { sourceOf, spanOf, webAddress, type SourceLink, type Span } from './passages.ts';
import { summaryOf } from './summary.ts';

export interface EpisodePage {
  episode: Episode;
  url: string;
  show: ShowRef & { url: string };
  length?: string | undefined;
  /** What it is about, in the words of its notes. */
  summary?: string | undefined;
  /** Who takes part; those who are quoted somewhere have a page. */
  people: readonly { name: string; role?: string | undefined; url?: string | undefined }[];
  source?: SourceLink | undefined;
  audioUrl?: string | undefined;
  /** In the order in which they were said. */
  insights: readonly { line: InsightLine; span?: Span | undefined }[];
  /** In order, with the insights of each; none where no chapters are known. */
  chapters: readonly (Omit<ChapterView, 'insights'> & { lines: readonly InsightLine[] })[];
  /** Insights that are in no chapter. */
  apart: readonly InsightLine[];
  /** What became of it, where it has no insights, or only those that it adds to another. */
  state?: string | undefined;
  original?: Link | undefined;
}

export function episodePages(archive: Archive, urls: Urls): EpisodePage[] {
  const shows = new Map(archive.shows.map((show) => [show.id, show]));
  const byId = new Map(archive.episodes.map((episode) => [episode.id, episode]));
  const quoted = new Set(archive.people.map(({ slug }) => slug));
  return archive.episodes.map((episode) => {
    const insights = archive.ofEpisode(episode.id).toSorted(inOrderOfSpeech);
    const chapters = chaptersOf(episode, insights);
    const inChapters = new Set(chapters.flatMap((chapter) => chapter.insights));
    const toLine = (insight: PublishedInsight) => lineOf(insight, urls);
    const original = episode.duplicateOf && byId.get(episode.duplicateOf);
    return {
      episode,
      url: urls.episode(episode.show, episode.id),
      show: { ...shows.get(episode.show)!, url: urls.show(episode.show) },
      length: episode.durationMs ? writeClock(episode.durationMs) : undefined,
      summary: summaryOf(episode.description),
      people: episode.people.map((person) => ({ ...person, url: pageOf(person.name, quoted, urls) })),
      source: sourceOf(episode, undefined),
      audioUrl: webAddress(episode.audio),
      insights: insights.map((insight) => ({ line: toLine(insight), span: spanOf(episode, insight.passage) })),
      chapters: chapters.map(({ insights: own, ...chapter }) => ({ ...chapter, lines: own.map(toLine) })),
      apart: insights.filter((insight) => !inChapters.has(insight)).map(toLine),
      state: stateOf(episode, insights.length),
      original: original && { title: original.title, url: urls.episode(original.show, original.id) },
    };
  });
}

function pageOf(name: string, quoted: ReadonlySet<PersonSlug>, urls: Urls): string | undefined {
  const slug = personSlugOf(name);
  return quoted.has(slug) ? urls.person(slug) : undefined;
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
