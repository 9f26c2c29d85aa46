import type { Episode } from '#domain/episode.ts';
import type { ThemeId } from '#domain/ids.ts';
import { compileTerms } from '#domain/match-terms.ts';
import type { Vector } from '#domain/similarity.ts';
import { definitionOf, likeness } from '#domain/theme-likeness.ts';
import type { Theme } from '#domain/theme.ts';
import { wordsOf } from '#domain/words.ts';
import type { Embedder } from '../ports.ts';

export interface ThemeFit {
  theme: ThemeId;
  /** 0 to 1: words, likeness to the definition, and what else the episode speaks of, together. */
  fit: number;
}
/**
 * How well each theme fits a text, best first; `vector` is the embedding of its claim, and `episode` what else is known of its
 * episode: a passage is mostly about what the talk is about.
 */
export type ThemeRater = (text: string, vector: Vector, episode: string) => ThemeFit[];

/** A hint is also said elsewhere; and so many words are as good as any more. */
const HINT = 0.5;
const ENOUGH_WORDS = 3;
/**
 * `words`: how many of the theme's words are said; `share`: of all themes' words. Chosen in steps of 0.1 so that the themes of 253
 * passages agree well with what two readers gave them (F1 .83 on these; weights beside them do as well).
 */
const WEIGHT = { words: 0.4, share: 0.1, likeness: 0.3, episode: 0.2 };

export async function createThemeRater(themes: readonly Theme[], embedder: Embedder): Promise<ThemeRater> {
  const countTerms = createCounter(themes);
  const countHints = createCounter(themes.map((theme) => ({ ...theme, terms: theme.hints })));
  const definitions = await embedder.embed(themes.map(definitionOf));
  return (text, vector, episode) => {
    const hints = countHints(text);
    const words = countTerms(text).map((count, index) => count + HINT * (hints[index] ?? 0));
    const [shares, shareOfEpisode] = [toShares(words), toShares(countTerms(episode))];
    return themes
      .map(({ id }, index) => ({
        theme: id,
        fit:
          WEIGHT.words * Math.min(1, (words[index] ?? 0) / ENOUGH_WORDS) +
          WEIGHT.share * (shares[index] ?? 0) +
          WEIGHT.likeness * likeness(vector, definitions[index] ?? vector) +
          WEIGHT.episode * (shareOfEpisode[index] ?? 0),
      }))
      .toSorted((a, b) => b.fit - a.fit || a.theme.localeCompare(b.theme));
  };
}

function toShares(counts: readonly number[]): number[] {
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => (sum === 0 ? 0 : count / sum));
}

/** What is known of an episode without its transcript: how it announces itself, and what is quoted of it. */
export const aboutEpisode = (
  { title, description = '' }: Pick<Episode, 'title' | 'description'>,
  quotes: readonly string[],
): string => [title, description, ...quotes].join('\n');

/** For each theme, how many of its terms a text says. */
function createCounter(themes: readonly Theme[]): (text: string) => number[] {
  const match = compileTerms(themes);
  return (text) => {
    const hits = match(wordsOf(text));
    return themes.map(({ id }) => hits.filter(({ theme }) => theme === id).length);
  };
}

/** An engine chose the passage, so that something must speak for a theme, and for a second one nearly as much. */
const FITS = { least: 0.12, shareOfBest: 0.85 };

/** The themes of a text: one or more that fit, or none. Where an engine named some that exist, those count. */
export function chooseThemes(fits: readonly ThemeFit[], named: readonly ThemeId[] = []): ThemeId[] {
  const existing = fits.map(({ theme }) => theme).filter((theme) => named.includes(theme));
  if (existing.length > 0) return existing;
  const best = fits[0]?.fit ?? 0;
  return fits.filter(({ fit }) => fit >= FITS.least && fit >= best * FITS.shareOfBest).map(({ theme }) => theme);
}
