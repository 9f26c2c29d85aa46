import type { EpisodeStatus } from '#domain/episode.ts';
import type { Day, ShowId } from '#domain/ids.ts';
import type { Urls } from '../urls.ts';
import type { Archive, ShowRef } from './archive.ts';
import { lineOf, type InsightLine, type Link, type ThemeMark } from './insight-line.ts';
import { pagesOf, type Page } from './pages-of.ts';
import { sourceRowOf, type SourceRow } from './source-rows.ts';
import { tallyThemes } from './tally-themes.ts';
import type { Tally } from './tally.ts';

const EPISODES_A_PAGE = 100;
const NEWEST = 10;

export interface EpisodeLine extends Link {
  date: Day;
  insights: number;
  status: EpisodeStatus;
}
export interface ShowPage {
  show: ShowRef;
  url: string;
  feedUrl: string;
  counts: { episodes: number; insights: number };
  themes: readonly Tally<ThemeMark>[];
  /** On the first page only. */
  newest: readonly InsightLine[];
  page: Page<EpisodeLine>;
}

export function showPages(archive: Archive, urls: Urls): ShowPage[] {
  return archive.shows.flatMap((show) => {
    const episodes = archive.ofShow(show.id).map((episode) => ({
      title: episode.title,
      url: urls.episode(show.id, episode.id),
      date: episode.publishedAt,
      insights: archive.ofEpisode(episode.id).length,
      status: episode.status,
    }));
    const insights = insightsOf(archive, show.id);
    const newest = insights.slice(0, NEWEST).map((insight) => lineOf(insight, urls));
    const themes = tallyThemes(insights, urls);
    return pagesOf(episodes, EPISODES_A_PAGE, (number) => urls.show(show.id, number)).map((page) => ({
      ...{ show, themes, page, counts: { episodes: episodes.length, insights: insights.length } },
      url: urls.show(show.id, page.number),
      feedUrl: urls.showFeed(show.id),
      newest: page.number === 1 ? newest : [],
    }));
  });
}

/** Every show of which something is left to show; those with most insights first. */
export const showRows = (archive: Archive, urls: Urls): SourceRow[] =>
  archive.shows
    .map(({ id, title }) => sourceRowOf({ title, url: urls.show(id) }, insightsOf(archive, id), urls))
    .filter(({ insights }) => insights > 0)
    .sort((a, b) => b.insights - a.insights);

const insightsOf = (archive: Archive, show: ShowId) => archive.ofShow(show).flatMap(({ id }) => archive.ofEpisode(id));
