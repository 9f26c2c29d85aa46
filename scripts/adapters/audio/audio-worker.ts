// The other end of open-apart.ts: opens the file that it was given, and cuts what it is asked for.
import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../../errors.ts';
import { openAudio, type Audio, type AudioPart, type PartBounds } from './open-audio.ts';

/** `undefined` to open the file, which is answered with its length. */
export type Question = { fromMs: number; most: PartBounds } | undefined;
export type Answer = { value: number | AudioPart | undefined } | { failed: string };

let opening: Promise<Audio> | undefined;

parentPort?.on('message', async (question: Question) => {
  parentPort?.postMessage(await answer(question));
});

async function answer(question: Question): Promise<Answer> {
  try {
    const audio = await (opening ??= openAudio(workerData as Uint8Array));
    return { value: question ? await audio.cut(question.fromMs, question.most) : audio.durationMs };
  } catch (error) {
    return { failed: messageOf(error) };
  }
}
