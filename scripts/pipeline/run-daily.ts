import type { Glossary } from '#domain/glossary.ts';
import type { Show } from '#domain/show.ts';
import type { Theme } from '#domain/theme.ts';
import type { Archive, ContentStore, Embedder, FeedReader, InsightEngine, Progress, Usage } from '../ports.ts';
import type { EpisodeLine, Report } from '../report.ts';
import { chooseEpisodes, postpone } from './choose-episodes.ts';
import type { ChapterPorts } from './find-chapters.ts';
import type { TranscriptPorts } from './find-transcript.ts';
import { makeDigest } from './make-digest.ts';
import { createPublisher } from './publish-reading.ts';
import { readEpisode } from './read-episode.ts';
import type { ScanWindow } from './find-candidates.ts';
import { scanShows } from './scan-shows.ts';
import { finishPublication } from './write-publication.ts';

export interface DailyRequest {
  shows: readonly Show[];
  themes: readonly Theme[];
  glossary: Glossary;
  window: ScanWindow;
  /** Most episodes that are read in this run. */
  limit?: number | undefined;
  /** When no other episode is begun; what is not read then waits for the next run. */
  deadline?: Date | undefined;
  /** What is read again takes the place of what it does not choose again. */
  replace?: boolean | undefined;
}
export interface DailyPorts extends TranscriptPorts, ChapterPorts {
  feeds: FeedReader;
  engine: InsightEngine;
  embedder: Embedder;
  content: ContentStore;
  progress: Progress;
  clock: () => Date;
  /** What the parts that are connected here have to tell of the run, a line each. */
  notes?: (() => readonly string[]) | undefined;
}

/** The daily job: scan, read, prove, place, publish, digest, report. Writes nothing but through the content store. */
export async function runDaily(request: DailyRequest, ports: DailyPorts): Promise<Report> {
  const startedAt = ports.clock().toISOString();
  const finished = await finishPublication(ports.content);
  const archive = await ports.content.load();
  const scans = await scanShows(request.shows, archive.episodes, request.window, ports.feeds);
  const { chosen, postponed } = chooseEpisodes(scans, request.limit);
  for (const episode of postponed) await ports.content.saveEpisode(episode);

  const publisher = createPublisher(archive, request, ports);
  const episodes: EpisodeLine[] = [];
  const dropped: string[] = [];
  const usage: Usage = { calls: 0, promptTokens: 0, completionTokens: 0 };
  let leftOver = 0;
  for (const [index, candidate] of chosen.entries()) {
    if (request.deadline && ports.clock() >= request.deadline) {
      leftOver = chosen.length - index;
      for (const episode of postpone(chosen.slice(index))) await ports.content.saveEpisode(episode);
      break;
    }
    const reading = await readEpisode(candidate, { ...request, known: archive.episodes }, ports);
    const outcome = await publisher.publish(reading, { replace: request.replace && candidate.again });
    episodes.push(outcome.line);
    dropped.push(...reading.dropped, ...outcome.dropped);
    addUsage(usage, reading.usage);
    addUsage(usage, outcome.usage);
    ports.progress(describe(outcome.line));
  }
  const digest = await publishDigest(archive, request, ports);
  return {
    startedAt,
    finishedAt: ports.clock().toISOString(),
    shows: scans.map(({ show, status, error, movedTo, candidates }) => ({
      id: show.id,
      status,
      error,
      movedTo,
      newEpisodes: candidates.filter(({ isNew }) => isNew).length,
    })),
    episodes,
    dropped: tally(dropped),
    usage,
    problems: archive.problems,
    notes: [
      ...(finished ? [finished] : []),
      ...(leftOver > 0 ? [describeLeftOver(leftOver)] : []),
      ...scans.flatMap(({ notes = [] }) => notes),
      ...(ports.notes?.() ?? []),
    ],
    digest,
  };
}

const describeLeftOver = (count: number) =>
  `the time of the run (WINNOW_MAX_MINUTES) was over: ${count} ${count === 1 ? 'episode waits' : 'episodes wait'} for the next one`;

async function publishDigest(
  archive: Archive,
  { themes, window }: DailyRequest,
  { content }: DailyPorts,
): Promise<string | undefined> {
  const titles = new Map(themes.map(({ id, title }) => [id, title]));
  const digest = makeDigest(archive, window.today, (theme) => titles.get(theme) ?? theme);
  return digest && (await content.addDigest(digest)) ? digest.date : undefined;
}

function describe({ show, id, status, insights, removed = 0, error }: EpisodeLine): string {
  const added = insights > 0 ? `, ${insights} ${insights === 1 ? 'insight' : 'insights'}` : '';
  const gone = removed > 0 ? `, ${removed} removed` : '';
  return `${show}/${id}: ${status}${added}${gone}${status === 'no-insight' ? ` (${error})` : ''}`;
}

function addUsage(total: Usage, added: Usage | undefined): void {
  total.calls += added?.calls ?? 0;
  total.promptTokens += added?.promptTokens ?? 0;
  total.completionTokens += added?.completionTokens ?? 0;
}

function tally(reasons: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reason of reasons.toSorted()) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
