import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createBeatFolder } from './adapters/beat-folder.ts';
import { createCachedEmbedder } from './adapters/cached-embedder.ts';
import { createCachingFetcher } from './adapters/caching-fetcher.ts';
import { createDryContentStore } from './adapters/dry-content-store.ts';
import { createEnergeticEmbedder } from './adapters/energetic-embedder.ts';
import { createFeedChapterReader } from './adapters/feed-chapter-reader.ts';
import { createFeedTranscriptReader } from './adapters/feed-transcript-reader.ts';
import { createFileCache } from './adapters/file-cache.ts';
import { createFileContentStore, type FileContentStore } from './adapters/file-content-store.ts';
import { findHolder, lockFolder } from './adapters/folder-lock.ts';
import { createTranscriptFolder } from './adapters/folder-transcript-source.ts';
import { createHttpFetcher } from './adapters/http-fetcher.ts';
import { createRssFeedReader } from './adapters/rss-feed-reader.ts';
import { loadShows } from './adapters/shows-file.ts';
import { createSpeechStore, withSpeech, type SpeechStore } from './adapters/speech-store.ts';
import type { DailyPorts } from './pipeline/run-daily.ts';
import type { Cache, Embedder, Fetcher, InsightEngine, Transcriber } from './ports.ts';
import type { Workplace } from './run-alone.ts';
import { chooseEngine, chooseTranscriber, type EngineName, type Settings } from './settings.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** Name of the shipped sentence embeddings, for the cache. */
const EMBEDDING_MODEL = 'energetic-en-0.2';

/** The flags of a run that decide which parts are connected. */
export interface WiringOptions {
  contentDir: string;
  allowPrivateHosts: boolean;
  transcriptsDir?: string | undefined;
  dryRun?: boolean | undefined;
  engine?: EngineName | undefined;
  /** The moment that the run takes for now; the clock where it is not given. */
  now?: Date | undefined;
  /** When nothing more is begun in the run. */
  deadline?: Date | undefined;
}

/** Connects ports and adapters; the one place that knows which is which. */
export async function wire(settings: Settings, options: WiringOptions) {
  const cache = createFileCache(resolve(settings.CACHE_DIR));
  const fetcher = connectFetcher(settings, options, cache);
  const embedder = connectEmbedder(cache);
  const speech = createSpeechStore(cache, () => options.now ?? new Date());
  const transcriber = await connectTranscriber(settings, options.deadline, { fetcher, store: speech, cache });
  const files = createFileContentStore(resolve(options.contentDir));
  const beat = createBeatFolder(resolve(options.contentDir), join(ROOT, 'content'));
  const ports = {
    feeds: createRssFeedReader(fetcher),
    transcripts: withSpeech(createFeedTranscriptReader(fetcher), speech),
    transcriber,
    chapters: createFeedChapterReader(fetcher),
    folder: options.transcriptsDir === undefined ? undefined : createTranscriptFolder(resolve(options.transcriptsDir)),
    engine: await connectEngine(settings, options.engine, cache),
    embedder,
    content: options.dryRun ? createDryContentStore(files) : files,
    clock: () => new Date(),
    notes: () => [...cache.notes(), ...(transcriber?.notes() ?? [])],
  } satisfies Omit<DailyPorts, 'progress'>;
  return {
    ports,
    beat,
    fetcher,
    loadShows: (source = beat.showsFile) => loadShows(source, fetcher),
    workplace: options.dryRun ? NOTHING_WRITTEN : workplaceAt(options.contentDir, files, 'npm run daily'),
  };
}

/** Of a dry run. */
const NOTHING_WRITTEN: Workplace = { lock: async () => ({ release: async () => {} }), settle: async () => {} };

const workplaceAt = (dir: string, files: FileContentStore, command: string): Workplace => ({
  lock: () => lockFolder(resolve(dir), command),
  settle: () => files.settle(),
});

/** What placing anew needs: the files and the themes; never the network. */
export function wirePlacing(settings: Settings, contentDir: string) {
  const cache = createFileCache(resolve(settings.CACHE_DIR));
  const content = createFileContentStore(resolve(contentDir));
  return {
    content,
    beat: createBeatFolder(resolve(contentDir), join(ROOT, 'content')),
    embedder: connectEmbedder(cache),
    notes: () => cache.notes(),
    workplace: workplaceAt(contentDir, content, 'npm run place'),
  };
}

const connectEmbedder = (cache: Cache): Embedder =>
  createCachedEmbedder(createEnergeticEmbedder(), cache, EMBEDDING_MODEL);

/** What checking needs: the files as they are, and the transcripts that are still in the cache; never the network. */
export function wireCheck(settings: Settings, contentDir: string) {
  const cache = createFileCache(resolve(settings.CACHE_DIR));
  return {
    content: createFileContentStore(resolve(contentDir)),
    beat: createBeatFolder(resolve(contentDir), join(ROOT, 'content')),
    transcripts: withSpeech(
      createFeedTranscriptReader(readOnly(connectFetcher(settings, { allowPrivateHosts: false }, cache))),
      createSpeechStore(cache, () => new Date()),
    ),
    findHolder: () => findHolder(resolve(contentDir)),
  };
}

async function connectEngine(settings: Settings, flag: EngineName | undefined, cache: Cache): Promise<InsightEngine> {
  if (chooseEngine(settings, flag) === 'embedded') return connectEmbeddedEngine();
  const { createOpenaiEngine } = await import('./adapters/openai-insight-engine.ts');
  return createOpenaiEngine({
    ...serverOf(settings),
    model: settings.WINNOW_MODEL,
    maxTokens: settings.WINNOW_MAX_TOKENS,
    cache,
  });
}

async function connectTranscriber(
  settings: Settings,
  deadline: Date | undefined,
  means: { fetcher: Fetcher; store: SpeechStore; cache: Cache },
): Promise<Transcriber | undefined> {
  const model = chooseTranscriber(settings);
  if (model === undefined) return undefined;
  const { createOpenaiTranscriber } = await import('./adapters/openai-transcriber.ts');
  const options = {
    ...serverOf(settings),
    model,
    maxMegabytes: settings.WINNOW_MAX_AUDIO_MB,
    maxMinutes: settings.WINNOW_MAX_AUDIO_MINUTES,
    deadline,
  };
  return createOpenaiTranscriber(options, means);
}

const serverOf = ({ OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: apiKey }: Settings) => ({ baseUrl, apiKey });

/** Loaded when there is something to read: its model of English takes most of a second, and on many days there is nothing. */
function connectEmbeddedEngine(): InsightEngine {
  let loading: Promise<InsightEngine> | undefined;
  const load = async () => (await import('./adapters/embedded-insight-engine.ts')).createEmbeddedEngine();
  return { name: 'embedded', propose: async (reading) => (await (loading ??= load())).propose(reading) };
}

function connectFetcher(
  settings: Settings,
  { allowPrivateHosts, now }: Pick<WiringOptions, 'allowPrivateHosts' | 'now'>,
  cache: Cache,
): Fetcher {
  const network = createHttpFetcher({
    allowPrivateHosts,
    contact: settings.WINNOW_CONTACT,
    version: packageVersion(),
  });
  return createCachingFetcher(network, cache, () => now ?? new Date());
}

/** Asks nobody, and leaves what is stored as it is. */
const readOnly = (fetcher: Fetcher): Fetcher => ({
  fetch: (url, options) => fetcher.fetch(url, { ...options, cache: 'only-if-cached' }),
  keepFresh: () => Promise.resolve(),
  forget: () => Promise.resolve(),
});

const packageVersion = (): string =>
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
