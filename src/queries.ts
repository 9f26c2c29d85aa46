import { getCollection } from 'astro:content';
import type { InsightId, PersonSlug, ShowId, ThemeId } from '#domain/ids.ts';
import * as api from './queries/api.ts';
import { buildArchive, type Archive, type Collections } from './queries/archive.ts';
import * as cards from './queries/cards.ts';
import * as charts from './queries/chart-data.ts';
import * as digests from './queries/digests.ts';
import * as episodes from './queries/episodes.ts';
import type { Feed } from './queries/feeds/feed-model.ts';
import * as feeds from './queries/feeds/make-feeds.ts';
import { writeFeed } from './queries/feeds/write-feed.ts';
import * as figures from './queries/figure-pages.ts';
import * as home from './queries/home.ts';
import * as insights from './queries/insights.ts';
import { markOf, type ThemeMark } from './queries/insight-line.ts';
import { numbersOf } from './queries/numbers.ts';
import * as llms from './queries/llms.ts';
import * as opml from './queries/opml.ts';
import * as people from './queries/people.ts';
import * as search from './queries/search.ts';
import * as shows from './queries/shows.ts';
import * as subscribe from './queries/subscribe.ts';
import * as themes from './queries/themes.ts';
import * as trends from './queries/trends.ts';
import { absolute, absoluteUrls, urls } from './site.ts';
import type { FeedFormat } from './urls.ts';

// The view model of each page. Nothing else reads the collections.
export const homePage = async () => home.homePage(await archive(), urls);
export const themePages = async () => themes.themePages(await archive(), urls);
export const insightIds = async () => insights.insightIds(await archive());
export const insightPage = async (id: InsightId) => insights.insightPage(id, await archive(), { urls, absolute });
export const episodePages = async () => episodes.episodePages(await archive(), urls);
export const personPages = async () => people.personPages(await archive(), urls);
export const peoplePages = async () => people.peoplePages(await archive(), urls);
export const showPages = async () => shows.showPages(await archive(), urls);
export const showRows = async () => shows.showRows(await archive(), urls);
export const searchPage = async () => search.searchPage(await archive(), urls);
export const digestPages = async () => digests.digestPages(await archive(), urls);
export const digestListPages = async () => digests.digestListPages(await archive(), urls);
export const trendsPage = async () => trends.trendsPage(await archive(), urls);
export const figurePages = async () => figures.figurePages(await archive(), urls);
export const chartTables = async () => charts.chartData(await archive(), urls, absolute);

// Feeds, written: readers of feeds see whole addresses.
export const siteFeed = async (format: FeedFormat) => written(feeds.siteFeed(await archive(), absoluteUrls), format);
export const digestFeed = async (format: FeedFormat) =>
  written(feeds.digestFeed(await archive(), absoluteUrls), format);
export const themeFeed = async (id: ThemeId, format: FeedFormat) =>
  written(feeds.themeFeed(id, await archive(), absoluteUrls), format);
export const showFeed = async (id: ShowId, format: FeedFormat) =>
  written(feeds.showFeed(id, await archive(), absoluteUrls), format);
export const personFeed = async (slug: PersonSlug) =>
  written(feeds.personFeed(slug, await archive(), absoluteUrls), 'rss');
const written = (feed: Feed, format: FeedFormat) => writeFeed(feed, format, urls.feedStyle());

/** What the page on feeds offers: addresses as links have them. */
export const feedGroups = async () => subscribe.feedGroups(await archive(), urls);
export const feedsOpml = async () => opml.feedsOpml(subscribe.feedGroups(await archive(), absoluteUrls));
export const showsOpml = async () => opml.showsOpml((await archive()).followed);
export const llmsText = async () => llms.llmsText(await archive(), absoluteUrls);

// The files of the API, each made as it is asked for.
export const apiIndex = async () => api.apiIndex(await archive(), absoluteUrls);
export const apiInsights = async (page: number) => api.insightsFile(page, await archive(), absoluteUrls);
export const apiInsightsPages = async () => api.fileNumbers((await archive()).insights);
export const apiTheme = async (id: ThemeId, page: number) => api.themeFile(id, page, await archive(), absoluteUrls);
export const apiThemePages = async () => {
  const { themes: all, ofTheme } = await archive();
  return all.flatMap(({ id }) => api.fileNumbers(ofTheme(id)).map((page) => ({ theme: id, page })));
};

/** Every picture for previews. */
export const allCards = async () => cards.allCards(await archive(), urls);

/** How much was read and kept. */
export const numbers = async () => numbersOf(await archive());
export const allThemes = async () => (await archive()).themes;
export const allShows = async () => (await archive()).shows;
export const allPeople = async () => (await archive()).people;
/** The themes as the header of every page names them. */
export const themeMarks = async (): Promise<ThemeMark[]> => (await allThemes()).map((theme) => markOf(theme, urls));
let built: Promise<Archive> | undefined;

/** A build reads the content once; the development server reads it anew for every page. */
const archive = (): Promise<Archive> => (built = (import.meta.env.PROD && built) || loadArchive());

async function loadArchive(): Promise<Archive> {
  const [insightData, episodeData, digestData, showData, themeData] = await Promise.all([
    dataOf('insights'),
    dataOf('episodes'),
    dataOf('digests'),
    dataOf('shows'),
    dataOf('themes'),
  ]);
  return buildArchive({
    insights: insightData,
    episodes: episodeData,
    digests: digestData,
    shows: showData,
    themes: themeData,
  });
}

/** The loaders have held every entry against its schema, so that the types are known. */
async function dataOf<K extends keyof Collections>(name: K): Promise<Collections[K]> {
  const entries = await getCollection(name);
  return entries.map(({ data }) => data) as unknown as Collections[K];
}
