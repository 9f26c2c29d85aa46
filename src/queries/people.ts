import type { Urls } from '../urls.ts';
import type { Archive, SpeakerRef } from './archive.ts';
import { lineOf, markOf, type InsightLine, type Link, type ThemeMark } from './insight-line.ts';
import { pagesOf, type Page } from './pages-of.ts';
import { tally, type Tally } from './tally.ts';

const INSIGHTS_A_PAGE = 50;

export interface PersonPage {
  person: SpeakerRef;
  url: string;
  feedUrl: string;
  count: number;
  themes: readonly Tally<ThemeMark>[];
  shows: readonly Tally<Link>[];
  page: Page<InsightLine>;
}

export function personPages(archive: Archive, urls: Urls): PersonPage[] {
  return archive.people.flatMap((person) => {
    const insights = archive.ofPerson(person.slug);
    const themes = tally(insights.flatMap((insight) => insight.themes)).map(({ item, count }) => ({
      item: markOf(item, urls),
      count,
    }));
    const shows = tally(insights.map(({ show }) => show)).map(({ item, count }) => ({
      item: { title: item.title, url: urls.show(item.id) },
      count,
    }));
    return pagesOf(insights, INSIGHTS_A_PAGE, (number) => urls.person(person.slug, number)).map((page) => ({
      ...{ person, themes, shows, count: insights.length },
      url: urls.person(person.slug, page.number),
      feedUrl: urls.personFeed(person.slug),
      page: { ...page, items: page.items.map((insight) => lineOf(insight, urls)) },
    }));
  });
}
