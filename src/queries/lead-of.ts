import { shorten } from '../shorten.ts';
import { sentencesOf } from './sentences.ts';

/** Two lines of the home page. */
const LONGEST = 120;

/** The first sentence of a claim that says more than its title, for lists in which the whole claim has no room. */
export function leadOf(claim: string, title: string): string | undefined {
  const known = fold(title);
  // One that goes on where the title ends is kept whole: the next may hang on it.
  const lead = sentencesOf(claim).find((sentence) => !known.startsWith(fold(sentence)));
  return lead && shorten(lead.trim(), LONGEST);
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
