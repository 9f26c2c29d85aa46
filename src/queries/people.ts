import type { Urls } from '../urls.ts';
import type { Archive } from './archive.ts';
import { lineOf, type InsightLine, type Link, type ThemeMark } from './insight-line.ts';
import { sourceRowOf, type SourceRow } from './source-rows.ts';
import { pagesOf, type Page } from './pages-of.ts';
import type { SpeakerRef } from './speakers.ts';
import { tallyThemes } from './tally-themes.ts';
import type { Tally } from './tally.ts';
import { countShows } from './theme-overview.ts';

const INSIGHTS_A_PAGE = 50;
const PEOPLE_A_PAGE = 100;

export interface PersonPage {
  person: SpeakerRef;
  url: string;
  feedUrl: string;
  count: number;
  themes: readonly Tally<ThemeMark>[];
  shows: readonly Tally<Link>[];
  page: Page<InsightLine>;
}
/** A page of the list of people. */
export interface PeoplePage {
  url: string;
  /** On all pages. */
  count: number;
  page: Page<SourceRow>;
}

export function personPages(archive: Archive, urls: Urls): PersonPage[] {
  return archive.people.flatMap((person) => {
    const insights = archive.ofPerson(person.slug);
    const [themes, shows] = [tallyThemes(insights, urls), countShows(insights, urls)];
    return pagesOf(insights, INSIGHTS_A_PAGE, (number) => urls.person(person.slug, number)).map((page) => ({
      ...{ person, themes, shows, count: insights.length },
      url: urls.person(person.slug, page.number),
      feedUrl: urls.personFeed(person.slug),
      page: { ...page, items: page.items.map((insight) => lineOf(insight, urls)) },
    }));
  });
}

/** Everybody who is quoted; those who have most insights first. */
export function peoplePages(archive: Archive, urls: Urls): PeoplePage[] {
  return pagesOf(archive.people, PEOPLE_A_PAGE, (number) => urls.people(number)).map((page) => ({
    url: urls.people(page.number),
    count: archive.people.length,
    page: {
      ...page,
      items: page.items.map(({ slug, name }) =>
        sourceRowOf({ title: name, url: urls.person(slug) }, archive.ofPerson(slug), urls),
      ),
    },
  }));
}
