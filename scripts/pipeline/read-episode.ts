import type { Episode, EpisodeStatus } from '#domain/episode.ts';
import type { Glossary } from '#domain/glossary.ts';
import type { Theme } from '#domain/theme.ts';
import { messageOf, SettingsError } from '../errors.ts';
import type { InsightEngine, Usage } from '../ports.ts';
import { findTranscript, type TranscriptPorts } from './find-transcript.ts';
import { proveDrafts, type ProvenDraft } from './prove-drafts.ts';
import type { Candidate } from './scan-shows.ts';

/** What reading one episode gave: data, and a function of the episode and the settings alone, wherever it was read. */
export interface EpisodeReading {
  episode: Episode;
  /** As it stands if nothing is published. */
  status: EpisodeStatus;
  reason?: string | undefined;
  proven: ProvenDraft[];
  dropped: string[];
  usage?: Usage | undefined;
}

/** Finds the transcript, has the engine propose, and proves what it proposes. An engine that fails leaves the episode to a later run. */
export async function readEpisode(
  candidate: Candidate,
  beat: { themes: readonly Theme[]; glossary: Glossary },
  ports: TranscriptPorts & { engine: InsightEngine },
): Promise<EpisodeReading> {
  const { show, episode } = candidate;
  const nothing = { proven: [], dropped: [] };
  const found = await findTranscript(candidate, ports);
  if ('waiting' in found) return { ...nothing, episode, status: 'waiting', reason: found.waiting };
  const reading = { show, episode: { ...episode, transcript: found.source }, transcript: found.transcript, ...beat };
  try {
    const { drafts, reason, usage } = await ports.engine.propose(reading);
    const { proven, dropped } = proveDrafts(drafts, reading);
    const whyNot =
      reason ??
      (dropped.length > 0 ? `no draft was proven: ${[...new Set(dropped)].join(', ')}` : 'nothing on the themes');
    return { episode: reading.episode, status: 'no-insight', reason: whyNot, proven, dropped, usage };
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    return { ...nothing, episode: reading.episode, status: 'failed', reason: messageOf(error) };
  }
}
