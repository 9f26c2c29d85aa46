import { withoutCrowds } from '#domain/without-crowds.ts';
import type { Urls } from '../urls.ts';
import type { Archive } from './archive.ts';
import { weeklyCounts } from './count-weeks.ts';
import { digestOf, hasEntries, type DigestView } from './digests.ts';
import { lineOf, markOf, type InsightLine, type ThemeMark } from './insight-line.ts';

const NEWEST_OF_A_THEME = 4;
const EARLIER_DIGESTS = 7;

export interface HomePage {
  /** The last digest that has something to show. */
  digest?: DigestView | undefined;
  earlier: readonly DigestView[];
  /** For the days before the first digest: the newest insights. */
  newest: readonly InsightLine[];
  themes: readonly ThemeStrip[];
  counts: { insights: number; episodes: number; shows: number };
}
export interface ThemeStrip extends ThemeMark {
  description: string;
  count: number;
  /** Insights a week, oldest first. */
  weeks: readonly number[];
  newest: readonly InsightLine[];
}

export function homePage(archive: Archive, urls: Urls): HomePage {
  const digests = archive.digests.map((digest) => digestOf(digest, archive, urls)).filter(hasEntries);
  return {
    digest: digests[0],
    earlier: digests.slice(1, 1 + EARLIER_DIGESTS),
    newest: digests[0] ? [] : archive.insights.slice(0, 5).map((insight) => lineOf(insight, urls)),
    themes: archive.themes.map((theme) => {
      const insights = archive.ofTheme(theme.id);
      const newest = withoutCrowds(insights, ({ episode, show }) => ({ episode: episode.id, show: show.id }))
        .slice(0, NEWEST_OF_A_THEME)
        .map((insight) => lineOf(insight, urls));
      return {
        ...markOf(theme, urls),
        description: theme.description,
        count: insights.length,
        weeks: weeklyCounts(archive, theme.id),
        newest,
      };
    }),
    counts: {
      insights: archive.insights.length,
      episodes: archive.episodes.length,
      shows: new Set(archive.episodes.map(({ show }) => show)).size,
    },
  };
}
