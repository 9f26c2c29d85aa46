import type { ThemeId } from '#domain/ids.ts';
import type { Theme } from '#domain/theme.ts';
import { wordsOf } from '#domain/words.ts';
import type { Embedder, Vector } from '../ports.ts';
import { compileTerms } from './match-terms.ts';
import { cosine } from './similarity.ts';

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
/** Cosines of a passage to a definition on its subject lie about here with the shipped embeddings, unrelated ones below. */
const LIKENESS = { none: 0.1, full: 0.6 };

export async function createThemeRater(themes: readonly Theme[], embedder: Embedder): Promise<ThemeRater> {
  const match = compileTerms(themes);
  const definitions = await embedder.embed(themes.map(({ title, definition }) => `${title}. ${definition}`));
  return (text, vector) => {
    const hits = match(wordsOf(text));
    return themes
      .map(({ id }, index) => {
        const terms = Math.min(
          1,
          new Set(hits.filter((hit) => hit.theme === id).map((hit) => `${hit.from}`)).size / ENOUGH_TERMS,
        );
        const cos = cosine(vector, definitions[index] ?? vector);
        const likeness = Math.min(1, Math.max(0, (cos - LIKENESS.none) / (LIKENESS.full - LIKENESS.none)));
        return { theme: id, fit: WEIGHT.terms * terms + WEIGHT.likeness * likeness };
      })
      .toSorted((a, b) => b.fit - a.fit || a.theme.localeCompare(b.theme));
  };
}

/** A theme must fit this well, and nearly as well as the best one. */
const FITS = { least: 0.3, shareOfBest: 0.75 };

/** The themes of a text: one or more that fit, or none. */
export function chooseThemes(fits: readonly ThemeFit[]): ThemeId[] {
  const best = fits[0]?.fit ?? 0;
  return fits.filter(({ fit }) => fit >= FITS.least && fit >= best * FITS.shareOfBest).map(({ theme }) => theme);
}
