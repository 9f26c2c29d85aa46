import type { ThemeId } from './ids.ts';
import type { Theme } from './theme.ts';
import { wordsOf } from './words.ts';

/** A term of a theme, found at a word of a text. */
export interface TermHit {
  theme: ThemeId;
  term: string;
  /** Index of the first of the term's words, and of the one after the last. */
  from: number;
  to: number;
}

/** Finds the terms of themes among words: case and simple plurals are folded, and of two terms of a theme that overlap the longer counts. */
export type TermMatcher = (words: readonly string[]) => TermHit[];

export function compileTerms(themes: readonly Theme[]): TermMatcher {
  const byFirstWord = new Map<string, { theme: ThemeId; term: string; words: string[] }[]>();
  for (const theme of themes) {
    for (const term of theme.terms) {
      const words = wordsOf(term).map(singular);
      const first = words[0];
      if (first === undefined) continue;
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { theme: theme.id, term, words }]);
    }
  }
  for (const entries of byFirstWord.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return (words) => {
    const folded = words.map(singular);
    const hits: TermHit[] = [];
    const coveredUpTo = new Map<ThemeId, number>();
    for (const [at, word] of folded.entries()) {
      for (const { theme, term, words: wanted } of byFirstWord.get(word) ?? []) {
        if ((coveredUpTo.get(theme) ?? 0) > at || !wanted.every((w, offset) => folded[at + offset] === w)) continue;
        hits.push({ theme, term, from: at, to: at + wanted.length });
        coveredUpTo.set(theme, at + wanted.length);
      }
    }
    return hits;
  };
}

/** Folds regular English plurals, so that "price wars" is "price war": the rules of Harman's weak stemmer (1991). */
export function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (/[^ae]ies$/.test(word)) return word.slice(0, -3) + 'y';
  if (/[^aeo]es$/.test(word) && /(?:ch|sh|x|s|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
