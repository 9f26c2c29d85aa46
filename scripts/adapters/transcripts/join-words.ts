import { wordsOf } from '#domain/words.ts';
import type { Cue } from '#domain/transcript.ts';
import { endsSentence } from './sentences.ts';

const LONGEST_MS = 10_000;
const LONGEST_WORDS = 40;
const LONGEST_CHARACTERS = 1000;

/** Cues of one word each become cues of a sentence, of one speaker and of at most ten seconds; other files stay as they are. */
export function joinWords(cues: Cue[]): Cue[] {
  const counts = cues.map(({ text }) => wordsOf(text).length).filter((count) => count > 0);
  if (counts.length < 2 || counts.filter((count) => count === 1).length < counts.length * 0.8) return cues;
  // {"body":"Friday"},{"body":","},{"body":" "}: where spaces are segments too, they are all the spaces there are.
  const spaced = cues.some(({ text }) => /^\s/.test(text));
  const joined: Cue[] = [];
  for (const cue of cues) {
    const last = joined.at(-1);
    if (last && belongs(cue, last)) {
      last.text += glue(last.text, cue.text, spaced) + cue.text;
      last.endMs = cue.endMs ?? last.endMs;
    } else joined.push({ ...cue });
  }
  return joined;
}

function belongs(cue: Cue, last: Cue): boolean {
  if (last.text.length + cue.text.length > LONGEST_CHARACTERS) return false;
  if (!/[\p{L}\p{N}]/u.test(cue.text)) return true;
  if (cue.speaker !== last.speaker || endsSentence(last.text)) return false;
  if (cue.startMs === undefined || last.startMs === undefined) return wordsOf(last.text).length < LONGEST_WORDS;
  return (cue.endMs ?? cue.startMs) - last.startMs <= LONGEST_MS;
}

function glue(before: string, after: string, spaced: boolean): string {
  if (spaced || /^[,.!?;:…%)\]，。！？；：、]/.test(after)) return '';
  return /\p{sc=Han}$/u.test(before) && /^\p{sc=Han}/u.test(after) ? '' : ' ';
}
