import type { Theme } from '#domain/theme.ts';
import type { Urls } from '../urls.ts';
import type { Archive } from './archive.ts';
import { groupByMonth, type MonthGroup } from './group-by-month.ts';
import { lineOf, type InsightLine } from './insight-line.ts';
import { monthIndex, type YearOfMonths } from './month-index.ts';
import { themeOverview, type ThemeOverview } from './theme-overview.ts';
import { pagesOf, type Page } from './pages-of.ts';

/** With primer and charts, the first page is no heavier than others are to read. */
const INSIGHTS_A_PAGE = 25;

/** One of the pages of a theme; only the first carries the primer and the charts. */
export interface ThemePage {
  theme: Theme;
  url: string;
  feedUrl: string;
  count: number;
  /** Of the first page. */
  overview?: ThemeOverview | undefined;
  page: Page<InsightLine>;
  /** The insights of `page`, newest month first. */
  months: readonly MonthGroup<InsightLine>[];
  /** On the first page: where each month begins. */
  years: readonly YearOfMonths[];
}

export function themePages(archive: Archive, urls: Urls): ThemePage[] {
  return archive.themes.flatMap((theme) => {
    const insights = archive.ofTheme(theme.id);
    const lines = insights.map((insight) => lineOf(insight, urls));
    const urlOf = (number: number) => urls.theme(theme.id, number);
    const pages = pagesOf(lines, INSIGHTS_A_PAGE, urlOf);
    return pages.map((page) => ({
      theme,
      url: urlOf(page.number),
      feedUrl: urls.themeFeed(theme.id),
      count: insights.length,
      overview: page.number === 1 ? themeOverview(archive, theme, urls) : undefined,
      page,
      months: groupByMonth(page.items),
      years: page.number === 1 ? monthIndex(pages, urlOf) : [],
    }));
  });
}
