import type { Episode } from '#domain/episode.ts';
import { modelName } from '#domain/model-name.ts';
import { ItemError, messageOf } from '../errors.ts';
import type { Cache, Fetcher, Transcriber } from '../ports.ts';
import { openApart } from './audio/open-apart.ts';
import { TooLargeError } from './http/http-failure.ts';
import { hearAudio } from './openai/hear-audio.ts';
import { languageCode } from './openai/language-code.ts';
import { createMinuteBudget } from './openai/minute-budget.ts';
import { createRecogniser } from './openai/recognise-speech.ts';
import type { ModelServer } from './openai/connect.ts';
import type { SpeechStore } from './speech-store.ts';

export interface OpenaiTranscriberOptions extends ModelServer {
  model: string;
  /** Of an audio file, unpacked. */
  maxMegabytes: number;
  /** Of sound in a run. */
  maxMinutes: number;
}
interface Means {
  fetcher: Fetcher;
  store: SpeechStore;
  cache: Cache;
}

/** Nothing but another file would help. */
class UnfitAudioError extends ItemError {}

const ACCEPT = 'audio/*, video/mp4;q=0.5, application/octet-stream;q=0.5, */*;q=0.1';
/** For hundreds of megabytes from a slow host. */
const FETCH_MS = 5 * 60_000;

/**
 * Has a model hear what no transcript tells, behind any server that transcribes as OpenAI's does. Audio is fetched as politely and
 * guardedly as anything else, and not kept. What was made once is taken from the store, so that no audio is paid for twice.
 */
export function createOpenaiTranscriber(
  options: OpenaiTranscriberOptions,
  { fetcher, store, cache }: Means,
): Transcriber {
  const { model, maxMegabytes, maxMinutes, ...server } = options;
  const budget = createMinuteBudget(maxMinutes);
  const hearing = { recognise: createRecogniser({ model, ...server }), model, cache, budget };

  async function fetchAudio(url: string, show: Episode['show']): Promise<Uint8Array<ArrayBuffer>> {
    const maxBytes = maxMegabytes * 2 ** 20;
    try {
      const options = { accept: ACCEPT, maxBytes, totalMs: FETCH_MS, show, cache: 'no-store' } as const;
      return ownBytes((await fetcher.fetch(url, options)).body);
    } catch (error) {
      if (!(error instanceof ItemError && error.cause instanceof TooLargeError)) throw error;
      const why = `${url}: the audio is larger than ${maxMegabytes} MB, the most that is read; to have it heard, raise WINNOW_MAX_AUDIO_MB`;
      throw new UnfitAudioError(why, { cause: error });
    }
  }

  async function hear(url: string, episode: Pick<Episode, 'show' | 'durationMs'>): Promise<string> {
    budget.assertLeft(episode.durationMs ?? 0);
    const bytes = await fetchAudio(url, episode.show);
    const audio = await openApart(bytes).catch((error: unknown) => unfit(url, messageOf(error)));
    try {
      budget.assertLeft(audio.durationMs);
      const { segments, language } = await hearAudio(audio, hearing);
      if (segments.length === 0) unfit(url, 'nobody was heard to speak');
      return JSON.stringify({ language: languageCode(language), segments });
    } finally {
      await audio.close();
    }
  }

  return {
    async transcribe(url, episode) {
      const stored = await store.recall(url);
      if (stored) return stored;
      try {
        return await store.keep(url, modelName(model), await hear(url, episode));
      } catch (error) {
        if (error instanceof UnfitAudioError) await store.refuse(url, error.message);
        throw error;
      }
    },
    notes: () => budget.notes(),
  };
}

/** In a buffer of its own, that may be moved to another thread. */
const ownBytes = (body: Uint8Array): Uint8Array<ArrayBuffer> =>
  body.buffer instanceof ArrayBuffer && body.byteLength === body.buffer.byteLength
    ? new Uint8Array(body.buffer)
    : new Uint8Array(body);

function unfit(url: string, why: string): never {
  throw new UnfitAudioError(`The audio at ${url} is of no use: ${why}; it is tried again after a week`);
}
