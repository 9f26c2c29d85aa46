import { wordsOf } from '#domain/words.ts';
import type { Draft } from '../../ports.ts';
import type { Line } from './number-lines.ts';

/** Shown on either side of a quote that is to be mended. */
const MARGIN = 8;
/** A quote that is longer is far too long. */
const MOST_QUOTED = 20;

/** The lines around the quote of a draft; where it cites none, around the line that shares the most words with its claim. */
export function linesAround({ nearWord, quote, claim }: Draft, lines: readonly Line[]): Line[] {
  const words = wordsOf(quote).length;
  const first = nearWord === undefined ? mostAlike(claim, lines) : lines.findIndex(({ to }) => to > nearWord);
  if (first < 0) return [];
  const end = lines.findIndex(({ from }) => from >= (lines[first]?.from ?? 0) + words);
  const quoted = Math.min(MOST_QUOTED, Math.max(1, (end < 0 ? lines.length : end) - first));
  return lines.slice(Math.max(0, first - MARGIN), first + quoted + MARGIN);
}

/** Index of the line that shares the most of its longer words with a text; -1 where none does. */
function mostAlike(text: string, lines: readonly Line[]): number {
  const wanted = new Set(wordsOf(text).filter((word) => word.length > 3));
  const shared = lines.map((line) => new Set(wordsOf(line.text).filter((word) => wanted.has(word))).size);
  const most = shared.reduce((a, b) => Math.max(a, b), 0);
  return most === 0 ? -1 : shared.indexOf(most);
}
