import type { EpisodeStatus } from '#domain/episode.ts';
import type { Glossary } from '#domain/glossary.ts';
import type { Show } from '#domain/show.ts';
import type { Theme } from '#domain/theme.ts';
import type { Archive, ContentStore, Embedder, FeedReader, InsightEngine, Progress, Usage } from '../ports.ts';
import type { EpisodeLine, Report } from '../report.ts';
import { createThemeRater } from './assign-themes.ts';
import { chooseEpisodes } from './choose-episodes.ts';
import type { TranscriptPorts } from './find-transcript.ts';
import { makeDigest } from './make-digest.ts';
import { createShelf, placeInsights, type Placing, type Shelf } from './place-insights.ts';
import { readEpisode, type EpisodeReading } from './read-episode.ts';
import { scanShows, type ScanWindow } from './scan-shows.ts';

export interface DailyRequest {
  shows: readonly Show[];
  themes: readonly Theme[];
  glossary: Glossary;
  window: ScanWindow;
  /** Most episodes that are read in this run. */
  limit?: number | undefined;
}
export interface DailyPorts extends TranscriptPorts {
  feeds: FeedReader;
  engine: InsightEngine;
  embedder: Embedder;
  content: ContentStore;
  progress: Progress;
  clock: () => Date;
}

/** The daily job: scan, read, prove, place, publish, digest, report. Writes nothing but through the content store. */
export async function runDaily(request: DailyRequest, ports: DailyPorts): Promise<Report> {
  const startedAt = ports.clock().toISOString();
  const archive = await ports.content.load();
  const scans = await scanShows(request.shows, archive.episodes, request.window, ports.feeds);
  const episodes: EpisodeLine[] = [];
  const dropped: string[] = [];
  const usage: Usage = { calls: 0, promptTokens: 0, completionTokens: 0 };
  const desk = createDesk(request, ports);
  for (const candidate of chooseEpisodes(scans, request.limit)) {
    const reading = await readEpisode(candidate, request, ports);
    const outcome = await publishReading(reading, desk, ports);
    episodes.push(outcome.line);
    dropped.push(...reading.dropped, ...outcome.dropped);
    addUsage(usage, reading.usage);
    ports.progress(
      `${outcome.line.show}/${outcome.line.id}: ${outcome.line.status}${outcome.line.insights > 0 ? `, ${outcome.line.insights} insights` : ''}`,
    );
  }
  const now = episodes.length > 0 ? await ports.content.load() : archive;
  const digest = await publishDigest(now, request, ports);
  return {
    startedAt,
    finishedAt: ports.clock().toISOString(),
    shows: scans.map(({ show, status, error, candidates }) => ({
      id: show.id,
      status,
      error,
      newEpisodes: candidates.filter(({ isNew }) => isNew).length,
    })),
    episodes,
    dropped: tally(dropped),
    usage,
    problems: archive.problems,
    digest,
  };
}

/** Where insights are placed: themes and shelf, set up at the first draft, since a day without news needs no embeddings. */
type Desk = () => Promise<{ shelf: Shelf; placing: Omit<Placing, 'episode'> }>;

function createDesk({ themes, window }: DailyRequest, { content, embedder, engine }: DailyPorts): Desk {
  let ready: ReturnType<Desk> | undefined;
  return () =>
    (ready ??= (async () => {
      const { insights, episodes } = await content.load();
      const rateThemes = await createThemeRater(themes, embedder);
      return {
        shelf: await createShelf(insights, episodes, embedder),
        placing: { engine, today: window.today, rateThemes },
      };
    })());
}

async function publishReading(
  reading: EpisodeReading,
  desk: Desk,
  { content, embedder }: DailyPorts,
): Promise<{ line: EpisodeLine; dropped: string[] }> {
  const { episode, proven } = reading;
  if (proven.length === 0) return { line: await record(reading, reading.status, content), dropped: [] };
  const { shelf, placing } = await desk();
  const { placed, earlier, dropped, duplicateOf } = await placeInsights(
    proven,
    shelf,
    { ...placing, episode },
    embedder,
  );
  for (const published of placed) await content.addInsight(published);
  const isPublished = placed.length + earlier > 0;
  const status = isPublished ? 'published' : duplicateOf ? 'duplicate' : 'no-insight';
  const reason = isPublished
    ? undefined
    : duplicateOf
      ? `says what ${duplicateOf} said`
      : `no draft was kept: ${[...new Set(dropped)].join(', ')}`;
  return {
    line: { ...(await record({ ...reading, reason, duplicateOf }, status, content)), insights: placed.length },
    dropped,
  };
}

/** The record is written after the insights: a run that is cut short reads the episode again. */
async function record(
  {
    episode,
    reason,
    duplicateOf,
  }: Pick<EpisodeReading, 'episode' | 'reason'> & { duplicateOf?: EpisodeReading['episode']['id'] | undefined },
  status: EpisodeStatus,
  content: ContentStore,
): Promise<EpisodeLine> {
  await content.saveEpisode({ ...episode, status, reason, duplicateOf });
  return { id: episode.id, guid: episode.guid, show: episode.show, status, insights: 0, error: reason };
}

async function publishDigest(
  archive: Archive,
  { themes, window }: DailyRequest,
  { content }: DailyPorts,
): Promise<string | undefined> {
  const titles = new Map(themes.map(({ id, title }) => [id, title]));
  const digest = makeDigest(archive, window.today, (theme) => titles.get(theme) ?? theme);
  return digest && (await content.addDigest(digest)) ? digest.date : undefined;
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
