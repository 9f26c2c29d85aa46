import { isAdvert } from './claim-cues.ts';
import type { Sentence } from './read-sentences.ts';

/** A sponsor's message is longer than the sentence that gives it away. */
const ADVERT_REACH = { before: 4, after: 6 };
/** Teasers stand within this share of the talk; what they repeat comes after it. */
const TEASER_SHARE = 0.06;
const TEASER_WORDS = 7;
/** Greetings and thanks fill the first and last words of an episode. */
const EDGE = { openingWords: 120, closingWords: 150 };

/** The sentences that are no part of the talk proper: adverts, teasers that are said again later, greeting and farewell. */
export function findNoise(sentences: readonly Sentence[]): Set<Sentence> {
  const total = sentences.at(-1)?.to ?? 0;
  const noise = new Set<Sentence>();
  sentences.forEach((sentence, at) => {
    if (sentence.to <= EDGE.openingWords || sentence.from >= total - EDGE.closingWords) noise.add(sentence);
    if (isAdvert(sentence.text))
      for (const near of sentences.slice(Math.max(0, at - ADVERT_REACH.before), at + ADVERT_REACH.after + 1))
        noise.add(near);
  });
  for (const teaser of findTeasers(sentences, total)) noise.add(teaser);
  return noise;
}

/** Sentences near the beginning that are said again, word for word, later on. */
function findTeasers(sentences: readonly Sentence[], total: number): Sentence[] {
  const early = sentences.filter(({ to }) => to <= total * TEASER_SHARE);
  const later = ` ${sentences
    .slice(early.length)
    .flatMap(({ words }) => words)
    .join(' ')} `;
  return early.filter(({ words }) => words.length >= TEASER_WORDS && later.includes(` ${words.join(' ')} `));
}
