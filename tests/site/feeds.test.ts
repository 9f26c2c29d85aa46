import assert from 'node:assert/strict';
import { test } from 'node:test';
import RssParser from 'rss-parser';
import { Show } from '#domain/show.ts';
import { Theme } from '#domain/theme.ts';
import { makeUrls } from '#urls';
import { buildArchive, type Collections } from '../../src/queries/archive.ts';
import { digestFeed, ITEMS_A_FEED, siteFeed, themeFeeds } from '../../src/queries/feeds.ts';
import { anEpisode, anInsight, CLAIM, idOf, QUOTE, SHOW } from './content-tree.ts';

const urls = makeUrls('/winnow/');
const absolute = (path: string) => `https://example.org${path}`;
const definition = 'What belongs here is what is said about it, and nothing else does.';
const theme = (id: string, title: string) =>
  Theme.parse({ id, title, definition, description: title, order: 1, color: 'red', terms: ['a', 'b', 'c'] });
const insights = [
  anInsight({ title: 'Older & <b>bold</b>', addedAt: '2026-07-03' }),
  anInsight({ title: 'Newer', addedAt: '2026-07-05', themes: ['moe', 'token-pricing'] }),
];
const archive = buildArchive({
  insights: insights.map((insight) => ({ ...insight, id: idOf(insight), claim: CLAIM, claimHtml: `<p>${CLAIM}</p>` })),
  episodes: [anEpisode({ title: 'Prices & "tokens"' })],
  digests: [
    { date: '2026-07-05', insights: insights.map((insight) => ({ id: idOf(insight), reason: 'Because & so' })) },
  ] as unknown as Collections['digests'],
  shows: [Show.parse(SHOW)],
  themes: [theme('moe', 'Mixture of experts'), theme('token-pricing', 'Token pricing')],
});
const parse = (xml: string) => new RssParser().parseString(xml);

test('the site’s feed holds the newest insights first, with claim, quote and source', async () => {
  const feed = await parse(siteFeed(archive, urls, absolute));
  assert.deepEqual(
    feed.items.map(({ title }) => title),
    ['Newer', 'Older & <b>bold</b>'],
  );
  const [item] = feed.items;
  assert.equal(item?.link, `https://example.org${urls.insight(idOf(insights[1]!))}`);
  assert.equal(item?.guid, idOf(insights[1]!));
  assert.equal(item?.isoDate, '2026-07-05T00:00:00.000Z');
  assert.deepEqual(item?.categories, ['Mixture of experts', 'Token pricing']);
  assert.ok(item?.content?.includes(CLAIM) && item.content.includes(QUOTE));
  assert.ok(item?.content?.includes('<a href="https://example.org/winnow/episodes/price-talk/'));
  assert.ok(item?.content?.includes('Prices &amp; &quot;tokens&quot;'));
});

test('a feed names its own address and its page', async () => {
  const feed = await parse(siteFeed(archive, urls, absolute));
  assert.equal(feed.link, 'https://example.org/winnow/');
  assert.equal(feed.feedUrl, 'https://example.org/winnow/rss.xml');
});

test('a theme’s feed holds its insights only', async () => {
  const [moe] = themeFeeds(archive, urls, absolute);
  const feed = await parse(moe?.xml ?? '');
  assert.equal(feed.feedUrl, 'https://example.org/winnow/themes/moe/rss.xml');
  assert.deepEqual(
    feed.items.map(({ title }) => title),
    ['Newer'],
  );
});

test('the digests’ feed has one item a day, with the five in it', async () => {
  const feed = await parse(digestFeed(archive, urls, absolute));
  assert.deepEqual(
    feed.items.map(({ title, guid }) => [title, guid]),
    [['5 July 2026', 'digest-2026-07-05']],
  );
  assert.ok(feed.items[0]?.content?.includes('Older &amp; &lt;b&gt;bold&lt;/b&gt;'));
  assert.ok(feed.items[0]?.content?.includes('Because &amp; so'));
});

test('the same content gives the same bytes', () => {
  assert.equal(siteFeed(archive, urls, absolute), siteFeed(archive, urls, absolute));
});

test('a feed holds no more than its limit, and nothing that XML cannot hold', async () => {
  const many = Array.from({ length: ITEMS_A_FEED + 5 }, (_, index) =>
    anInsight({ title: `Number ${index} \u0001\ud800 of them` }),
  );
  const big = buildArchive({
    insights: many.map((insight) => ({
      ...insight,
      id: idOf(insight),
      claim: CLAIM,
      claimHtml: `<p>\u0000${CLAIM}</p>`,
    })),
    episodes: [anEpisode()],
    digests: [],
    shows: [],
    themes: [],
  });
  const xml = siteFeed(big, urls, absolute);
  assert.equal((await parse(xml)).items.length, ITEMS_A_FEED);
  assert.doesNotMatch(xml, /[\0-\x08\x0b\x0c\x0e-\x1f]/);
});
