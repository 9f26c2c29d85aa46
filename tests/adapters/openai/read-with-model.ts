import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Glossary } from '#domain/glossary.ts';
import type { Episode } from '#domain/episode.ts';
import type { Transcript } from '#domain/transcript.ts';
import { createFileCache } from '../../../scripts/adapters/file-cache.ts';
import { createOpenaiEngine, type OpenaiEngineOptions } from '../../../scripts/adapters/openai-insight-engine.ts';
import { readEpisode, type EpisodeReading } from '../../../scripts/pipeline/read-episode.ts';
import { anEpisode, aShow, aTheme, aTranscript, CLAIM } from '../../support/builders.ts';
import { lineWith, startModelServer, type ChatBody, type ModelReply } from '../../support/model-server.ts';

/** Two people about bicycles: what Ann says on winter can be proven, the rest is talk. */
export const TALK = aTranscript(
  { text: 'Welcome back. Today it is about salt and gears.', speaker: 'Bo', startMs: 0, endMs: 4000 },
  { text: 'Well, a hub gear just runs in its oil bath all winter.', speaker: 'Ann Lee', startMs: 4000, endMs: 7000 },
  { text: 'That is why couriers pay three times the price.', speaker: 'Ann Lee', startMs: 7000, endMs: 9000 },
  {
    text: 'Salt takes forty percent off the life of a chain, I think.',
    speaker: 'Ann Lee',
    startMs: 9000,
    endMs: 13_000,
  },
  { text: 'So do not buy a cheap chain. And what of belts?', speaker: 'Bo', startMs: 13_000, endMs: 16_000 },
);

/** An insight on couriers as a good model writes it; a test names only what it is about. */
export const goodItem = (body: ChatBody, fields: Record<string, unknown> = {}) => ({
  from: lineWith(body, 'oil bath'),
  to: lineWith(body, 'three times'),
  title: 'Couriers pay three times the price for hub gears',
  claim: CLAIM,
  themes: ['gearing'],
  speaker: 'Ann Lee',
  importance: 0.7,
  reason: 'Says what winter is worth to couriers.',
  translation: null,
  ...fields,
});

export interface Scene {
  reply: (body: ChatBody, before: number) => ModelReply;
  transcript?: Transcript;
  episode?: Partial<Episode>;
  glossary?: Glossary;
  engine?: Partial<OpenaiEngineOptions>;
}

/** A real server, a real cache folder, and the engine between them, until the test ends; `read` is the stage as a run calls it. */
export async function setScene(t: TestContext, { reply, transcript = TALK, episode, glossary = [], engine }: Scene) {
  const server = await startModelServer(reply);
  const dir = await mkdtemp(join(tmpdir(), 'winnow-'));
  t.after(async () => {
    await server.close();
    await rm(dir, { recursive: true });
  });
  const options = { baseUrl: server.baseUrl, model: 'fake', cache: createFileCache(dir), ...engine };
  const newEngine = () => createOpenaiEngine(options);
  let current = newEngine();
  const beat = { themes: [aTheme()], glossary, known: [] };
  const read = async (change: { transcript?: Transcript; episode?: Partial<Episode> } = {}): Promise<EpisodeReading> =>
    readEpisode(
      {
        show: aShow(),
        episode: anEpisode({ status: 'waiting', ...episode, ...change.episode }),
        transcripts: [{ url: 'https://example.org/1.vtt' }],
        isNew: true,
      },
      beat,
      {
        engine: current,
        chapters: { read: () => Promise.reject(new Error('none')) },
        transcripts: {
          read: async ({ url }) => ({
            transcript: change.transcript ?? transcript,
            source: { from: url, type: 'vtt' },
          }),
        },
      },
    );
  return {
    server,
    read,
    engine: () => current,
    /** As the next run does: settings and cache are the same, what was learned of the server is forgotten. */
    nextRun: () => {
      current = newEngine();
    },
  };
}

/** What of a reading a reader would see. */
export const titlesOf = ({ proven }: EpisodeReading) => proven.map(({ draft }) => draft.title);
