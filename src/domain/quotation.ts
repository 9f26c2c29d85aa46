import { LIMITS, type Insight } from './insight.ts';
import { shareOfRuns } from './similarity.ts';
import { wordsOf } from './words.ts';

/** A text that shares more of its runs of words with what was said tells it over again. */
const RETOLD = 0.3;

/**
 * Whether a title, a claim or a reason has in it what was said, so that it may stand only where that may: as many words on end as
 * the shortest quote has, or three tenths of its own runs.
 */
export function isQuotation(text: string, said: readonly string[]): boolean {
  const words = speltIn(text);
  return said.map(speltIn).some((other) => {
    const isLong = shareOfRuns(words, other, LIMITS.quoteWords.min) > 0;
    return isLong || shareOfRuns(words, other) > RETOLD;
  });
}

/** The words of an insight that are the speaker's. */
export const wordsSaid = ({ quote }: Pick<Insight, 'quote'>): string[] => [quote.text, quote.translation ?? ''];

/** In brackets too, which mark sounds in a transcript and nothing in a text of ours. */
const speltIn = (text: string) => wordsOf(text.replace(/[[\]]/g, ' '));
