import type { Episode } from '#domain/episode.ts';
import { modelName } from '#domain/model-name.ts';
import { ItemError, messageOf } from '../errors.ts';
import type { Cache, Fetcher, Transcriber } from '../ports.ts';
import { openApart } from './audio/open-apart.ts';
import type { Audio } from './audio/open-audio.ts';
import { UnfitAudioError } from './audio/unfit-audio-error.ts';
import { TooLargeError } from './http/http-failure.ts';
import type { ModelServer } from './openai/connect.ts';
import { hearAudio } from './openai/hear-audio.ts';
import { languageCode } from './openai/language-code.ts';
import { createMinuteBudget } from './openai/minute-budget.ts';
import { createRecogniser } from './openai/recognise-speech.ts';
import type { SpeechStore } from './speech-store.ts';

export interface OpenaiTranscriberOptions extends ModelServer {
  model: string;
  /** Of an audio file, unpacked. */
  maxMegabytes: number;
  /** Of sound in a run. */
  maxMinutes: number;
  /** When nothing more is heard in this run. */
  deadline?: Date | undefined;
}
interface Means {
  fetcher: Fetcher;
  store: SpeechStore;
  cache: Cache;
}
type Wanted = Pick<Episode, 'show' | 'durationMs'>;

const ACCEPT = 'audio/*, video/mp4;q=0.5, application/octet-stream;q=0.5, */*;q=0.1';
/** For hundreds of megabytes from a slow host. */
const FETCH_MS = 5 * 60_000;

/**
 * Has a model hear what no transcript tells, behind any server that transcribes as OpenAI's does. Audio is fetched as politely and
 * guardedly as anything else, and not kept. What was made once is taken from the store, so that no audio is paid for twice.
 */
export function createOpenaiTranscriber(options: OpenaiTranscriberOptions, means: Means): Transcriber {
  const { model, maxMegabytes, maxMinutes, deadline, ...server } = options;
  const { fetcher, store, cache } = means;
  const budget = createMinuteBudget(maxMinutes, deadline);
  const recogniser = createRecogniser({ model, ...server });
  const hearing = { recogniser, model: JSON.stringify([model, server.baseUrl]), cache, budget };
  /** With others, what was of no use may be of some. */
  const settings = JSON.stringify([model, server.baseUrl, maxMegabytes]);

  async function fetchAudio(url: string, show: Episode['show']): Promise<Uint8Array<ArrayBuffer>> {
    const maxBytes = maxMegabytes * 2 ** 20;
    try {
      const how = { accept: ACCEPT, maxBytes, totalMs: FETCH_MS, show, cache: 'no-store' } as const;
      return ownBytes((await fetcher.fetch(url, how)).body);
    } catch (error) {
      if (!(error instanceof ItemError && error.cause instanceof TooLargeError)) throw error;
      const why = `it is larger than ${maxMegabytes} MB, the most that is read; to have it heard, raise WINNOW_MAX_AUDIO_MB`;
      throw new UnfitAudioError(why, { cause: error });
    }
  }

  async function listen(audio: Audio, url: string): Promise<string> {
    try {
      budget.assertLeft(audio.durationMs);
    } catch (error) {
      await store.keepDuration(url, audio.durationMs);
      throw error;
    }
    const { segments, language } = await hearAudio(audio, hearing);
    if (segments.length === 0) throw new UnfitAudioError('nobody was heard to speak');
    return toFile(segments, languageCode(language));
  }

  async function hear(url: string, { show, durationMs = 0 }: Wanted) {
    budget.assertLeft(Math.max(durationMs, (await store.durationOf(url)) ?? 0));
    recogniser.assertAnswers();
    const bytes = await fetchAudio(url, show);
    const audio = await openApart(bytes);
    try {
      const file = await listen(audio, url);
      return await store.keep(url, modelName(model), file).catch((error: unknown) => {
        throw new UnfitAudioError(`what was heard is no talk: ${messageOf(error)}`, { cause: error });
      });
    } finally {
      await audio.close();
    }
  }

  return {
    async transcribe(url, episode) {
      const stored = await store.recall(url);
      if (stored) return stored;
      const refusal = await store.refusalOf(url, settings);
      if (refusal !== undefined) throw new ItemError(refusal);
      try {
        return await hear(url, episode);
      } catch (error) {
        if (!(error instanceof UnfitAudioError)) throw error;
        const why = `The audio at ${url} is not heard: ${messageOf(error)}; it is tried again after a week`;
        await store.refuse(url, why, settings);
        throw new ItemError(why, { cause: error });
      }
    },
    notes: () => budget.notes(),
  };
}

/** Podcasting 2.0 JSON, whose times are seconds and cannot be taken for anything else. */
const toFile = (segments: readonly { text: string; startMs: number; endMs: number }[], language: string | undefined) =>
  JSON.stringify({
    language,
    segments: segments.map(({ text, startMs, endMs }) => ({
      startTime: startMs / 1000,
      endTime: endMs / 1000,
      body: text,
    })),
  });

/** In a buffer of its own, that may be moved to another thread. */
const ownBytes = (body: Uint8Array): Uint8Array<ArrayBuffer> =>
  body.buffer instanceof ArrayBuffer && body.byteLength === body.buffer.byteLength
    ? new Uint8Array(body.buffer)
    : new Uint8Array(body);
