import type { Transcript } from './transcript.ts';
import { wordsOf } from './words.ts';

/** A transcript as one run of words, each with the cue it is in and its place there. */
export interface TranscriptIndex {
  transcript: Transcript;
  words: string[];
  cueOf: number[];
  /** Index in `words` of the first word of each cue, and one more entry for the end. */
  firstWordOf: number[];
}

/** Where a quote stands: word span (end exclusive), times in ms as far as the transcript has them, and who says it. */
export interface QuotePlace {
  from: number;
  to: number;
  startMs?: number | undefined;
  endMs?: number | undefined;
  approximate?: true | undefined;
  speaker?: string | undefined;
}

/** Longer cues are interpolated by word: their borders are too far from the words. */
const LONG_CUE_MS = 10_000;

export function indexTranscript(transcript: Transcript): TranscriptIndex {
  const index: TranscriptIndex = { transcript, words: [], cueOf: [], firstWordOf: [] };
  for (const [number, cue] of transcript.cues.entries()) {
    index.firstWordOf.push(index.words.length);
    for (const word of wordsOf(cue.text)) {
      index.words.push(word);
      index.cueOf.push(number);
    }
  }
  index.firstWordOf.push(index.words.length);
  return index;
}

/**
 * Finds `quote` word for word; where it is said more than once, the place nearest to `nearWord`.
 * `undefined` where the words are not there, or not all said by one named speaker.
 */
export function locateQuote(index: TranscriptIndex, quote: string, nearWord = 0): QuotePlace | undefined {
  const needle = wordsOf(quote);
  if (needle.length === 0) return undefined;
  let best: number | undefined;
  for (let at = index.words.indexOf(needle[0] ?? ''); at >= 0; at = index.words.indexOf(needle[0] ?? '', at + 1)) {
    if (!needle.every((word, offset) => index.words[at + offset] === word)) continue;
    if (best === undefined || Math.abs(at - nearWord) < Math.abs(best - nearWord)) best = at;
  }
  return best === undefined ? undefined : describePlace(index, best, best + needle.length);
}

/** Speaker and times of the words `from` to `to`; `undefined` where two named speakers share them. */
function describePlace(index: TranscriptIndex, from: number, to: number): QuotePlace | undefined {
  const [first, last] = [index.cueOf[from] ?? 0, index.cueOf[to - 1] ?? 0];
  const cues = index.transcript.cues.slice(first, last + 1);
  if (new Set(cues.map((cue) => cue.speaker)).size > 1) return undefined;
  const start = timeAt(index, from, 'start');
  const end = timeAt(index, to - 1, 'end');
  return {
    from,
    to,
    speaker: cues[0]?.speaker,
    ...(start && end && { startMs: start.ms, endMs: Math.max(start.ms, end.ms) }),
    ...(start && end && (start.approximate || end.approximate) && { approximate: true as const }),
  };
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
  return {
    ms: Math.round(cue.startMs + length * share),
    approximate: share > 0 && share < 1 ? true : cue.approximate === true,
  };
}
