import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ItemError, messageOf } from '../../errors.ts';
import type { Answer, Question } from './audio-worker.ts';
import type { Audio, AudioPart } from './open-audio.ts';

/** Ten times as long as a day of talk takes. */
const TIMEOUT_MS = 20_000;
const MOST_MEGABYTES = 512;

/**
 * `openAudio` in a thread of its own: damaged files can send a reader of media round in circles for ever, which nothing but the
 * end of its thread stops. `bytes` are moved there, and gone here. Throws an `ItemError`; whoever opens must close.
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
  // An error that comes while nobody waits would end the process.
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

async function askInTime(
  worker: Worker,
  question: Question,
  timeoutMs: number,
): Promise<number | AudioPart | undefined> {
  const signal = AbortSignal.timeout(timeoutMs);
  worker.postMessage(question);
  try {
    const [answer] = (await once(worker, 'message', { signal })) as [Answer];
    if ('value' in answer) return answer.value;
    throw new ItemError(answer.failed);
  } catch (error) {
    if (error instanceof ItemError) throw error;
    await worker.terminate();
    const why = signal.aborted ? `it is not read through within ${timeoutMs / 1000} s` : messageOf(error);
    throw new ItemError(`${why}: the file is damaged, or made to do harm`, { cause: error });
  }
}
