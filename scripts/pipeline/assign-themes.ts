import type { ThemeId } from '#domain/ids.ts';
import { compileTerms } from '#domain/match-terms.ts';
import type { Vector } from '#domain/similarity.ts';
import { definitionOf, likeness } from '#domain/theme-likeness.ts';
import type { Theme } from '#domain/theme.ts';
import { wordsOf } from '#domain/words.ts';
import type { Embedder } from '../ports.ts';

export interface ThemeFit {
  theme: ThemeId;
  /** 0 to 1: terms and likeness to the definition together. */
  fit: number;
}
/** How well each theme fits a text, best first; `vector` is the embedding of the same text. */
export type ThemeRater = (text: string, vector: Vector) => ThemeFit[];

/** Terms found in a text say more than its likeness to a definition, and this many of them are as good as any more. */
const ENOUGH_TERMS = 3;
const WEIGHT = { terms: 0.6, likeness: 0.4 };

export async function createThemeRater(themes: readonly Theme[], embedder: Embedder): Promise<ThemeRater> {
  const match = compileTerms(themes);
  const definitions = await embedder.embed(themes.map(definitionOf));
  return (text, vector) => {
    const hits = match(wordsOf(text));
    return themes
      .map(({ id }, index) => {
        const terms = Math.min(1, hits.filter(({ theme }) => theme === id).length / ENOUGH_TERMS);
        const like = likeness(vector, definitions[index] ?? vector);
        return { theme: id, fit: WEIGHT.terms * terms + WEIGHT.likeness * like };
      })
      .toSorted((a, b) => b.fit - a.fit || a.theme.localeCompare(b.theme));
  };
}

/** A theme must fit this well, and nearly as well as the best one. */
const FITS = { least: 0.3, shareOfBest: 0.85 };

/** The themes of a text: one or more that fit, or none. Where an engine named some that exist, those count. */
export function chooseThemes(fits: readonly ThemeFit[], named: readonly ThemeId[] = []): ThemeId[] {
  const existing = fits.map(({ theme }) => theme).filter((theme) => named.includes(theme));
  if (existing.length > 0) return existing;
  const best = fits[0]?.fit ?? 0;
  return fits.filter(({ fit }) => fit >= FITS.least && fit >= best * FITS.shareOfBest).map(({ theme }) => theme);
}
