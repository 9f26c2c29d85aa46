import type { Sentence } from './read-sentences.ts';

/** A run of sentences that might be quoted. */
export interface Passage {
  sentences: Sentence[];
  /** Index of the first of its sentences in the talk, and of the one after the last. */
  first: number;
  end: number;
  /** Word span in the transcript, end exclusive. */
  from: number;
  to: number;
}

/**
 * A claim of one line is often explained over several. A quote has at most 90 words, however they are counted: here "don't" is
 * two, as in a transcript that writes "do not".
 */
const WORDS = { min: 28, max: 88 };

/** Every run of whole sentences of a fitting length that one person says, beginnings and ends at sentence borders. */
export function proposePassages(sentences: readonly Sentence[], noise: ReadonlySet<Sentence>): Passage[] {
  const lengths = sentences.map(({ words }) => words.length + words.filter((word) => /['’]/.test(word)).length);
  return sentences.flatMap((_, first) => passagesFrom(first, { sentences, lengths, noise }));
}

interface Spoken {
  sentences: readonly Sentence[];
  lengths: readonly number[];
  noise: ReadonlySet<Sentence>;
}

function passagesFrom(first: number, { sentences, lengths, noise }: Spoken): Passage[] {
  const opening = sentences[first];
  const passages: Passage[] = [];
  let length = 0;
  for (let at = first; opening && at < sentences.length; at++) {
    const last = sentences[at];
    length += lengths[at] ?? 0;
    if (!last || noise.has(last) || last.turn !== opening.turn || length > WORDS.max) break;
    const [from, to] = [opening.from, last.to];
    if (to - from >= WORDS.min)
      passages.push({ sentences: sentences.slice(first, at + 1), first, end: at + 1, from, to });
  }
  return passages;
}
