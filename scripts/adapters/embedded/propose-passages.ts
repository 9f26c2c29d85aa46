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

/** A claim of one line is often explained over several; five passages at the upper bound are what an episode may be quoted. */
const WORDS = { min: 40, max: 80 };

/** Every run of whole sentences of a fitting length that one person says, beginnings and ends at sentence borders. */
export function proposePassages(sentences: readonly Sentence[], noise: ReadonlySet<Sentence>): Passage[] {
  return sentences.flatMap((_, first) => passagesFrom(first, sentences, noise));
}

function passagesFrom(first: number, sentences: readonly Sentence[], noise: ReadonlySet<Sentence>): Passage[] {
  const opening = sentences[first];
  const passages: Passage[] = [];
  for (let at = first; opening && at < sentences.length; at++) {
    const last = sentences[at];
    const { from } = opening;
    if (!last || noise.has(last) || last.turn !== opening.turn || last.to - from > WORDS.max) break;
    if (last.to - from >= WORDS.min)
      passages.push({ sentences: sentences.slice(first, at + 1), first, end: at + 1, from, to: last.to });
  }
  return passages;
}
