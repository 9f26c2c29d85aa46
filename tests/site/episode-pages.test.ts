import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Episode } from '#domain/episode.ts';
import type { Insight } from '#domain/insight.ts';
import { Show } from '#domain/show.ts';
import { makeUrls } from '#urls';
import { buildArchive } from '../../src/queries/archive.ts';
import { episodePages } from '../../src/queries/episodes.ts';
import { showPages } from '../../src/queries/shows.ts';
import { anEpisode, anInsight, CLAIM, idOf, QUOTE, SHOW } from './content-tree.ts';

const urls = makeUrls();
const archiveOf = (episodes: readonly Episode[], insights: readonly Insight[]) =>
  buildArchive({
    insights: insights.map((insight) => ({ ...insight, id: idOf(insight), claim: CLAIM, claimHtml: '' })),
    ...{ episodes, digests: [], shows: [Show.parse(SHOW)], themes: [] },
  });
const at = (seconds: number) =>
  anInsight({
    title: `Said at ${seconds}`,
    quote: { text: QUOTE, startMs: seconds * 1000, endMs: seconds * 1000 + 2000 },
  });
const untimed = anInsight({ title: 'Said some time', quote: { text: QUOTE } });
const pageOf = (fields: object, ...insights: Insight[]) =>
  episodePages(archiveOf([anEpisode({ durationMs: 3_600_000, ...fields })], insights), urls)[0]!;
const told = ({ chapters }: ReturnType<typeof pageOf>) =>
  chapters.map(({ start, title, lines }) => [start, title, ...lines.map((line) => line.title)]);
const NOTES = 'Gears.\n0:00 Intro\n12:30 Chains\n40:00 Oil';

test('insights stand under the chapter in which they begin, those without a time apart', () => {
  const page = pageOf({ description: NOTES }, at(750), at(749), untimed);
  assert.deepEqual(told(page), [
    ['0:00', 'Intro', 'Said at 749'],
    ['12:30', 'Chains', 'Said at 750'],
    ['40:00', 'Oil'],
  ]);
  assert.deepEqual(
    page.apart.map(({ title }) => title),
    ['Said some time'],
  );
  assert.equal(page.chapters[1]?.from, 750 / 3600);
});

test('the list of a chapters file comes before that of the notes, as far as the episode goes', () => {
  const chapterList = [
    { startMs: 60_000, title: 'One' },
    { startMs: 4_000_000, title: 'Past the end' },
  ];
  assert.deepEqual(told(pageOf({ description: NOTES, chapterList })), [['1:00', 'One']]);
});

test('what was said before the first chapter is at the beginning', () => {
  const chapterList = [{ startMs: 60_000, title: 'One' }];
  assert.deepEqual(told(pageOf({ chapterList }, at(10))), [
    ['0:00', 'The beginning', 'Said at 10'],
    ['1:00', 'One'],
  ]);
});

test('where the notes on record were cut within the list, the last chapter is not taken for the rest of the episode', () => {
  assert.deepEqual(told(pageOf({ description: `${NOTES} and…` })).at(-1), [
    '40:00',
    'From here on, the list of chapters is cut off',
  ]);
});

test('without chapters all insights are in one list; each chapter opens the episode where its host takes a moment', () => {
  const page = pageOf({}, at(10), untimed);
  assert.deepEqual([page.chapters, page.apart.length], [[], 2]);
  const chaptered = pageOf({ description: NOTES, link: 'https://www.youtube.com/watch?v=abc' });
  assert.equal(chaptered.chapters[1]?.url, 'https://www.youtube.com/watch?v=abc&t=750');
  assert.equal(pageOf({ description: NOTES }).chapters[1]?.url, undefined);
});

test('people who are quoted somewhere are linked with their pages', () => {
  const people = [{ name: 'ADA Price', role: 'guest' }, { name: 'Nobody Else' }];
  assert.deepEqual(
    pageOf({ people }, at(10)).people.map(({ name, url }) => [name, url]),
    [
      ['ADA Price', '/people/ada-price/'],
      ['Nobody Else', undefined],
    ],
  );
});

test('a show has its ten newest insights on its first page only, and its themes and numbers on every page', () => {
  const episodes = Array.from({ length: 101 }, (_, n) =>
    anEpisode({ id: `2026-07-02-e-${n}`, guid: `${n}`, publishedAt: n === 50 ? '2026-07-20' : '2026-07-02' }),
  );
  const insights = episodes
    .slice(40, 55)
    .map(({ id, publishedAt }) => anInsight({ title: id, episode: id, publishedAt }));
  const [first, second] = showPages(archiveOf(episodes, insights), urls);
  assert.deepEqual([first?.newest.length, first?.newest[0]?.title], [10, '2026-07-02-e-50']);
  assert.deepEqual([second?.newest, second?.counts], [[], { episodes: 101, insights: 15 }]);
  assert.equal(first?.feedUrl, '/shows/price-talk/rss.xml');
});
