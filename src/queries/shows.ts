import type { EpisodeStatus } from '#domain/episode.ts';
import type { Day } from '#domain/ids.ts';
import type { Urls } from '../urls.ts';
import type { Archive, ShowRef } from './archive.ts';
import type { Link } from './insight-line.ts';
import { pagesOf, type Page } from './pages-of.ts';

const EPISODES_A_PAGE = 100;

export interface EpisodeLine extends Link {
  date: Day;
  insights: number;
  status: EpisodeStatus;
}
export interface ShowPage {
  show: ShowRef;
  url: string;
  counts: { episodes: number; insights: number };
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
    const counts = { episodes: episodes.length, insights: episodes.reduce((sum, { insights }) => sum + insights, 0) };
    return pagesOf(episodes, EPISODES_A_PAGE, (number) => urls.show(show.id, number)).map((page) => ({
      show,
      url: urls.show(show.id, page.number),
      counts,
      page,
    }));
  });
}
