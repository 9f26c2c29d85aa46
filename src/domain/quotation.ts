import { shareOfRuns } from './similarity.ts';
import { wordsOf } from './words.ts';

/** A text that shares more of its runs of words with the quote is the quote over again. */
const QUOTATION = 0.3;

/** Whether a title or a claim says what was said in the speaker's own words, so that it may stand only where the quote may. */
export const isQuotation = (text: string, quote: string): boolean =>
  shareOfRuns(wordsOf(text), wordsOf(quote)) > QUOTATION;
