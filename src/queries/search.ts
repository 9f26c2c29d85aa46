import type { Urls } from '../urls.ts';
import type { Archive } from './archive.ts';
import { markOf, type ThemeMark } from './insight-line.ts';
import type { Tally } from './tally.ts';

/** What can be searched, and by what it can be narrowed down; shows and people are too many, and come from the index. */
export interface SearchPage {
  insights: number;
  themes: readonly Tally<ThemeMark>[];
  /** Newest first. */
  years: readonly string[];
}

export const searchPage = (archive: Archive, urls: Urls): SearchPage => ({
  insights: archive.insights.length,
  themes: archive.themes.map((theme) => ({ item: markOf(theme, urls), count: archive.ofTheme(theme.id).length })),
  years: [...new Set(archive.insights.map(({ publishedAt }) => publishedAt.slice(0, 4)))],
});
