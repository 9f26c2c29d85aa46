import type { Digest } from '#domain/digest.ts';
import type { Insight } from '#domain/insight.ts';
import { Show } from '#domain/show.ts';
import { Theme } from '#domain/theme.ts';
import { makeUrls, type FeedFormat } from '#urls';
import { buildArchive, type Archive, type Collections, type StoredInsight } from '../../src/queries/archive.ts';
import type { Feed } from '../../src/queries/feeds/feed-model.ts';
import { writeFeed } from '../../src/queries/feeds/write-feed.ts';
import { anEpisode, anInsight, CLAIM, idOf, SHOW } from './content-tree.ts';

/** As on a site that lives in a folder. */
export const URLS = makeUrls('https://example.org/winnow/');
export const write = (feed: Feed, format: FeedFormat): string => writeFeed(feed, format, '/winnow/feed.css');

const definition = 'What belongs here is what is said about it, and nothing else does.';
export const aTheme = (id: string, title: string) =>
  Theme.parse({ id, title, definition, description: title, order: 1, color: 'red', terms: ['a', 'b', 'c'] });
export const stored = (insight: Insight, claim = CLAIM, claimHtml = `<p>${claim}</p>`): StoredInsight => ({
  ...{ ...insight, id: idOf(insight), claim, claimHtml },
});
export const aDigest = (date: string, insights: readonly Insight[]) =>
  ({ date, insights: insights.map((insight) => ({ id: idOf(insight), reason: 'Because & so' })) }) as unknown as Digest;

export const OLDER = anInsight({ title: 'Older & <b>bold</b>', addedAt: '2026-07-03' });
export const NEWER = anInsight({
  title: 'Newer',
  addedAt: '2026-07-05',
  themes: ['moe', 'token-pricing'],
  related: [{ id: idOf(OLDER), similarity: 0.9, relation: 'extends' }],
  figures: [{ text: '$1.10 per million tokens', value: 1.1, unit: 'USD/Mtok' }],
});

/** Two insights of a show, in a digest. */
export const anArchive = (collections: Partial<Collections> = {}): Archive =>
  buildArchive({
    insights: [OLDER, NEWER].map((insight) => stored(insight)),
    episodes: [anEpisode({ title: 'Prices & "tokens"' })],
    digests: [aDigest('2026-07-05', [OLDER, NEWER])],
    shows: [Show.parse(SHOW)],
    themes: [aTheme('moe', 'Mixture of experts'), aTheme('token-pricing', 'Token pricing')],
    ...collections,
  });
