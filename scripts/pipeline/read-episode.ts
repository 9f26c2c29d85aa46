import type { Episode, EpisodeStatus } from '#domain/episode.ts';
import type { Glossary } from '#domain/glossary.ts';
import { sketchOf } from '#domain/talk-sketch.ts';
import type { Theme } from '#domain/theme.ts';
import { ItemError, PostponedError, reasonOf, SettingsError } from '../errors.ts';
import type { InsightEngine, Usage } from '../ports.ts';
import { dropRepeated } from './drop-repeated.ts';
import { findRepeat, type Repeat } from './find-repeat.ts';
import { findChapters, type ChapterPorts } from './find-chapters.ts';
import { findTranscript, type TranscriptPorts } from './find-transcript.ts';
import { addUsage, proposeProven } from './propose-proven.ts';
import type { ProvenDraft } from './prove-drafts.ts';
import type { Candidate } from './find-candidates.ts';

/** What reading one episode gave: data, and a function of the episode, the settings and the talks on record, wherever it was read. */
export interface EpisodeReading {
  episode: Episode;
  /** As it stands if nothing is published. */
  status: EpisodeStatus;
  reason?: string | undefined;
  /** The talk on record that it repeats. */
  repeat?: Repeat | undefined;
  proven: ProvenDraft[];
  dropped: string[];
  usage?: Usage | undefined;
}

interface Beat {
  themes: readonly Theme[];
  glossary: Glossary;
  known: readonly Episode[];
}
type ReadingPorts = TranscriptPorts & ChapterPorts & { engine: InsightEngine };

/**
 * Finds the transcript, has the engine propose, and proves what it proposes, with one try to mend what fails. An engine that fails
 * leaves the episode to a later run; so does what nobody foresaw, as the other episodes have no part in it.
 */
export async function readEpisode(candidate: Candidate, beat: Beat, ports: ReadingPorts): Promise<EpisodeReading> {
  try {
    return await read(candidate, beat, ports);
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    return { episode: candidate.episode, status: 'failed', reason: reasonOf(error), proven: [], dropped: [] };
  }
}

async function read(candidate: Candidate, beat: Beat, ports: ReadingPorts): Promise<EpisodeReading> {
  const { show } = candidate;
  const nothing = { proven: [], dropped: [] };
  const found = await findTranscript(candidate, ports);
  if ('waiting' in found) return { ...nothing, episode: candidate.episode, status: 'waiting', reason: found.waiting };
  const chapters = await findChapters(candidate.episode, ports);
  const episode = { ...candidate.episode, ...chapters, transcript: found.source, sketch: sketchOf(found.transcript) };
  const repeat = findRepeat(episode, beat.known);
  if (repeat?.whole) return { ...nothing, episode, status: 'duplicate', repeat };
  const reading = { show, episode, transcript: found.transcript, themes: beat.themes, glossary: beat.glossary };
  const usage: Usage = { calls: 0, promptTokens: 0, completionTokens: 0 };
  try {
    const { proven, rejected, reason } = await proposeProven(reading, ports.engine, usage);
    const dropped = rejected.map((one) => one.reason);
    const whyNot =
      reason ??
      (dropped.length > 0 ? `no draft was proven: ${[...new Set(dropped)].join(', ')}` : 'nothing on the themes');
    const fresh = repeat ? await dropRepeated(proven, repeat.original, { show, ports }) : proven;
    dropped.push(...proven.slice(fresh.length).map(() => 'said before in another episode'));
    return { episode, status: 'no-insight', reason: whyNot, repeat, proven: fresh, dropped, usage };
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    if (error instanceof ItemError) addUsage(usage, error.usage);
    const status = error instanceof PostponedError ? 'waiting' : 'failed';
    return { ...nothing, episode, status, reason: reasonOf(error), usage };
  }
}
