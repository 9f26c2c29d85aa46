import { wordsOf } from '#domain/words.ts';

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });
// The full stop of "U.S. government", "Dr. Lee", "e.g. tyres" ends no sentence; that of "in the U.S." may, and is not missed.
const ABBREVIATION =
  /(?:^|[\s("'“‘-])(?:(?:\p{L}\.)+|(?:Mr|Mrs|Ms|Dr|Prof|St|Mt|Jr|Sr|vs|etc|Inc|Ltd|Co|Corp|Gen|Sen|Rep|Gov|Pres|Lt|Col|Capt|Sgt|approx|Fig|Vol)\.)\s*$/u;
const LONGEST_WORDS = 60;

/** Cuts text, white space folded, into sentences; such of more than 60 words (captions without full stops) at a comma, else anywhere. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  // Kept by itself: to look at the end of a string that grows copies all of it every time.
  let end = '';
  for (const { segment } of SEGMENTER.segment(text)) {
    const last = sentences.length - 1;
    const goesOn = last >= 0 && !isBorder(end, segment);
    if (goesOn) sentences[last] += segment;
    else sentences.push(segment);
    end = `${goesOn ? end : ''}${segment}`.slice(-40);
  }
  return sentences.flatMap(cutRunOn).map((sentence) => sentence.trim());
}

/** Whether a sentence ends where `text` does. */
export const endsSentence = (text: string): boolean =>
  /[.!?…。！？]["”’')\]]*\s*$/.test(text.slice(-40)) && !ABBREVIATION.test(text.slice(-40));

function isBorder(end: string, after: string): boolean {
  return !ABBREVIATION.test(end) && !(/\bNo\.\s*$/.test(end) && /^\d/.test(after)); // "No. 5"; but "No. We do."
}

function cutRunOn(sentence: string): string[] {
  if (wordsOf(sentence).length <= LONGEST_WORDS) return [sentence];
  const pieces: string[] = [];
  let words = Infinity;
  // Not within a sound mark: "[clears throat]".
  for (const token of sentence.split(/(?<=\s)(?=\S)(?![^[\]]{0,40}\])|(?<=[，；、])/)) {
    const full = words >= 40 || (words >= 20 && /[,;:，；、—]\s*$/.test(pieces.at(-1) ?? ''));
    if (full) pieces.push(token);
    else pieces[pieces.length - 1] += token;
    words = (full ? 0 : words) + wordsOf(token).length;
  }
  if (words < 8) pieces.push(pieces.splice(-2).join(''));
  return pieces;
}
