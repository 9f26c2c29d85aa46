import { APIConnectionError, APIError } from 'openai';
import { z } from 'zod';
import { withoutKey } from '#domain/without-key.ts';
import { ItemError, PostponedError, SettingsError } from '../../errors.ts';
import type { AudioPart } from '../audio/open-audio.ts';
import { UnfitAudioError } from '../audio/unfit-audio-error.ts';
import { connect, OPENAI_URL, type ModelServer } from './connect.ts';
import { EndlessAnswerError } from './fetch-whole.ts';
import { isRefusal, toFailure } from './model-failure.ts';

/** What was heard, in milliseconds from the beginning of the part. */
export interface HeardSegment {
  startMs: number;
  endMs: number;
  text: string;
}
export interface Heard {
  segments: HeardSegment[];
  /** As the server says it: a code, or an English name. */
  language?: string | undefined;
  /** Of the sound, as the server measured it, where it says. */
  durationMs?: number | undefined;
}
/** A model that hears. */
export interface Recogniser {
  /** Throws a `PostponedError` where the server has not answered in this run, and is not asked any more. */
  assertAnswers(): void;
  /**
   * One call. Throws an `UnfitAudioError` where the server will not have this sound, another `ItemError` where it fails, a
   * `SettingsError` where no call of the run can succeed.
   */
  recognise(part: AudioPart): Promise<Heard>;
}

/** Two hundred times what is said in the longest part. */
const MAX_ANSWER_BYTES = 2 ** 20;
/** So many calls on end without an answer, each of minutes: one may be the fault of the sound, two are the server's. */
const MOST_UNANSWERED = 2;
/** Who talks fast says 800 words in a part. */
const MOST_IN_A_PART = { segments: 5000, characters: 50_000 };

/** Connects to a server that has `/audio/transcriptions` and gives the times of segments, without which no quote has its second. */
export function createRecogniser({ model, ...server }: ModelServer & { model: string }): Recogniser {
  const { baseUrl = OPENAI_URL, apiKey } = server;
  // An attempt may cost even where it fails, and what was heard before is kept: the next run tries again.
  const client = connect(server, { maxAnswerBytes: MAX_ANSWER_BYTES, maxRetries: 0 });
  let unanswered = 0;
  let hasHeard = false;

  function toError(error: unknown): Error {
    const isEndless = error instanceof Error && error.cause instanceof EndlessAnswerError;
    unanswered = error instanceof APIConnectionError && !isEndless ? unanswered + 1 : 0;
    if (isRefusal(error) || (isUnreadable(error) && !isAboutFormat(error))) return refused(error as APIError, apiKey);
    const failure = isAboutFormat(error)
      ? new SettingsError(`WINNOW_TRANSCRIBE_MODEL=${model} (environment): ${WITHOUT_TIMES}`)
      : toFailure(error, { baseUrl, model, setting: 'WINNOW_TRANSCRIBE_MODEL', key: apiKey });
    // Settings with which something was heard are not wrong, whatever the server says of one piece of sound.
    return failure instanceof SettingsError && hasHeard ? new ItemError(failure.message, { cause: error }) : failure;
  }

  function assertAnswers(): void {
    if (unanswered >= MOST_UNANSWERED)
      throw new PostponedError(`the model server ${baseUrl} did not answer in this run; it is heard on a later run`);
  }

  async function recognise({ bytes, mediaType, ending }: AudioPart): Promise<Heard> {
    assertAnswers();
    const file = new File([bytes], `part.${ending}`, { type: mediaType });
    const form = { file, model, response_format: 'verbose_json', temperature: 0 } as const;
    const answer = await client.audio.transcriptions
      .create(form)
      .catch((error: unknown) => Promise.reject(toError(error)));
    const heard = toHeard(answer, apiKey);
    [unanswered, hasHeard] = [0, true];
    return heard;
  }

  return { assertAnswers, recognise };
}

const WITHOUT_TIMES =
  'this model gives no times (response_format "verbose_json"), so that no quote has its second; set WINNOW_TRANSCRIBE_MODEL to one that does, such as whisper-1';

const isAboutFormat = (error: unknown) =>
  error instanceof APIError &&
  [400, 422].includes(error.status ?? 0) &&
  /response_format.*(?:not|un)[ -]?(?:compatible|supported)/is.test(error.message);

/** The server cannot make anything of the sound. */
const isUnreadable = (error: unknown) =>
  error instanceof APIError &&
  ([413, 415].includes(error.status ?? 0) ||
    ([400, 422].includes(error.status ?? 0) && /audio|file|decod|too (?:short|long)/i.test(error.message)));

const refused = (error: APIError, key: string | undefined) =>
  new UnfitAudioError(`the model server refuses it: ${withoutKey(error.message, key).slice(0, 200)}`, { cause: error });

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
  language: z.string().max(100).optional().catch(undefined),
  duration: z.coerce.number().nonnegative().optional().catch(undefined),
  segments: z.array(z.unknown()).optional().catch(undefined),
});

function toHeard(answer: unknown, key: string | undefined): Heard {
  const { text, language, duration, segments } = Answer.safeParse(answer).data ?? {};
  if (!segments && text?.trim()) throw new UnfitAudioError(WITHOUT_TIMES);
  if (!segments && text === undefined)
    throw new ItemError('the model server did not answer with what it heard; a later run tries again');
  const found = (segments ?? []).flatMap((segment) => Segment.safeParse(segment).data ?? []);
  if (segments?.length && found.length === 0)
    throw new ItemError('the model server answered with segments that have no words or times; a later run tries again');
  const characters = found.reduce((sum, segment) => sum + segment.text.length, 0);
  if (found.length > MOST_IN_A_PART.segments || characters > MOST_IN_A_PART.characters)
    throw new UnfitAudioError('the model server says more than anybody can in the time');
  return {
    language,
    durationMs: duration === undefined ? undefined : duration * 1000,
    segments: found.filter(isHeard).map(({ start, end, text }) => ({
      startMs: Math.round(start * 1000),
      endMs: Math.round(end * 1000),
      text: withoutKey(text, key),
    })),
  };
}

/**
 * What the model itself takes for made up, by the measures of OpenAI's reference of `verbose_json`: words where nobody speaks, and
 * the same words over and over. Other servers do not say how sure they are.
 */
const isHeard = ({ no_speech_prob = 0, avg_logprob = 0, compression_ratio = 0 }: z.infer<typeof Segment>) =>
  !(no_speech_prob > 0.6 && avg_logprob < -1) && compression_ratio <= 2.4;
