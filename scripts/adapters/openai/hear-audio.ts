import { createHash } from 'node:crypto';
import { z } from 'zod';
import { mostFrequent } from '#domain/most-frequent.ts';
import type { Cache } from '../../ports.ts';
import type { Audio, AudioPart } from '../audio/open-audio.ts';
import { UnfitAudioError } from '../audio/unfit-audio-error.ts';
import { createJsonCache } from '../json-cache.ts';
import type { MinuteBudget } from './minute-budget.ts';
import type { Heard, HeardSegment, Recogniser } from './recognise-speech.ts';

export interface Hearing {
  recogniser: Recogniser;
  /** Names the model, and whose it is. */
  model: string;
  /** Keeps what was heard of each part, so that a run that is cut short does not pay for speech twice. */
  cache: Cache;
  budget: MinuteBudget;
}

type Talk = Omit<Heard, 'durationMs'>;

/** A machine that is slower than speech still hears it within the time-out of a call; and OpenAI takes 25 MB. */
const PART = { ms: 3 * 60_000, bytes: 20_000_000 };
/** Only what begins in the last third of a part is left to the next, so that little is heard twice. */
const SHARE_KEPT = 2 / 3;

/**
 * Everything that is said, part by part, with the times of the episode. A part ends anywhere, in the middle of a word even: so what
 * is said at its end is left to the next one, which begins where that begins, as Whisper itself goes on from window to window.
 * Throws an `UnfitAudioError` where the audio is not what it says, a `PostponedError` where the run has heard enough.
 */
export async function hearAudio(audio: Audio, hearing: Hearing): Promise<Talk> {
  const heard: HeardSegment[][] = [];
  const languages: string[] = [];
  let fromMs = 0;
  for (let part = await audio.cut(fromMs, PART); part; part = await audio.cut(fromMs, PART)) {
    const { startMs, endMs } = part;
    const inPart = await hearOnce(part, hearing);
    if (inPart.language !== undefined && inPart.segments.length > 0) languages.push(inPart.language);
    const said = inPart.segments.map((at) => ({ ...at, startMs: startMs + at.startMs, endMs: startMs + at.endMs }));
    const restMs = endMs < audio.durationMs ? beginningOfTheEnd(said, endMs) : endMs;
    // A part begins with the packet that has the moment, so a short one may begin a little before it.
    const earliestMs = Math.max(fromMs + 1, startMs + (endMs - startMs) * SHARE_KEPT);
    fromMs = restMs >= earliestMs ? restMs : endMs;
    heard.push(said.filter((segment) => segment.startMs < fromMs));
  }
  // A jingle at the beginning may be taken for any language.
  return { segments: heard.flat(), language: mostFrequent(languages) };
}

/** In the order of their beginnings. Nothing was said beyond the end of the part. */
const withinPart = (segments: readonly HeardSegment[], lengthMs: number): HeardSegment[] =>
  segments
    .filter(({ startMs }) => startMs < lengthMs)
    .map(({ text, startMs, endMs }) => ({ text, startMs, endMs: Math.min(Math.max(startMs, endMs), lengthMs) }))
    .toSorted((a, b) => a.startMs - b.startMs);

/** Where the last segment begins, or what is still being said then, or then; `said` is in the order of its beginnings. */
function beginningOfTheEnd(said: readonly HeardSegment[], endMs: number): number {
  const lastMs = said.at(-1)?.startMs ?? endMs;
  return said.reduceRight(
    (first, segment) => (segment.endMs > first ? Math.min(first, segment.startMs) : first),
    lastMs,
  );
}

const Kept = z.object({
  segments: z.array(z.object({ startMs: z.number(), endMs: z.number(), text: z.string() })),
  language: z.string().optional(),
});

async function hearOnce(part: AudioPart, hearing: Hearing): Promise<Talk> {
  const { recogniser, model, cache, budget } = hearing;
  const key = JSON.stringify([model, createHash('sha256').update(part.bytes).digest('hex')]);
  const kept = createJsonCache(cache, 'heard', Kept);
  const stored = await kept.get(key);
  if (stored) return stored;
  const partMs = part.endMs - part.startMs;
  budget.assertLeft(partMs);
  // An attempt that fails may cost as well.
  budget.spend(partMs);
  const { segments: raw, language, durationMs = 0 } = await recogniser.recognise(part);
  // Whatever its clock says: this is what is charged.
  budget.spend(Math.max(0, durationMs - partMs));
  if (durationMs > partMs * 1.5 + 10_000)
    throw new UnfitAudioError(
      `its clock is wrong: the model heard ${Math.round(durationMs / 1000)} s in a part of ${Math.round(partMs / 1000)} s`,
    );
  const heard = { segments: withinPart(raw, partMs), language };
  // Silence is heard again: it may have been a slip of the server's.
  if (heard.segments.length > 0) await kept.put(key, heard);
  return heard;
}
