import type { DigestView } from './queries/digests.ts';
import type { EpisodePage } from './queries/episodes.ts';
import type { Link } from './queries/insight-line.ts';
import type { InsightView } from './queries/insights.ts';
import { SITE_NAME, SITE_TAGLINE } from './site-name.ts';
import { absolute, urls } from './site.ts';

// What the pages say to machines, in the terms of schema.org.

const publisher = { '@type': 'Organization', name: SITE_NAME, url: absolute(urls.home()) };

export const siteData = () => ({
  '@type': 'WebSite',
  name: SITE_NAME,
  description: SITE_TAGLINE,
  url: absolute(urls.home()),
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${absolute(urls.search())}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  },
});

export const breadcrumbs = (links: readonly Link[]) => ({
  '@type': 'BreadcrumbList',
  itemListElement: links.map(({ title, url }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: title,
    item: absolute(url),
  })),
});

/** An insight is an article on an episode, with the quote as its part. */
export const insightData = (insight: InsightView) => ({
  '@type': 'Article',
  headline: insight.title,
  description: insight.claim,
  url: absolute(insight.url),
  datePublished: insight.addedAt,
  author: publisher,
  publisher,
  about: insight.themes.map(({ title, url }) => ({ '@type': 'Thing', name: title, url: absolute(url) })),
  isBasedOn: episodeOf(insight),
  ...(insight.quote && {
    hasPart: {
      '@type': 'Quotation',
      text: insight.quote,
      ...(insight.speaker && { creator: { '@type': 'Person', name: insight.speaker } }),
    },
  }),
});

const episodeOf = ({ episode, show, date, source }: InsightView) => ({
  '@type': 'PodcastEpisode',
  name: episode.title,
  url: source?.url ?? absolute(episode.url),
  datePublished: date,
  partOfSeries: { '@type': 'PodcastSeries', name: show.title, url: absolute(show.url) },
});

export const episodeData = ({ episode, url, show, source }: EpisodePage) => ({
  '@type': 'PodcastEpisode',
  name: episode.title,
  url: source?.url ?? absolute(url),
  datePublished: episode.publishedAt,
  partOfSeries: { '@type': 'PodcastSeries', name: show.title, url: absolute(show.url) },
});

export const digestData = ({ date, url, entries }: DigestView) => ({
  '@type': 'ItemList',
  name: `Digest of ${date}`,
  url: absolute(url),
  itemListElement: entries.map(({ number, line }) => ({
    '@type': 'ListItem',
    position: number,
    name: line.title,
    url: absolute(line.url),
  })),
});
