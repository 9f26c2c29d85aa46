import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOpml } from 'feedsmith';
import { Show } from '#domain/show.ts';
import { readOpmlShows } from '../../scripts/adapters/opml-shows.ts';
import { feedsOpml, showsOpml } from '../../src/queries/opml.ts';
import { feedGroups } from '../../src/queries/subscribe.ts';
import { SHOW } from './content-tree.ts';
import { anArchive, URLS } from './feed-archive.ts';

const SHOWS = [
  SHOW,
  { id: 'tide-and-time', title: 'Tide & "Time" <1>', feed: 'https://example.org/2?x=1&y=2' },
  { id: 'silent', title: 'Silent', feed: 'https://example.org/3', excerpts: false },
].map((show) => Show.parse(show));

test('the list of shows is read by this project’s own reader of OPML as it was written', () => {
  assert.deepEqual(
    readOpmlShows(showsOpml(SHOWS), 'shows.opml').map(({ title, feed }) => [title, feed]),
    SHOWS.map(({ title, feed }) => [title, feed]),
  );
});

for (const feed of [
  'https://me:pass@example.org/4',
  'https://example.org/rss/creator?auth=abc',
  'https://example.org/feed?listener=1&access_token=x',
  'https://example.org/feed?l=9f8e7d6c5b4a39281706',
]) {
  test(`the address of a paid feed, ${feed}, is not published`, () => {
    const opml = showsOpml([...SHOWS, Show.parse({ id: 'secret', title: 'Secret', feed })]);
    assert.ok(opml.includes('https://example.org/3') && !opml.includes('Secret'));
  });
}

test('a show that is marked as private is not published', () => {
  const feed = 'https://example.org/rss/12/abcdefgh';
  const secret = Show.parse({ id: 'secret', title: 'Secret', feed, private: true });
  assert.ok(!showsOpml([...SHOWS, secret]).includes('Secret'));
});

test('a list without shows is OPML all the same', () => {
  assert.equal(parseOpml(showsOpml([])).head?.title, 'Podcasts that Winnow reads');
});

test('the list of feeds has a folder for each group, and every address is whole', () => {
  const folders = parseOpml(feedsOpml(feedGroups(anArchive(), URLS))).body?.outlines ?? [];
  assert.deepEqual(
    folders.map(({ text, outlines }) => [text, outlines?.map(({ xmlUrl }) => xmlUrl)]),
    [
      ['Everything', ['https://example.org/winnow/rss.xml']],
      ['Once a day', ['https://example.org/winnow/digests/rss.xml']],
      ['Themes', ['moe', 'token-pricing'].map((theme) => `https://example.org/winnow/themes/${theme}/rss.xml`)],
      ['Shows', ['https://example.org/winnow/shows/price-talk/rss.xml']],
      ['People', ['https://example.org/winnow/people/ada-price/rss.xml']],
    ],
  );
  for (const { type, title, htmlUrl } of folders.flatMap(({ outlines = [] }) => outlines)) {
    assert.equal(type, 'rss');
    assert.ok(title?.startsWith('Winnow: ') && htmlUrl?.startsWith('https://example.org/winnow/'));
  }
});

test('shows of which nothing was kept are not offered', () => {
  const titles = feedGroups(anArchive({ insights: [] }), URLS).map(({ title }) => title);
  assert.deepEqual(titles, ['Everything', 'Once a day', 'Themes']);
});
