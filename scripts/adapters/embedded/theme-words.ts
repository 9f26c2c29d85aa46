import type { Theme } from '#domain/theme.ts';
import { wordsOf } from '#domain/words.ts';
import { contentWords, tellingness } from './word-rarity.ts';

/** A sentence of a definition that says what does not belong: its words tell nothing of the theme. */
const EXCLUSION = /\b(?:not|n't|never|except|exclud\w*|other than)\b/i;

/** The words that a theme's own title, description, definition and terms are made of, each with how much it says of a subject, 0 to 1. */
export function readThemeWords({ title, description, definition, terms }: Theme): Map<string, number> {
  const belongs = definition.split(/(?<=[.!?])\s+/).filter((sentence) => !EXCLUSION.test(sentence));
  const words = contentWords(wordsOf([title, description, ...belongs, ...terms].join('\n')));
  return new Map(words.map((word) => [word, tellingness(word)]));
}

/** Measures how much of a text is about a theme: the weights of its words that belong to the theme that it has most of, together. */
export function createThemeMeter(themes: readonly Theme[]): (text: string) => number {
  const lexicons = themes.map(readThemeWords);
  return (text) => {
    const words = contentWords(wordsOf(text));
    return Math.max(0, ...lexicons.map((lexicon) => words.reduce((sum, word) => sum + (lexicon.get(word) ?? 0), 0)));
  };
}
