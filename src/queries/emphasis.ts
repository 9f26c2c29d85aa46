import { wordsOf } from '#domain/words.ts';
import { sentencesOf } from './sentences.ts';

/** A stretch of a quote. */
export interface QuotePart {
  text: string;
  /** Whether the claim rests on it; the rest leads in or out. */
  carries: boolean;
}

/** Of a sentence's telling words, at least this share is in the claim, and so many if it has them. */
const CARRYING = { share: 1 / 3, words: 2 };
/** Where more of the quote would be lead-in, the rule has not understood it. */
const MOST_REST = 0.6;

/**
 * The quote in up to three parts: sentences before and after those that share words with the claim stand apart. In one part where
 * the claim rests on all of it, or where none can be told.
 */
export function partsOf(quote: string, claim: string): QuotePart[] {
  const whole = [{ text: quote, carries: true }];
  const sentences = sentencesOf(quote);
  if (sentences.length < 2) return whole;
  const told = new Set(tellingWords(claim));
  const carries = sentences.map((sentence) => rests(tellingWords(sentence), told));
  const [first, last] = [carries.indexOf(true), carries.lastIndexOf(true)];
  const parts = [
    { text: sentences.slice(0, first).join(''), carries: false },
    { text: sentences.slice(first, last + 1).join(''), carries: true },
    { text: sentences.slice(last + 1).join(''), carries: false },
  ].filter(({ text }) => text !== '');
  const rest = parts.filter((part) => !part.carries).map(({ text }) => text);
  return first < 0 || rest.join('').length > MOST_REST * quote.length ? whole : parts;
}

function rests(words: readonly string[], told: ReadonlySet<string>): boolean {
  const shared = words.filter((word) => told.has(word)).length;
  return shared > 0 && shared >= Math.min(CARRYING.words, words.length) && shared >= CARRYING.share * words.length;
}

/** Long words and numbers, without most endings: short words are in every sentence. */
const tellingWords = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => word.length >= 5 || /\d/.test(word))
    .map((word) => word.slice(0, 6));
