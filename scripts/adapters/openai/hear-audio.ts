import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Cache } from '../../ports.ts';
import type { Audio, AudioPart } from '../audio/open-audio.ts';
import { parseJson } from '../parse-json.ts';
import type { MinuteBudget } from './minute-budget.ts';
import type { Heard, HeardSegment, RecogniseSpeech } from './recognise-speech.ts';

export interface Hearing {
  recognise: RecogniseSpeech;
  model: string;
  /** Keeps what was heard of each part, so that a run that is cut short pays for nothing twice. */
  cache: Cache;
  budget: MinuteBudget;
}

/** A machine that is slower than speech still hears it within the time-out of a call; and OpenAI takes 25 MB. */
const PART = { ms: 3 * 60_000, bytes: 20_000_000 };

/**
 * Everything that is said, part by part, in seconds of the episode. A part ends anywhere, in the middle of a word even: so its last
 * segment is left to the next one, which begins where that began, as Whisper itself goes on from window to window.
 */
export async function hearAudio(audio: Audio, hearing: Hearing): Promise<Heard> {
  const segments: HeardSegment[] = [];
  let language: string | undefined;
  for (let part = await audio.cut(0, PART); part;) {
    const { startMs, endMs } = part;
    const heard = await hearOnce(part, hearing);
    language ??= heard.language;
    const said = heard.segments
      .map(({ start, end, text }) => ({ start: startMs / 1000 + start, end: startMs / 1000 + end, text }))
      // Beyond its end nothing was said.
      .filter(({ start }) => start * 1000 < endMs)
      .toSorted((a, b) => a.start - b.start);
    const resumeMs = Math.round((said.at(-1)?.start ?? 0) * 1000);
    const next: AudioPart | undefined = await audio.cut(endMs, PART);
    const isCutOff = next !== undefined && resumeMs > (startMs + endMs) / 2;
    segments.push(...(isCutOff ? said.slice(0, -1) : said));
    part = isCutOff ? await audio.cut(resumeMs, PART) : next;
  }
  return { segments, language };
}

const Stored = z.object({
  segments: z.array(z.object({ start: z.number(), end: z.number(), text: z.string() })),
  language: z.string().optional(),
});

async function hearOnce(part: AudioPart, { recognise, model, cache, budget }: Hearing): Promise<Heard> {
  const key = JSON.stringify([model, createHash('sha256').update(part.bytes).digest('hex')]);
  const stored = Stored.safeParse(parseJson(Buffer.from((await cache.get('heard', key)) ?? []).toString())).data;
  if (stored) return stored;
  const heard = await recognise(part);
  budget.spend(part.endMs - part.startMs);
  await cache.put('heard', key, Buffer.from(JSON.stringify(heard)));
  return heard;
}
