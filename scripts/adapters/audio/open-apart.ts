import { Worker } from 'node:worker_threads';
import { messageOf } from '../../errors.ts';
import type { Answer, Question } from './audio-worker.ts';
import type { Audio, AudioPart } from './open-audio.ts';
import { UnfitAudioError } from './unfit-audio-error.ts';

/** Five times as long as a day of talk takes. */
const TIMEOUT_MS = 20_000;
const MOST_MEGABYTES = 512;

/**
 * `openAudio` in a thread of its own: damaged files can send a reader of media round in circles for ever, which nothing but the
 * end of its thread stops. `bytes` are moved there, and gone here. Throws an `UnfitAudioError`; whoever opens must close.
 */
export async function openApart(
  bytes: Uint8Array<ArrayBuffer>,
  timeoutMs = TIMEOUT_MS,
): Promise<Audio & { close(): Promise<unknown> }> {
  const worker = new Worker(new URL('audio-worker.ts', import.meta.url), {
    workerData: bytes,
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  // One that comes while nobody waits would end the process.
  worker.on('error', () => {});
  const ask = (question: Question) => askInTime(worker, question, timeoutMs);
  const close = () => worker.terminate();
  try {
    const durationMs = (await ask(undefined)) as number;
    return { durationMs, cut: async (fromMs, most) => (await ask({ fromMs, most })) as AudioPart | undefined, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Throws an `UnfitAudioError` where the thread says so, does not answer in time, or is no more. */
async function askInTime(
  worker: Worker,
  question: Question,
  timeoutMs: number,
): Promise<number | AudioPart | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const giveUp = (why: string) => reject(new UnfitAudioError(`${why}: the file is damaged, or made to do harm`));
  const onError = (error: unknown) => giveUp(`its reader broke down (${messageOf(error)})`);
  const onExit = () => giveUp('its reader is gone');
  const timer = setTimeout(() => giveUp(`it is not read through within ${timeoutMs / 1000} s`), timeoutMs);
  worker.once('message', resolve).once('error', onError).once('exit', onExit);
  // Of a thread that is no more, nothing else would tell.
  if (worker.threadId < 0) onExit();
  worker.postMessage(question);
  try {
    const answer = await promise;
    if ('value' in answer) return answer.value;
    throw new UnfitAudioError(answer.failed);
  } finally {
    clearTimeout(timer);
    worker.off('message', resolve).off('error', onError).off('exit', onExit);
  }
}
