import { z } from 'zod';
import type { TranscriptSource } from '#domain/episode.ts';
import type { Transcript } from '#domain/transcript.ts';
import { ItemError } from '../errors.ts';
import type { Cache, TranscriptReader } from '../ports.ts';
import { parseJson } from './parse-json.ts';
import { parseTranscript } from './transcripts/parse-transcript.ts';

const KIND = 'speech';
const WEEK_MS = 7 * 24 * 3_600_000;

const Entry = z.union([
  z.object({ model: z.string(), file: z.string() }),
  z.object({ refused: z.string(), until: z.number() }),
]);

/** What became of the audio at an address: the transcript that a model made of it, or why none can be made. */
export interface SpeechStore {
  /** `undefined` where nobody listened yet. Throws an `ItemError` where that was of no use less than a week ago. */
  recall(url: string): Promise<{ transcript: Transcript; source: TranscriptSource } | undefined>;
  /** `file`: the segments as JSON. Throws an `ItemError` where they are no talk. */
  keep(url: string, model: string, file: string): Promise<{ transcript: Transcript; source: TranscriptSource }>;
  /** So that no megabytes are fetched every day for nothing. */
  refuse(url: string, why: string): Promise<void>;
}

/** Keeps it in the cache. `clock` gives the moment that the run takes for now. */
export function createSpeechStore(cache: Cache, clock: () => Date): SpeechStore {
  const put = (url: string, entry: z.infer<typeof Entry>) => cache.put(KIND, url, Buffer.from(JSON.stringify(entry)));
  return {
    async recall(url) {
      const entry = Entry.safeParse(parseJson(Buffer.from((await cache.get(KIND, url)) ?? []).toString())).data;
      if (!entry) return undefined;
      if ('file' in entry) return read(url, entry.model, entry.file);
      if (clock().getTime() < entry.until) throw new ItemError(entry.refused);
      return undefined;
    },
    async keep(url, model, file) {
      const found = read(url, model, file);
      await put(url, { model, file });
      return found;
    },
    refuse: (url, why) => put(url, { refused: why, until: clock().getTime() + WEEK_MS }),
  };
}

/** Reads what was heard before, as well as what feeds link. */
export const withSpeech = (reader: TranscriptReader, store: SpeechStore): TranscriptReader => ({
  async read(link, show) {
    if (link.type !== 'text/speech') return reader.read(link, show);
    const found = await store.recall(link.url);
    if (!found) throw new ItemError(`What was heard of ${link.url} is not in the cache any more`);
    return found;
  },
});

/** What a model says it heard is held to the rules for what a host sends. */
function read(url: string, model: string, file: string) {
  const { transcript } = parseTranscript(Buffer.from(file), { type: 'application/json', url: '' });
  return { transcript, source: { from: url, type: 'speech' as const, model } };
}
