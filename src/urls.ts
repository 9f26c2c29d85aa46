import type { Day, EpisodeId, InsightId, PersonSlug, ShowId, ThemeId } from '#domain/ids.ts';

/** Every address of the site. Pages end in a slash; `page` counts from 1. */
export type Urls = ReturnType<typeof makeUrls>;
export const FEED_FILES = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' } as const;
export type FeedFormat = keyof typeof FEED_FILES;
/** Orders of the table of figures; the first is that of the page without a name. */
export const FIGURE_ORDERS = ['date', 'value', 'show'] as const;
export type FigureOrder = (typeof FIGURE_ORDERS)[number];
/** Names of the tables behind the charts, as in `chartData(name)`. */
export const CHART_DATA = {
  months: 'insights-by-month',
  together: 'themes-together',
  people: 'people',
  shows: 'shows',
  figures: 'figures',
  themeMonths: (id: ThemeId) => `insights-by-month-${id}`,
  themeFigures: (id: ThemeId) => `figures-${id}`,
};

/** The routes below `basePath`, which begins and ends with a slash. */
export function makeUrls(basePath = '/') {
  const at = (path: string) => `${basePath}${path}`;
  return {
    home: () => at(''),
    theme: (id: ThemeId, page = 1) => at(`themes/${id}/${numbered(page)}`),
    insight: (id: InsightId) => at(`insights/${id}/`),
    episode: (show: ShowId, id: EpisodeId) => at(`episodes/${show}/${id}/`),
    shows: () => at('shows/'),
    show: (id: ShowId, page = 1) => at(`shows/${id}/${numbered(page)}`),
    people: (page = 1) => at(`people/${page === 1 ? '' : `pages/${page}/`}`),
    person: (slug: PersonSlug, page = 1) => at(`people/${slug}/${numbered(page)}`),
    digests: (page = 1) => at(`digests/${page === 1 ? '' : `pages/${page}/`}`),
    digest: (date: Day) => at(`digests/${date}/`),
    search: () => at('search/'),
    trends: () => at('trends/'),
    figures: (order: FigureOrder = 'date', page = 1) => at(`trends/figures/${ordered(order)}${numbered(page)}`),
    /** Those in one unit, by its slug (queries/figure-units.ts). */
    figuresIn: (unit: string, order: FigureOrder = 'date', page = 1) =>
      at(`trends/figures/${unit}/${ordered(order)}${numbered(page)}`),
    subscribe: () => at('subscribe/'),
    about: () => at('about/'),
    quoting: () => at('quoting/'),
    feed: (format: FeedFormat = 'rss') => at(FEED_FILES[format]),
    themeFeed: (id: ThemeId, format: FeedFormat = 'rss') => at(`themes/${id}/${FEED_FILES[format]}`),
    showFeed: (id: ShowId, format: FeedFormat = 'rss') => at(`shows/${id}/${FEED_FILES[format]}`),
    digestFeed: (format: FeedFormat = 'rss') => at(`digests/${FEED_FILES[format]}`),
    /** RSS only. */
    personFeed: (slug: PersonSlug) => at(`people/${slug}/rss.xml`),
    feedStyle: () => at('feed.css'),
    feedsOpml: () => at('feeds.opml'),
    showsOpml: () => at('shows.opml'),
    api: () => at('api/index.json'),
    apiSchema: () => at('api/schema.json'),
    apiInsights: (page = 1) => at(`api/insights/${page}.json`),
    apiTheme: (id: ThemeId, page = 1) => at(`api/themes/${id}/${page}.json`),
    /** The data behind a chart. */
    chartData: (name: string) => at(`data/${name}.csv`),
    /** Images for previews of links elsewhere. */
    siteCard: () => at('cards/site.png'),
    themeCard: (id: ThemeId) => at(`cards/themes/${id}.png`),
    digestCard: (date: Day) => at(`cards/digests/${date}.png`),
    insightCard: (id: InsightId) => at(`cards/insights/${id}.png`),
    sitemap: () => at('sitemap-index.xml'),
    llms: () => at('llms.txt'),
    /** Of what the site hands on. */
    licenses: () => at('licenses.txt'),
    themeColors: () => at('themes.css'),
    fonts: () => at('fonts.css'),
    /** Where Pagefind puts its index, made after the build. */
    searchIndex: () => at('pagefind/'),
    /** A file of `public/`. */
    file: (name: string) => at(name),
  };
}

const ordered = (order: FigureOrder) => (order === FIGURE_ORDERS[0] ? '' : `by-${order}/`);
const numbered = (page: number) => (page === 1 ? '' : `${page}/`);

/** The rest parameter of a paged route: the first page has none. */
export const pageParam = (page: number): string | undefined => (page === 1 ? undefined : String(page));
