import { hash4 } from '#domain/ids.ts';
import type { Quote } from '#domain/insight.ts';
import { shareOfRuns } from '#domain/similarity.ts';
import { wordsOf } from '#domain/words.ts';
import type { PublishedInsight } from '../ports.ts';

/** Two quotes are of one passage if they share this much of the shorter, in runs of words or in time. */
const SAME_PASSAGE = 0.5;

/**
 * Whether `quote` is what an insight of the same episode was made of. Where a person took the words of a withdrawn one out of
 * its file, its times tell, and the hash of the words that its id keeps.
 */
export function isSamePassage(quote: Quote, { id, insight }: PublishedInsight): boolean {
  if (id.endsWith(`-${hash4(`${insight.episode}\n${quote.text}`)}`)) return true;
  const before = insight.quote;
  if (before.text === '') return sharedTime(quote, before) >= SAME_PASSAGE;
  const [words, known] = [wordsOf(quote.text), wordsOf(before.text)];
  return Math.max(shareOfRuns(words, known), shareOfRuns(known, words)) >= SAME_PASSAGE;
}

function sharedTime(a: Quote, b: Quote): number {
  const [start, end] = [Math.max(a.startMs ?? 0, b.startMs ?? 0), Math.min(a.endMs ?? 0, b.endMs ?? 0)];
  return (end - start) / Math.max(1, Math.min(lengthOf(a), lengthOf(b)));
}

const lengthOf = ({ startMs = 0, endMs = 0 }: Quote) => endMs - startMs;
