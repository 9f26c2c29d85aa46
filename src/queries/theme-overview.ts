import type { Urls } from '../urls.ts';
import type { Archive, PublishedInsight } from './archive.ts';
import { countByMonth, monthsOf, type MonthCount } from './count-months.ts';
import { disagreements, type Disagreement } from './disagreements.ts';
import { lineOf, type InsightLine, type Link, type ThemeMark } from './insight-line.ts';
import { tallyThemes } from './tally-themes.ts';
import { tally, type Tally } from './tally.ts';
import { themeFigures, type ThemeFigures } from './theme-figures.ts';
import type { Theme } from '#domain/theme.ts';

const NEWEST = 6;
const MOST_LINKED = 5;
const MOST_PAIRS = 5;
const VOICES = 5;

/** What the first page of a theme shows beside its list. */
export interface ThemeOverview {
  newest: readonly InsightLine[];
  /** From the first month with an insight to the newest of the archive; empty where there is none. */
  months: readonly MonthCount[];
  figures?: ThemeFigures | undefined;
  /** Those with most links, both ways. */
  mostLinked: readonly { line: InsightLine; links: number }[];
  /** Where one insight contradicts another. */
  disagreements: readonly Disagreement[];
  /** How many insights name who speaks. */
  named: number;
  people: readonly Tally<Link>[];
  shows: readonly Tally<Link>[];
  /** Themes of the same insights. */
  neighbours: readonly Tally<ThemeMark>[];
}

export function themeOverview(archive: Archive, theme: Theme, urls: Urls): ThemeOverview {
  const insights = archive.ofTheme(theme.id);
  return {
    newest: insights.slice(0, NEWEST).map((insight) => lineOf(insight, urls)),
    months: ownMonths(insights, archive),
    figures: themeFigures(archive, theme.id, urls),
    mostLinked: mostLinked(insights, archive, urls),
    disagreements: disagreements(insights, MOST_PAIRS, { archive, urls }),
    named: insights.filter(({ person }) => person).length,
    people: countPeople(insights, urls).slice(0, VOICES),
    shows: countShows(insights, urls).slice(0, VOICES),
    neighbours: tallyThemes(insights, urls).filter(({ item }) => item.id !== theme.id),
  };
}

/** A year at least, as in every chart. */
function ownMonths(insights: readonly PublishedInsight[], archive: Archive): MonthCount[] {
  const all = countByMonth(insights, monthsOf(archive));
  const first = all.findIndex(({ count }) => count > 0);
  return first < 0 ? [] : all.slice(Math.min(first, all.length - 12));
}

const mostLinked = (insights: readonly PublishedInsight[], archive: Archive, urls: Urls) =>
  insights
    .map((insight) => ({ insight, links: archive.related(insight.id).count }))
    .filter(({ links }) => links > 1)
    .sort((a, b) => b.links - a.links || b.insight.score - a.insight.score || (a.insight.id < b.insight.id ? 1 : -1))
    .slice(0, MOST_LINKED)
    .map(({ insight, links }) => ({ line: lineOf(insight, urls), links }));

/** Who is quoted, and in how many of `insights`: most first. */
export const countPeople = (insights: readonly PublishedInsight[], urls: Urls): Tally<Link>[] =>
  tally(
    insights.flatMap(({ person }) =>
      person === undefined ? [] : { id: person.slug, title: person.name, url: urls.person(person.slug) },
    ),
  );

export const countShows = (insights: readonly PublishedInsight[], urls: Urls): Tally<Link>[] =>
  tally(insights.map(({ show }) => ({ id: show.id, title: show.title, url: urls.show(show.id) })));
