import type { Urls } from '../urls.ts';
import type { Archive } from './archive.ts';
import { countByMonth, type MonthCount } from './count-months.ts';
import { markOf, type Link, type ThemeMark } from './insight-line.ts';
import { saidFigures } from './said-figures.ts';
import type { Tally } from './tally.ts';
import { countPeople, countShows } from './theme-overview.ts';
import { trendMonths, type Earlier } from './trend-months.ts';

const RANKED = 15;

export interface TrendsPage {
  insights: number;
  themes: readonly ThemeTrend[];
  /** Insights before the months of the themes. */
  earlier?: Earlier | undefined;
  /** How many insights two themes share: a row and a column for each theme; its own number on the diagonal. */
  together: readonly (readonly number[])[];
  people: readonly Tally<Link>[];
  shows: readonly Tally<Link>[];
  figures: number;
}
interface ThemeTrend {
  mark: ThemeMark;
  count: number;
  /** The same ones for every theme; none in an empty archive. */
  months: readonly MonthCount[];
}

export function trendsPage(archive: Archive, urls: Urls): TrendsPage {
  const { months, earlier } = trendMonths(archive);
  return {
    insights: archive.insights.length,
    earlier,
    themes: archive.themes.map((theme) => {
      const own = archive.ofTheme(theme.id);
      return { mark: markOf(theme, urls), count: own.length, months: countByMonth(own, months) };
    }),
    together: countTogether(archive),
    people: countPeople(archive.insights, urls).slice(0, RANKED),
    shows: countShows(archive.insights, urls).slice(0, RANKED),
    figures: saidFigures(archive.insights).length,
  };
}

/** How many insights two themes share, in a row and a column for each theme in the order of the archive. */
export function countTogether(archive: Archive): number[][] {
  const places = new Map(archive.themes.map(({ id }, place) => [id, place]));
  const counts = archive.themes.map(() => archive.themes.map(() => 0));
  for (const { themes } of archive.insights) {
    const own = themes.map(({ id }) => places.get(id)!);
    for (const a of own) for (const b of own) counts[a]![b]! += 1;
  }
  return counts;
}
