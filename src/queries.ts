import { getCollection } from 'astro:content';
import { buildArchive, type Archive, type Collections } from './queries/archive.ts';
import * as digests from './queries/digests.ts';
import * as episodes from './queries/episodes.ts';
import * as feeds from './queries/feeds.ts';
import * as home from './queries/home.ts';
import * as insights from './queries/insights.ts';
import { markOf, type ThemeMark } from './queries/insight-line.ts';
import * as people from './queries/people.ts';
import * as search from './queries/search.ts';
import * as shows from './queries/shows.ts';
import * as themes from './queries/themes.ts';
import { absolute, urls } from './site.ts';

// The view model of each page. Nothing else reads the collections.
export const homePage = async () => home.homePage(await archive(), urls);
export const themePages = async () => themes.themePages(await archive(), urls);
export const insightPages = async () => insights.insightPages(await archive(), urls);
export const episodePages = async () => episodes.episodePages(await archive(), urls);
export const personPages = async () => people.personPages(await archive(), urls);
export const showPages = async () => shows.showPages(await archive(), urls);
export const searchPage = async () => search.searchPage(await archive(), urls);
export const digestPages = async () => digests.digestPages(await archive(), urls);
export const digestMonths = async () => digests.digestMonths(await archive(), urls);
export const siteFeed = async () => feeds.siteFeed(await archive(), urls, absolute);
export const themeFeeds = async () => feeds.themeFeeds(await archive(), urls, absolute);
export const digestFeed = async () => feeds.digestFeed(await archive(), urls, absolute);

export const allThemes = async () => (await archive()).themes;
/** The themes as the header of every page names them. */
export const themeMarks = async (): Promise<ThemeMark[]> => (await allThemes()).map((theme) => markOf(theme, urls));
/** Every feed, with its name. */
export const feedList = async () => [
  { title: 'All insights', url: urls.feed() },
  { title: 'The daily digest', url: urls.digestFeed() },
  ...(await allThemes()).map(({ id, title }) => ({ title, url: urls.themeFeed(id) })),
];

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
