import { shorten } from '../shorten.ts';
import { sentencesOf } from './sentences.ts';

/** Two lines of the home page. */
const LONGEST = 120;

/** The first sentence of a claim that says more than its title, for lists in which the whole claim has no room. */
export function leadOf(claim: string, title: string): string | undefined {
  const known = fold(title);
  const lead = sentencesOf(claim).find((it) => !known.startsWith(fold(it)) && !fold(it).startsWith(known));
  return lead && shorten(lead.trim(), LONGEST);
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
