import type { Day, EpisodeId, InsightId, ShowId, ThemeId } from '#domain/ids.ts';

/** Every address of the site. Pages end in a slash; `page` counts from 1. */
export type Urls = ReturnType<typeof makeUrls>;

/** The routes below `basePath`, which begins and ends with a slash. */
export function makeUrls(basePath = '/') {
  const at = (path: string) => `${basePath}${path}`;
  return {
    home: () => at(''),
    theme: (id: ThemeId, page = 1) => at(`themes/${id}/${numbered(page)}`),
    insight: (id: InsightId) => at(`insights/${id}/`),
    episode: (show: ShowId, id: EpisodeId) => at(`episodes/${show}/${id}/`),
    show: (id: ShowId, page = 1) => at(`shows/${id}/${numbered(page)}`),
    digests: () => at('digests/'),
    digest: (date: Day) => at(`digests/${date}/`),
    search: () => at('search/'),
    subscribe: () => at('subscribe/'),
    about: () => at('about/'),
    feed: () => at('rss.xml'),
    themeFeed: (id: ThemeId) => at(`themes/${id}/rss.xml`),
    digestFeed: () => at('digests/rss.xml'),
    sitemap: () => at('sitemap-index.xml'),
    themeColors: () => at('themes.css'),
    /** Where Pagefind puts its index, made after the build. */
    searchIndex: () => at('pagefind/'),
    /** A file of `public/`. */
    file: (name: string) => at(name),
  };
}

const numbered = (page: number) => (page === 1 ? '' : `${page}/`);

/** The rest parameter of a paged route: the first page has none. */
export const pageParam = (page: number): string | undefined => (page === 1 ? undefined : String(page));
