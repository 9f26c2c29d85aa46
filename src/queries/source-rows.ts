import type { Day } from '#domain/ids.ts';
import type { Urls } from '../urls.ts';
import type { PublishedInsight } from './archive.ts';
import type { Link, ThemeMark } from './insight-line.ts';
import { tallyThemes } from './tally-themes.ts';

const MAIN_THEMES = 2;

/** A person or a show in a list of them. */
export interface SourceRow extends Link {
  insights: number;
  /** Those with most insights. */
  themes: readonly ThemeMark[];
  /** Of the newest insight. */
  last?: Day | undefined;
}

export const sourceRowOf = ({ title, url }: Link, newestFirst: readonly PublishedInsight[], urls: Urls): SourceRow => ({
  ...{ title, url, insights: newestFirst.length },
  themes: tallyThemes(newestFirst, urls)
    .slice(0, MAIN_THEMES)
    .map(({ item }) => item),
  last: newestFirst[0]?.publishedAt,
});
