import { tokensOf } from './number-tokens.ts';
import { readNumber } from './parse-number.ts';

/** A number, in digits or words, and its span in the text in UTF-16 code units. */
export interface LocatedNumber {
  value: number;
  /** 1e6 of "five million", 1 of "five": what a number before it ("three to five million") may be meant to share. */
  scale: number;
  start: number;
  end: number;
  /** ISO 4217 code, where the span holds a coin already: "a dollar ten". */
  coin?: string;
}

/** The numbers of `text` in order, whatever they are part of: names, dates, and a bare "million" too. */
export function locateNumbers(text: string): LocatedNumber[] {
  const tokens = tokensOf(text);
  const numbers: LocatedNumber[] = [];
  for (let at = 0; at < tokens.length;) {
    const number = readNumber(tokens, at);
    const [first, last] = [tokens[at], tokens[(number?.end ?? 0) - 1]];
    if (number && first && last)
      numbers.push({ value: exact(number.value), scale: number.scale, start: first.start, end: last.end });
    at = number?.end ?? at + 1;
  }
  return numbers;
}

/** 1.1 times a million is not 1100000.0000000002. */
const exact = (value: number) => Number(value.toPrecision(15));
