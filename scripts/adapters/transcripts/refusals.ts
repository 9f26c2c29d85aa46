import type { Cue } from '#domain/transcript.ts';
import { ItemError } from '../../errors.ts';
import { refuseWildJson } from '../refuse-wild-json.ts';
import type { TranscriptType } from './detect-type.ts';

const NEXT = 'open it to see, tell the publisher, or put a transcript into the folder of --transcripts';
const ERROR =
  /(?:\b(?:40[0-9]|410|50[0-4])\b|not found|forbidden|access denied|just a moment|(?:has|link) expired|NoSuchKey|^\W*error\b)/i;

/** Refuses what no format could make talk of: nothing, or no text. */
export function refuseNoTranscript(text: string): void {
  if (!text.trim()) throw new ItemError(`it is empty; ${NEXT}`);
  const kind = [
    [/^%PDF-/, 'a PDF'],
    [/^\{\\rtf/, 'an RTF document'],
    [/^PK\x03\x04/, 'a ZIP archive or office document'],
    [/^\s*<\?xml(?![^]{0,500}<html)/i, 'XML'],
  ].find(([pattern]) => (pattern as RegExp).test(text))?.[1];
  if (kind) throw new ItemError(`it is ${String(kind)}, not VTT, SRT, JSON, HTML or plain text; ${NEXT}`);
  const odd = text.slice(0, 4096).match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\uFFFD]/g)?.length ?? 0;
  if (odd > 8 && odd > Math.min(text.length, 4096) * 0.02) throw new ItemError(`it is binary data, not text; ${NEXT}`);
}

/** Here and there a letter is lost; of more than that, what is left is not what was said. */
export function refuseDamaged(text: string): void {
  const damaged = text.match(/\uFFFD+/g)?.length ?? 0;
  if (damaged > 3 && damaged > text.length / 1000)
    throw new ItemError(`it is damaged: ${damaged} of its characters cannot be read; ${NEXT}`);
}

/** Timed formats are believed whatever was declared; a page or bare text only where nothing else was. */
export function refuseMismatch(type: TranscriptType, declared: TranscriptType[]): void {
  const others = declared.filter((other) => other !== type);
  if (type === 'html' && others.length > 0)
    throw new ItemError(`it is an HTML page where ${others[0]} was declared, most likely an error page; ${NEXT}`);
  const timed = others.find((other) => other === 'vtt' || other === 'srt' || other === 'json');
  if (type === 'text' && timed)
    throw new ItemError(`${timed} was declared, but nothing in it is ${timed.toUpperCase()}; ${NEXT}`);
}

/** Thirty hours of talk, and then some. */
const MOST_CHARACTERS = 2_000_000;
const MOST_LINES = 250_000;
/** Five or six of each word of ten hours. */
const MOST_VALUES = 600_000;

/** Refuses what would be long in parsing, and is no record of talk. JSON may give a line to each word. */
export function refuseHuge(text: string, type: TranscriptType): void {
  if (type === 'json') return refuseWildJson(text, MOST_VALUES);
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  if (lines > MOST_LINES)
    throw new ItemError(`it has more than ${MOST_LINES} lines, more than an episode can have; ${NEXT}`);
}

/** Refuses what nobody said in one episode: a log, a book, or what is to keep us busy. */
export function refuseEndless(cues: readonly Cue[]): void {
  const characters = cues.reduce((sum, { text }) => sum + text.length + 1, 0);
  if (characters > MOST_CHARACTERS)
    throw new ItemError(
      `it has more than ${MOST_CHARACTERS} characters of talk, more than an episode can have; ${NEXT}`,
    );
}

/** No language has longer words, and the rules of grammar take the square of their length. */
const LONGEST_WORD = 1000;

/** Refuses data in letters, such as base64. */
export function refuseEndlessWord(words: readonly string[]): void {
  if (words.some(({ length }) => length > LONGEST_WORD))
    throw new ItemError(`it has a word of more than ${LONGEST_WORD} letters, which nobody said; ${NEXT}`);
}

/** Refuses the few words of a host that has no transcript: "404 Not Found". */
export function refuseErrorText(text: string, type: TranscriptType, cues: Cue[]): void {
  if (type !== 'html' && type !== 'text') return;
  const title = /<title>([^<]*)/i.exec(text)?.[1] ?? '';
  if (ERROR.test(title) || ERROR.test(cues[0]!.text.slice(0, 60)))
    throw new ItemError(`it is an error page, not a transcript; ${NEXT}`);
}

export function refuseMarkup(): never {
  throw new ItemError(`it has more tags, or more within one another, than a page of talk; ${NEXT}`);
}

export function refuseNoSpeech(type: TranscriptType): never {
  const what =
    type === 'json'
      ? 'JSON without segments of a transcript: chapters, an error message, or cut off'
      : `${type} without a word of speech`;
  throw new ItemError(`it is ${what}; ${NEXT}`);
}
