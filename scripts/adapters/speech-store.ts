import { z } from 'zod';
import type { TranscriptSource } from '#domain/episode.ts';
import type { Transcript } from '#domain/transcript.ts';
import { ItemError } from '../errors.ts';
import type { Cache, TranscriptReader } from '../ports.ts';
import { createJsonCache } from './json-cache.ts';
import { parseTranscript } from './transcripts/parse-transcript.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

const Entry = z.union([
  z.object({ model: z.string(), file: z.string() }),
  z.object({ refused: z.string(), settings: z.string(), until: z.number() }),
  z.object({ durationMs: z.number(), until: z.number() }),
]);
type Found = { transcript: Transcript; source: TranscriptSource };

/** What became of the audio at an address: the transcript that a model made of it, or else what was learned of it. */
export interface SpeechStore {
  /** `undefined` where there is no transcript of it. */
  recall(url: string): Promise<Found | undefined>;
  /** `file`: segments as Podcasting 2.0 JSON. Throws an `ItemError` where they are no talk. */
  keep(url: string, model: string, file: string): Promise<Found>;
  /** Why none could be made with these settings, if that was less than a week ago. */
  refusalOf(url: string, settings: string): Promise<string | undefined>;
  /** So that no megabytes are fetched every day for nothing. */
  refuse(url: string, why: string, settings: string): Promise<void>;
  /** As it was measured less than a week ago: a run that may not hear so much need not fetch it. */
  durationOf(url: string): Promise<number | undefined>;
  keepDuration(url: string, durationMs: number): Promise<void>;
}

/** Keeps it in the cache. `clock` gives the moment that the run takes for now. */
export function createSpeechStore(cache: Cache, clock: () => Date): SpeechStore {
  const entries = createJsonCache(cache, 'speech', Entry);
  const now = () => clock().getTime();
  return {
    async recall(url) {
      const entry = await entries.get(url);
      return entry && 'file' in entry ? read(url, entry.model, entry.file) : undefined;
    },
    async keep(url, model, file) {
      const found = read(url, model, file);
      await entries.put(url, { model, file });
      return found;
    },
    async refusalOf(url, settings) {
      const entry = await entries.get(url);
      const isRefused = entry && 'refused' in entry && entry.settings === settings && now() < entry.until;
      return isRefused ? entry.refused : undefined;
    },
    refuse: (url, refused, settings) => entries.put(url, { refused, settings, until: now() + WEEK_MS }),
    async durationOf(url) {
      const entry = await entries.get(url);
      return entry && 'durationMs' in entry && now() < entry.until ? entry.durationMs : undefined;
    },
    keepDuration: (url, durationMs) => entries.put(url, { durationMs, until: now() + WEEK_MS }),
  };
}

/** Reads what was heard before, as well as what feeds link. */
export const withSpeech = (reader: TranscriptReader, store: SpeechStore): TranscriptReader => ({
  async read(link, show) {
    if (!link.heard) return reader.read(link, show);
    const found = await store.recall(link.url);
    if (!found) throw new ItemError(`What was heard of ${link.url} is not in the cache any more`);
    return found;
  },
});

/** What a model says it heard is held to the rules for what a host sends. */
function read(url: string, model: string, file: string): Found {
  const { transcript } = parseTranscript(Buffer.from(file), { type: 'application/json', url: '' });
  return { transcript, source: { from: url, type: 'speech', model } };
}
