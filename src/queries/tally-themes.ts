import type { Urls } from '../urls.ts';
import type { PublishedInsight } from './archive.ts';
import { markOf, type ThemeMark } from './insight-line.ts';
import { tally, type Tally } from './tally.ts';

/** How many of `insights` each theme has: most first. */
export const tallyThemes = (insights: readonly PublishedInsight[], urls: Urls): Tally<ThemeMark>[] =>
  tally(insights.flatMap(({ themes }) => themes)).map(({ item, count }) => ({ item: markOf(item, urls), count }));
