import type { ThemeId } from '#domain/ids.ts';
import type { ApiIndex, ApiInsight, ApiPage } from '../api-schema.ts';
import { SITE_NAME, SITE_TAGLINE } from '../site-name.ts';
import type { Urls } from '../urls.ts';
import type { Archive, PublishedInsight } from './archive.ts';
import { sourceOf } from './passages.ts';

export const INSIGHTS_A_FILE = 100;
const USE =
  'Each claim and title may be quoted with a link to its address. Quotes are words of the people and podcasts named with them: ' +
  'keep them short, as they are, and name speaker, show and date.';

// `urls` are absolute in all of these.

export function apiIndex(archive: Archive, urls: Urls): ApiIndex {
  const { insights, episodes, shows, people, digests, themes } = archive;
  return {
    ...{ schema: urls.apiSchema(), name: SITE_NAME, description: SITE_TAGLINE, url: urls.home(), use: USE },
    updatedAt: archive.newestRun,
    counts: {
      ...{ insights: insights.length, episodes: episodes.length, shows: shows.length },
      ...{ people: people.length, digests: digests.length },
    },
    insights: { first: urls.apiInsights(), pages: filesFor(insights), total: insights.length },
    themes: themes.map(({ id, title, description }) => {
      const own = archive.ofTheme(id);
      const list = { first: urls.apiTheme(id), pages: filesFor(own), total: own.length };
      return { id, title, description, url: urls.theme(id), ...list };
    }),
  };
}

/** The numbers of the files that a list takes, from 1; an empty one takes one. */
export const fileNumbers = (insights: readonly unknown[]): string[] =>
  Array.from({ length: filesFor(insights) }, (_, index) => String(index + 1));

const filesFor = (insights: readonly unknown[]) => Math.max(1, Math.ceil(insights.length / INSIGHTS_A_FILE));

export const insightsFile = (page: number, archive: Archive, urls: Urls): ApiPage =>
  fileOf({ all: archive.insights, page, urlOf: urls.apiInsights }, archive, urls);

export const themeFile = (theme: ThemeId, page: number, archive: Archive, urls: Urls): ApiPage => ({
  theme,
  ...fileOf({ all: archive.ofTheme(theme), page, urlOf: (number) => urls.apiTheme(theme, number) }, archive, urls),
});

interface Part {
  all: readonly PublishedInsight[];
  page: number;
  urlOf: (page: number) => string;
}

/** Made as it is asked for: the files of a big archive are not held together. */
function fileOf({ all, page, urlOf }: Part, archive: Archive, urls: Urls): ApiPage {
  const pages = filesFor(all);
  return {
    ...{ schema: urls.apiSchema(), page, pages, total: all.length },
    previous: page > 1 ? urlOf(page - 1) : undefined,
    next: page < pages ? urlOf(page + 1) : undefined,
    insights: all
      .slice((page - 1) * INSIGHTS_A_FILE, page * INSIGHTS_A_FILE)
      .map((insight) => insightOf(insight, archive, urls)),
  };
}

function insightOf(insight: PublishedInsight, archive: Archive, urls: Urls): ApiInsight {
  const { id, title, claim, quote, passage, speaker, show, episode, themes, publishedAt, addedAt, score } = insight;
  return {
    ...{ id, url: urls.insight(id), title, claim, quote, ...passage, speaker },
    show: { id: show.id, title: show.title, url: urls.show(show.id) },
    episode: {
      ...{ id: episode.id, title: episode.title, url: urls.episode(show.id, episode.id) },
      ...{ link: sourceOf(episode, passage)?.url, publishedAt: episode.publishedAt },
    },
    themes: themes.map((theme) => theme.id),
    figures: [...insight.figures],
    related: archive.related(id).links.map(({ insight: other, relation, similarity, later, statedThere }) => ({
      ...{ id: other.id, similarity, relation, later, statedThere },
    })),
    ...{ publishedAt, addedAt, score },
  };
}
