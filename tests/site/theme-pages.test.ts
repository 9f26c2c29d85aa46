import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ThemeId } from '#domain/ids.ts';
import { makeUrls } from '#urls';
import { themeOverview } from '../../src/queries/theme-overview.ts';
import { themePages } from '../../src/queries/themes.ts';
import { lineOf } from '../../src/queries/insight-line.ts';
import { aTheme, anArchive } from './an-archive.ts';
import { anInsight, idOf } from './content-tree.ts';

const urls = makeUrls();
const PRICING = ThemeId.parse('token-pricing');
const said = anInsight({ title: 'It is cheap', publishedAt: '2026-07-02', speaker: undefined });
const against = anInsight({
  title: 'It is dear',
  publishedAt: '2026-07-09',
  speaker: 'Bo Lin',
  related: [{ id: idOf(said), similarity: 0.9, relation: 'contradicts' }],
});

test('every month of a theme leads to the page on which it begins', () => {
  const insights = ['2026-08', '2026-02', '2025-12'].flatMap((month, at) =>
    Array.from({ length: [20, 40, 3][at]! }, (_, n) =>
      anInsight({ title: `${month} ${n}`, publishedAt: `${month}-02` }),
    ),
  );
  const [first, second, third] = themePages(anArchive(insights), urls);
  assert.deepEqual(
    first?.years.map(({ year, months }) => [year, ...months.map(({ item, count }) => [item.title, count, item.url])]),
    [
      [
        '2026',
        ['Aug', 20, '/themes/token-pricing/#month-2026-08'],
        ['Feb', 40, '/themes/token-pricing/#month-2026-02'],
      ],
      ['2025', ['Dec', 3, '/themes/token-pricing/3/#month-2025-12']],
    ],
  );
  assert.deepEqual([second?.years, third?.months.map(({ month }) => month)], [[], ['2026-02', '2025-12']]);
  assert.deepEqual(
    [first?.page.firstUrl, first?.page.lastUrl, third?.page.firstUrl, third?.page.lastUrl],
    [undefined, '/themes/token-pricing/3/', '/themes/token-pricing/', undefined],
  );
});

test('in a list, both sides of a contradiction name the other: the speaker, or else the show', () => {
  const archive = anArchive([said, against]);
  assert.deepEqual(
    archive.insights.map((insight) => lineOf(insight, urls).contradiction),
    [
      { how: 'Contradicts', title: 'Price Talk, 2 Jul 2026', url: urls.insight(idOf(said)) },
      { how: 'Contradicted by', title: 'Bo Lin, 9 Jul 2026', url: urls.insight(idOf(against)) },
    ],
  );
});

test('what was withdrawn contradicts nothing', () => {
  const archive = anArchive([said, { ...against, withdrawn: { date: said.publishedAt, reason: 'It was wrong.' } }]);
  assert.deepEqual(
    archive.insights.map((insight) => lineOf(insight, urls).contradiction),
    [undefined],
  );
});

test('a theme shows each pair that disagrees once, what was said before what is against it', () => {
  const agreeing = anInsight({ title: 'So it is', related: [{ id: idOf(said), similarity: 0.9, relation: 'agrees' }] });
  const { disagreements, named } = themeOverview(anArchive([said, against, agreeing]), aTheme(PRICING), urls);
  assert.deepEqual(
    disagreements.map((pair) => [pair.said.title, pair.against.title]),
    [['It is cheap', 'It is dear']],
  );
  assert.equal(named, 2);
});

test('a theme shows five pairs that disagree at most', () => {
  const others = Array.from({ length: 7 }, (_, n) =>
    anInsight({ title: `No ${n}`, related: [{ id: idOf(said), similarity: 0.9, relation: 'contradicts' }] }),
  );
  const all = others.flatMap((it, n) => {
    const base = anInsight({ title: `Yes ${n}` });
    return [base, { ...it, related: [{ id: idOf(base), similarity: 0.9, relation: 'contradicts' as const }] }];
  });
  assert.equal(themeOverview(anArchive(all), aTheme(PRICING), urls).disagreements.length, 5);
});
