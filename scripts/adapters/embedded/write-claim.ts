import { LIMITS } from '#domain/insight.ts';
import { wordsOf } from '#domain/words.ts';
import { isChatter, isDangling } from './claim-cues.ts';
import { cleanSpeech } from './clean-speech.ts';
import type { Passage } from './propose-passages.ts';

/** A sentence shorter than this says nothing that stands alone ("Yeah.", "That's right."). */
const LEAST_WORDS = 4;

/**
 * The passage's own sentences, cleaned, as plain prose of the length of a claim: chatter, asides and a dangling beginning are left out.
 * `undefined` where too little is left.
 */
export function writeClaim(passage: Passage, correctNames: (text: string) => string): string[] | undefined {
  const sentences = passage.sentences
    .filter(({ text }) => !isChatter(text))
    .map(({ text }) => endSentence(correctNames(cleanSpeech(text))))
    .filter((text) => wordsOf(text).length >= LEAST_WORDS);
  while (
    sentences.length > 1 &&
    isDangling(sentences[0] ?? '') &&
    countWords(sentences.slice(1)) >= LIMITS.claimWords.min
  )
    sentences.shift();
  while (countWords(sentences) > LIMITS.claimWords.max) sentences.pop();
  return countWords(sentences) >= LIMITS.claimWords.min && !isDangling(sentences[0] ?? '') ? sentences : undefined;
}

const countWords = (sentences: readonly string[]) => wordsOf(sentences.join(' ')).length;

const endSentence = (text: string) => (/[.?!…]["”’)]?$/.test(text) ? text : `${text.replace(/[,;:—-]+$/, '')}.`);
