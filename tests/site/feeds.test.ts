import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { personSlugOf, ShowId, ThemeId } from '#domain/ids.ts';
import { makeUrls } from '#urls';
import {
  digestFeed,
  ITEMS_A_FEED,
  personFeed,
  showFeed,
  siteFeed,
  themeFeed,
} from '../../src/queries/feeds/make-feeds.ts';
import { anEpisode, anInsight, CLAIM, idOf, QUOTE } from './content-tree.ts';
import { aDigest, anArchive, NEWER, OLDER, stored, URLS, write } from './feed-archive.ts';

const archive = anArchive();
const rssOf = (xml: string) => new RssParser().parseString(xml);
const SHOW_ID = ShowId.parse('price-talk');
const SOURCE = '<a href="https://podcast.example/episodes/1">the episode at its source</a>';

test('the site’s feed holds the newest insights first, with claim, quote and source', async () => {
  const feed = await rssOf(write(siteFeed(archive, URLS), 'rss'));
  assert.deepEqual(
    feed.items.map(({ title }) => title),
    ['Newer', 'Older & <b>bold</b>'],
  );
  const [item] = feed.items;
  assert.equal(item?.link, `https://example.org/winnow/insights/${idOf(NEWER)}/`);
  assert.equal(item?.guid, idOf(NEWER));
  assert.equal(item?.isoDate, '2026-07-05T00:00:00.000Z');
  assert.deepEqual(item?.categories, ['Mixture of experts', 'Token pricing']);
  const html: string = item?.['content:encoded'];
  for (const part of [
    CLAIM,
    QUOTE,
    SOURCE,
    '<a href="https://example.org/winnow/episodes/price-talk/',
    'Prices &amp; &quot;tokens&quot;',
  ])
    assert.ok(html.includes(part), part);
  assert.ok(item?.content?.includes(CLAIM) && item.content.includes(`“${QUOTE}”`) && !item.content.includes('<'));
});

test('rss-parser and feedsmith read the same items from every format', async () => {
  const expected = [
    ['Newer', `https://example.org/winnow/insights/${idOf(NEWER)}/`],
    ['Older & <b>bold</b>', `https://example.org/winnow/insights/${idOf(OLDER)}/`],
  ];
  for (const format of ['rss', 'atom'] as const) {
    const { items } = await rssOf(write(siteFeed(archive, URLS), format));
    assert.deepEqual(
      items.map(({ title, link }) => [title, link]),
      expected,
    );
  }
  const found = (['rss', 'atom', 'json'] as const).map((name) => {
    const { format, feed } = parseFeed(write(siteFeed(archive, URLS), name));
    assert.equal(format, name);
    if (format === 'atom')
      return feed.entries?.map(({ title, links }) => [
        title?.value,
        links?.find(({ rel }) => rel === 'alternate')?.href,
      ]);
    if (format === 'json') return feed.items?.map(({ title, url }) => [title, url]);
    return format === 'rss' ? feed.items?.map(({ title, link }) => [title, link]) : [];
  });
  assert.deepEqual(found, [expected, expected, expected]);
});

test('a feed names its own address and its page', async () => {
  const feed = await rssOf(write(siteFeed(archive, URLS), 'rss'));
  assert.equal(feed.link, 'https://example.org/winnow/');
  assert.equal(feed.feedUrl, 'https://example.org/winnow/rss.xml');
});

test('themes, shows and people have feeds of their insights only', async () => {
  const elsewhere = anInsight({ title: 'Elsewhere', episode: '2026-07-02-other-bbbb', speaker: 'Bo Lin' });
  const all = anArchive({
    insights: [OLDER, NEWER, elsewhere].map((insight) => stored(insight)),
    episodes: [anEpisode(), anEpisode({ id: elsewhere.episode, show: 'other', guid: 'other' })],
  });
  for (const [feed, address, titles] of [
    [themeFeed(ThemeId.parse('moe'), all, URLS), 'themes/moe', ['Newer']],
    [showFeed(SHOW_ID, all, URLS), 'shows/price-talk', ['Newer', 'Older & <b>bold</b>']],
    [personFeed(personSlugOf('Bo Lin'), all, URLS), 'people/bo-lin', ['Elsewhere']],
  ] as const) {
    const { feedUrl, items, link } = await rssOf(write(feed, 'rss'));
    assert.equal(feedUrl, `https://example.org/winnow/${address}/rss.xml`);
    assert.equal(link, `https://example.org/winnow/${address}/`);
    assert.deepEqual(
      items.map(({ title }) => title),
      titles,
    );
  }
});

test('the digests’ feed has one item a day, with the five in it', async () => {
  const feed = await rssOf(write(digestFeed(archive, URLS), 'rss'));
  assert.deepEqual(
    feed.items.map(({ title, guid }) => [title, guid]),
    [['5 July 2026', 'digest-2026-07-05']],
  );
  const html: string = feed.items[0]?.['content:encoded'];
  for (const part of ['Older &amp; &lt;b&gt;bold&lt;/b&gt;', 'Because &amp; so', CLAIM, QUOTE])
    assert.ok(html.includes(part), part);
});

test('the same content gives the same bytes, in whatever order it is read', () => {
  const again = anArchive({ insights: [NEWER, OLDER].map((insight) => stored(insight)) });
  for (const format of ['rss', 'atom', 'json'] as const) {
    assert.equal(write(siteFeed(again, URLS), format), write(siteFeed(archive, URLS), format));
    assert.equal(write(digestFeed(again, URLS), format), write(digestFeed(archive, URLS), format));
  }
});

test('what readers know an item by stays where the site moves, and where a part of a digest is withdrawn', () => {
  const moved = makeUrls('https://elsewhere.example/');
  const idsOf = ({ items }: ReturnType<typeof siteFeed>) => items.map(({ guid, urn }) => [guid, urn]);
  assert.deepEqual(idsOf(siteFeed(archive, moved)), idsOf(siteFeed(archive, URLS)));
  const withdrawn = { ...OLDER, withdrawn: { date: '2026-07-06', reason: 'Wrong' } } as typeof OLDER;
  const less = anArchive({ insights: [stored(withdrawn), stored(NEWER)] });
  assert.deepEqual(idsOf(digestFeed(less, URLS)), idsOf(digestFeed(archive, URLS)));
});

test('a digest of which nothing may be shown is no item, and an empty feed is a feed', async () => {
  const none = anArchive({ insights: [], digests: [aDigest('2026-07-05', [OLDER])] });
  for (const format of ['rss', 'atom'] as const)
    assert.deepEqual((await rssOf(write(digestFeed(none, URLS), format))).items, []);
  assert.deepEqual(JSON.parse(write(digestFeed(none, URLS), 'json')).items, []);
});

test('a feed holds no more than its limit', () => {
  const many = Array.from({ length: ITEMS_A_FEED + 5 }, (_, index) => anInsight({ title: `Number ${index}` }));
  const days = many.map((insight, index) =>
    aDigest(`2026-0${1 + (index % 9)}-${10 + Math.floor(index / 9)}`, [insight]),
  );
  const big = anArchive({ insights: many.map((insight) => stored(insight)), digests: days });
  for (const feed of [siteFeed(big, URLS), showFeed(SHOW_ID, big, URLS), digestFeed(big, URLS)])
    assert.equal(feed.items.length, ITEMS_A_FEED);
});
