import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Show } from '#domain/show.ts';
import { makeUrls } from '#urls';
import { peoplePages } from '../../src/queries/people.ts';
import { showRows } from '../../src/queries/shows.ts';
import { anArchive } from './an-archive.ts';
import { anEpisode, anInsight, SHOW } from './content-tree.ts';

const urls = makeUrls();
const withdrawn = { date: '2026-07-09', reason: 'It was wrong.' };

test('the list of people says of each how much there is, on what, and of when the newest is', () => {
  const archive = anArchive([
    anInsight({ title: '1', publishedAt: '2026-07-02', themes: ['moe', 'token-pricing'], speaker: 'Bo Lin' }),
    anInsight({ title: '2', publishedAt: '2026-07-08', themes: ['moe', 'involution'], speaker: 'Bo Lin' }),
    anInsight({ title: '3', speaker: 'Ada Price' }),
    anInsight({ title: '4', speaker: 'Taken Back', withdrawn }),
    anInsight({ title: '5', speaker: undefined }),
  ]);
  const [first, second] = peoplePages(archive, urls);
  assert.deepEqual(
    first?.page.items.map(({ title, url, insights, themes, last }) => [
      ...[title, url, insights, last],
      themes.map(({ id }) => id).join(),
    ]),
    [
      ['Bo Lin', '/people/bo-lin/', 2, '2026-07-08', 'moe,involution'],
      ['Ada Price', '/people/ada-price/', 1, '2026-07-02', 'token-pricing'],
    ],
  );
  assert.deepEqual([first?.url, first?.count, second], ['/people/', 2, undefined]);
});

test('people are listed a hundred a page', () => {
  const insights = Array.from({ length: 101 }, (_, n) => anInsight({ title: `${n}`, speaker: `Person No${n}` }));
  const pages = peoplePages(anArchive(insights), urls);
  assert.deepEqual(
    pages.map(({ url, count, page }) => [url, count, page.items.length]),
    [
      ['/people/', 101, 100],
      ['/people/pages/2/', 101, 1],
    ],
  );
});

test('shows are listed by the number of their insights, those with nothing left to show not at all', () => {
  const at = (show: string) => anEpisode({ show, id: `2026-07-02-${show}`, guid: show });
  const episodes = ['gone', 'one', 'two', 'waits'].map(at);
  const of = (show: string, title: string, fields = {}) =>
    anInsight({ title, episode: at(show).id, publishedAt: '2026-07-02', ...fields });
  const archive = anArchive([of('gone', 'a', { withdrawn }), of('one', 'b'), of('two', 'c'), of('two', 'd')], {
    episodes,
    shows: [Show.parse({ ...SHOW, id: 'one', title: 'First' })],
  });
  assert.deepEqual(
    showRows(archive, urls).map(({ title, url, insights, last }) => [title, url, insights, last]),
    [
      ['Two', '/shows/two/', 2, '2026-07-02'],
      ['First', '/shows/one/', 1, '2026-07-02'],
    ],
  );
});
