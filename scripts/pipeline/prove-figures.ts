import type { Figure } from '#domain/insight.ts';
import { wordsOf } from '#domain/words.ts';
import { unprovenNumbers } from './evidence.ts';
import { readFigures } from './read-figures.ts';

/** The figures of a proven quote: those that we read in it, and those of the engine's `own` that it says and we did not read. */
export function proveFigures(quote: string, own: readonly Figure[] = []): Figure[] {
  const said = own.filter((figure) => isSaid(figure, quote));
  const read = readFigures(quote).map((figure) => withSubject(figure, said, quote));
  return [...read, ...said.filter((figure) => !read.some((known) => overlap(figure, known)))];
}

/** A figure is a run of the quote's own words, and its value is among them. */
const isSaid = ({ text, value }: Figure, quote: string) =>
  holds(quote, text) && unprovenNumbers(String(value), text).length === 0;

/** The engine may know better than a pattern what a figure is about; of the quote its words must be. */
function withSubject(figure: Figure, said: readonly Figure[], quote: string): Figure {
  const words = new Set(wordsOf(quote));
  const subject = said.find((other) => other.value === figure.value && overlap(other, figure))?.subject;
  if (figure.subject !== undefined || subject === undefined) return figure;
  return wordsOf(subject).every((word) => words.has(word)) ? { ...figure, subject } : figure;
}

const overlap = (one: Figure, other: Figure) => holds(one.text, other.text) || holds(other.text, one.text);
const holds = (text: string, part: string) => ` ${wordsOf(text).join(' ')} `.includes(` ${wordsOf(part).join(' ')} `);
