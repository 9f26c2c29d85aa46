import { APIError } from 'openai';
import { z } from 'zod';
import { withoutKey } from '#domain/without-key.ts';
import { ItemError, SettingsError } from '../../errors.ts';
import type { AudioPart } from '../audio/open-audio.ts';
import { connect, OPENAI_URL, type ModelServer } from './connect.ts';
import { toFailure } from './model-failure.ts';

/** What was heard, in seconds from the beginning of the part. */
export interface HeardSegment {
  start: number;
  end: number;
  text: string;
}
export interface Heard {
  segments: HeardSegment[];
  /** As the server says it: a code, or an English name. */
  language?: string | undefined;
}
/** One call to a model that hears. Throws an `ItemError`, or a `SettingsError` where every other call would fail as well. */
export type RecogniseSpeech = (part: AudioPart) => Promise<Heard>;

/** Two hundred times what is said in the longest part. */
const MAX_ANSWER_BYTES = 8 * 2 ** 20;

/** Connects to a server that has `/audio/transcriptions` and gives the times of segments, without which no quote has its second. */
export function createRecogniser({ model, ...server }: ModelServer & { model: string }): RecogniseSpeech {
  const { baseUrl = OPENAI_URL, apiKey } = server;
  const client = connect(server, MAX_ANSWER_BYTES);
  return async ({ bytes, mediaType, ending }) => {
    const file = new File([bytes], `part.${ending}`, { type: mediaType });
    let answer: unknown;
    try {
      answer = await client.audio.transcriptions.create({
        file,
        model,
        response_format: 'verbose_json',
        temperature: 0,
      });
    } catch (error) {
      if (isAboutFormat(error)) throw withoutTimes(model);
      throw toFailure(error, { baseUrl, model, setting: 'WINNOW_TRANSCRIBE_MODEL', key: apiKey });
    }
    return toHeard(answer, model, apiKey);
  };
}

const isAboutFormat = (error: unknown) =>
  error instanceof APIError &&
  [400, 422].includes(error.status ?? 0) &&
  /response_format|verbose_json/.test(error.message);

const withoutTimes = (model: string) =>
  new SettingsError(
    `WINNOW_TRANSCRIBE_MODEL=${model} (environment): this model gives no times (response_format "verbose_json"), so that no quote has its second; set one that does, such as whisper-1`,
  );

const Measure = z.number().optional().catch(undefined);
const Segment = z.object({
  start: z.number().nonnegative(),
  end: z.number().nonnegative(),
  text: z.string(),
  no_speech_prob: Measure,
  avg_logprob: Measure,
  compression_ratio: Measure,
});
const Answer = z.object({
  text: z.string().optional().catch(undefined),
  language: z.string().optional().catch(undefined),
  segments: z.array(z.unknown()).optional().catch(undefined),
});

function toHeard(answer: unknown, model: string, key: string | undefined): Heard {
  const { text = '', language, segments } = Answer.safeParse(answer).data ?? {};
  if (!segments && text.trim()) throw withoutTimes(model);
  if (!segments) throw new ItemError(`the model ${model} did not answer with what it heard; a later run tries again`);
  const heard = segments.flatMap((segment) => Segment.safeParse(segment).data ?? []).filter(isHeard);
  return { language, segments: heard.map(({ start, end, text }) => ({ start, end, text: withoutKey(text, key) })) };
}

/**
 * Whisper's own thresholds (its transcribe.py) for what it made up: words where nobody speaks, and the same words over and over.
 * Other servers do not say how sure they are.
 */
const isHeard = ({ no_speech_prob = 0, avg_logprob = 0, compression_ratio = 0 }: z.infer<typeof Segment>) =>
  !(no_speech_prob > 0.6 && avg_logprob < -1) && compression_ratio <= 2.4;
