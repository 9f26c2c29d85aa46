import { z } from 'zod';
import type { Cue } from '#domain/transcript.ts';
import { parseJson } from '../parse-json.ts';
import { joinWords } from './join-words.ts';
import { readClock } from './read-clock.ts';
import { refuseEndless } from './refusals.ts';

const Time = z.union([z.number(), z.string()]).optional().catch(undefined);
const Text = z.string().optional().catch(undefined);
const Segment = z.object({
  speaker: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  body: Text,
  startTime: Time,
  endTime: Time,
  // Speech recognisers and subtitle converters write these.
  text: Text,
  start: Time,
  end: Time,
});
type Segment = z.infer<typeof Segment>;
const Segments = z.array(Segment).min(1);
const File = z.union([
  Segments,
  z.object({ segments: Segments }).transform((file) => file.segments),
  z.object({ transcript: Segments }).transform((file) => file.transcript),
  z.object({ utterances: Segments }).transform((file) => file.utterances),
]);

/**
 * Raw cues of Podcasting 2.0 JSON (`segments` of `body`, `startTime` and `endTime` in seconds, `speaker`), and of the
 * like of it. Where a segment is one word, words are joined to sentences. None where the file holds no segments.
 */
export function parsePodcastJson(text: string): Cue[] {
  const file = File.safeParse(parseJson(text));
  if (!file.success) return [];
  const unitMs = isInMilliseconds(file.data) ? 1 : 1000;
  const cues = file.data.map((segment) => toCue(segment, unitMs));
  refuseEndless(cues);
  return joinWords(cues);
}

// "start": 25801, "end": 28700. Nobody's sentences last for minutes.
function isInMilliseconds(segments: Segment[]): boolean {
  const lengths = segments.map(({ start, end }) => Number(end) - Number(start)).filter((length) => length > 0);
  return lengths.sort((a, b) => a - b)[lengths.length >> 1]! > 120;
}

function toCue({ speaker, body, text, startTime, endTime, start, end }: Segment, unitMs: number): Cue {
  return {
    text: body ?? text ?? '',
    speaker: speaker?.trim() || undefined,
    startMs: timeOf(startTime) ?? timeOf(start, unitMs),
    endMs: timeOf(endTime) ?? timeOf(end, unitMs),
  };
}

function timeOf(time: z.infer<typeof Time>, unitMs = 1000): number | undefined {
  if (typeof time === 'number') return Math.round(time * unitMs);
  const clock = time ? readClock(time) : undefined;
  return clock === undefined || time?.includes(':') ? clock : Math.round((clock * unitMs) / 1000);
}
