import type { Sentence } from './read-sentences.ts';

/** A run of sentences that might be quoted. */
export interface Passage {
  sentences: Sentence[];
  from: number;
  to: number;
}

/** A claim of one line is often explained over several: passages near the upper bound hold both. */
const WORDS = { min: 40, max: 84 };
/** Every run of whole sentences of a fitting length that one person says, beginnings and ends at sentence borders. */
export function proposePassages(sentences: readonly Sentence[], noise: ReadonlySet<Sentence>): Passage[] {
  return sentences.flatMap((_, at) => passagesFrom(at, sentences, noise));
}

function passagesFrom(at: number, sentences: readonly Sentence[], noise: ReadonlySet<Sentence>): Passage[] {
  const first = sentences[at];
  const passages: Passage[] = [];
  for (let end = at; first && end < sentences.length; end++) {
    const last = sentences[end];
    if (!last || noise.has(last) || last.turn !== first.turn || last.to - first.from > WORDS.max) break;
    if (last.to - first.from >= WORDS.min)
      passages.push({ sentences: sentences.slice(at, end + 1), from: first.from, to: last.to });
  }
  return passages;
}
