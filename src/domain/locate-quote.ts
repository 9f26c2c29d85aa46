import type { Transcript } from './transcript.ts';
import { hasForeignMark, locateWords, withoutSoundMarks, wordsOf } from './words.ts';

/** A transcript as one run of words, each with the cue it is in and its place there. */
export interface TranscriptIndex {
  transcript: Transcript;
  words: string[];
  cueOf: number[];
  /** Span of each word in the text of its cue. */
  startOf: number[];
  endOf: number[];
  /** Index in `words` of the first word of each cue, and one more entry for the end. */
  firstWordOf: number[];
}

/** Where a quote stands: word span (end exclusive), the transcript's own text there, times in ms as far as it has them, and who says it. */
export interface QuotePlace {
  from: number;
  to: number;
  text: string;
  startMs?: number | undefined;
  endMs?: number | undefined;
  approximate?: true | undefined;
  speaker?: string | undefined;
}

/** Longer cues are interpolated by word: their borders are too far from the words. */
const LONG_CUE_MS = 10_000;

export function indexTranscript(transcript: Transcript): TranscriptIndex {
  const index: TranscriptIndex = { transcript, words: [], cueOf: [], startOf: [], endOf: [], firstWordOf: [] };
  for (const [number, cue] of transcript.cues.entries()) {
    index.firstWordOf.push(index.words.length);
    for (const { text, start, end } of locateWords(cue.text)) {
      index.words.push(text);
      index.cueOf.push(number);
      index.startOf.push(start);
      index.endOf.push(end);
    }
  }
  index.firstWordOf.push(index.words.length);
  return index;
}

/**
 * Finds `quote` word for word, said by one person without a break; where it is said more than once, the place nearest to
 * `nearWord`. `undefined` where there is no such place. What is to be published is the place's `text`, not what was asked for.
 */
export function locateQuote(index: TranscriptIndex, quote: string, nearWord = 0): QuotePlace | undefined {
  const needle = wordsOf(quote);
  const nearestFirst = placesOf(needle, index.words).toSorted(
    (a, b) => Math.abs(a - nearWord) - Math.abs(b - nearWord),
  );
  for (const from of nearestFirst) {
    const place = describePlace(index, from, from + needle.length);
    if (place) return place;
  }
  return undefined;
}

function placesOf(needle: readonly string[], words: readonly string[]): number[] {
  const [first] = needle;
  const places: number[] = [];
  if (first === undefined) return places;
  for (let at = words.indexOf(first); at >= 0; at = words.indexOf(first, at + 1)) {
    if (needle.every((word, offset) => words[at + offset] === word)) places.push(at);
  }
  return places;
}

function describePlace(index: TranscriptIndex, from: number, to: number): QuotePlace | undefined {
  const [first, last] = [index.cueOf[from] ?? 0, index.cueOf[to - 1] ?? 0];
  const cues = index.transcript.cues.slice(first, last + 1);
  const [{ speaker } = {}, ...rest] = cues;
  if (rest.some((cue) => cue.newTurn || cue.speaker !== speaker)) return undefined;
  const text = textOf(index, from, to);
  if (hasForeignMark(text)) return undefined;
  const start = timeAt(index, from, 'start');
  const end = timeAt(index, to - 1, 'end');
  return {
    from,
    to,
    text: withoutSoundMarks(text),
    speaker,
    ...(start && end && { startMs: start.ms, endMs: Math.max(start.ms, end.ms) }),
    ...(start && end && (start.approximate || end.approximate) && { approximate: true as const }),
  };
}

/** The transcript's text from word to word, with the punctuation that closes the last one. */
function textOf({ transcript: { cues }, cueOf, startOf, endOf }: TranscriptIndex, from: number, to: number): string {
  const [first, last] = [cueOf[from] ?? 0, cueOf[to - 1] ?? 0];
  const lastText = cues[last]?.text ?? '';
  const end = endOf[to - 1] ?? 0;
  const closing = /^[\p{Pe}\p{Pf}.,;:!?。，！？；：…"'%]*/u.exec(lastText.slice(end))?.[0] ?? '';
  const spoken = cues.slice(first, last).map(({ text }) => text);
  const all = [...spoken, lastText.slice(0, end + closing.length)].join(' ');
  return all.slice(startOf[from] ?? 0);
}

function timeAt(
  index: TranscriptIndex,
  word: number,
  edge: 'start' | 'end',
): { ms: number; approximate: boolean } | undefined {
  const number = index.cueOf[word] ?? 0;
  const cue = index.transcript.cues[number];
  if (cue?.startMs === undefined || cue.endMs === undefined) return undefined;
  const length = cue.endMs - cue.startMs;
  if (length <= LONG_CUE_MS)
    return { ms: edge === 'start' ? cue.startMs : cue.endMs, approximate: cue.approximate === true };
  const [first, end] = [index.firstWordOf[number] ?? 0, index.firstWordOf[number + 1] ?? word + 1];
  const share = (word - first + (edge === 'end' ? 1 : 0)) / Math.max(1, end - first);
  const ms = Math.round(cue.startMs + length * share);
  return { ms, approximate: (share > 0 && share < 1) || cue.approximate === true };
}
