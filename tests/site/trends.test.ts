import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ThemeId } from '#domain/ids.ts';
import { makeUrls } from '#urls';
import { countByMonth, monthsOf } from '../../src/queries/count-months.ts';
import { weeklyCounts } from '../../src/queries/count-weeks.ts';
import { themeOverview } from '../../src/queries/theme-overview.ts';
import { trendsPage } from '../../src/queries/trends.ts';
import { aTheme, anArchive } from './an-archive.ts';
import { anInsight, idOf } from './content-tree.ts';

const urls = makeUrls();
const PRICING = ThemeId.parse('token-pricing');
const MOE = ThemeId.parse('moe');
const on = (publishedAt: string, fields: Parameters<typeof anInsight>[0] = {}) =>
  anInsight({ title: `Of ${publishedAt} ${fields.title ?? ''}`, publishedAt, addedAt: '2026-08-01', ...fields });

test('weeks end with the newest insight of all, and weeks without one count nought', () => {
  const archive = anArchive([
    on('2026-07-30', { themes: [MOE] }),
    on('2026-07-24'),
    on('2026-07-23'),
    on('2026-07-16'),
    on('2026-02-05'),
    on('2026-01-29'),
  ]);
  const weeks = weeklyCounts(archive, PRICING);
  assert.equal(weeks.length, 26);
  assert.deepEqual(weeks.slice(-3), [1, 1, 1]);
  assert.deepEqual([weeks[0], weeks.slice(1, -3).every((count) => count === 0)], [1, true]);
  assert.deepEqual(weeklyCounts(archive, ThemeId.parse('unknown')), new Array(26).fill(0));
});

test('months run without a gap from the first insight to the newest, a year at least', () => {
  const months = monthsOf(anArchive([on('2019-07-05'), on('2026-08-01')]));
  assert.deepEqual([months[0], months.at(-1), months.length], ['2019-07', '2026-08', 86]);
  const one = monthsOf(anArchive([on('2026-01-15')]));
  assert.deepEqual([one[0], one.at(-1), one.length], ['2025-02', '2026-01', 12]);
  assert.deepEqual(monthsOf(anArchive([])), []);
});

test('months are ten years at most', () => {
  const months = monthsOf(anArchive([on('2006-01-01'), on('2026-08-01')]));
  assert.deepEqual([months[0], months.length], ['2016-09', 120]);
});

test('a wrong date of an episode stretches no axis', () => {
  const archive = anArchive([on('1970-01-01'), on('2026-06-01'), on('2099-01-01')]);
  const months = monthsOf(archive);
  assert.deepEqual([months[0], months.at(-1)], ['2025-07', '2026-06']);
  assert.equal(
    countByMonth(archive.insights, months).reduce((sum, { count }) => sum + count, 0),
    1,
  );
  assert.equal(weeklyCounts(archive, PRICING).at(-1), 1);
});

test('the trend of a theme begins with its first month, and holds the months without an insight', () => {
  const archive = anArchive([on('2024-01-10', { themes: [MOE] }), on('2025-02-10'), on('2026-08-01')]);
  const { months } = themeOverview(archive, aTheme(PRICING), urls);
  assert.deepEqual(months[0], { month: '2025-02', count: 1 });
  assert.deepEqual(months[1], { month: '2025-03', count: 0 });
  assert.equal(months.length, 19);
});

test('a theme without insights, and one with a single one, have an overview', () => {
  const archive = anArchive([on('2026-08-01')], { themes: [aTheme(PRICING), aTheme(MOE)] });
  const empty = themeOverview(archive, aTheme(MOE), urls);
  assert.deepEqual([empty.months, empty.newest, empty.figures, empty.people], [[], [], undefined, []]);
  const single = themeOverview(archive, aTheme(PRICING), urls);
  assert.deepEqual([single.months.length, single.newest.length, single.mostLinked], [12, 1, []]);
});

test('the most linked insights count the links of later ones too', () => {
  const hub = on('2026-01-01', { title: 'hub' });
  const leaves = ['2026-02-01', '2026-03-01', '2026-04-01'].map((day) =>
    on(day, { related: [{ id: idOf(hub), similarity: 0.8 }] }),
  );
  const { mostLinked } = themeOverview(anArchive([hub, ...leaves]), aTheme(PRICING), urls);
  assert.deepEqual(
    mostLinked.map(({ line, links }) => [line.id, links]),
    [[idOf(hub), 3]],
  );
});

test('a theme names who speaks about it, and the themes that share its insights', () => {
  const archive = anArchive([
    on('2026-01-01', { themes: [PRICING, MOE], speaker: 'Bo Lin' }),
    on('2026-02-01', { speaker: 'Bo Lin' }),
    on('2026-03-01'),
    on('2026-04-01', { speaker: undefined }),
  ]);
  const { people, shows, neighbours } = themeOverview(archive, aTheme(PRICING), urls);
  assert.deepEqual(
    people.map(({ item, count }) => [item.title, item.url, count]),
    [
      ['Bo Lin', '/people/bo-lin/', 2],
      ['Ada Price', '/people/ada-price/', 1],
    ],
  );
  assert.deepEqual([shows[0]?.item.title, shows[0]?.count], ['Price Talk', 4]);
  assert.deepEqual(
    neighbours.map(({ item, count }) => [item.id, count]),
    [[MOE, 1]],
  );
});

test('themes that go together are counted from both sides', () => {
  const archive = anArchive([
    on('2026-01-01', { themes: [PRICING, MOE] }),
    on('2026-02-01', { themes: [MOE] }),
    on('2026-03-01', { themes: ['alone'] }),
  ]);
  assert.deepEqual(trendsPage(archive, urls).together, [
    [1, 1, 0],
    [1, 2, 0],
    [0, 0, 1],
  ]);
});

test('the trends of an empty archive are empty', () => {
  const trends = trendsPage(anArchive([], { themes: [aTheme(PRICING)] }), urls);
  assert.deepEqual([trends.insights, trends.figures, trends.people, trends.themes[0]?.months], [0, 0, [], []]);
});

test('themes side by side begin where no year is a gap any more; older insights are counted', () => {
  const early = ['2019-07-01', '2019-08-01'].map((day) => on(day));
  const late = Array.from({ length: 30 }, (_, index) =>
    on(`202${3 + (index % 3)}-03-${String(index + 1).padStart(2, '0')}`),
  );
  const trends = trendsPage(anArchive([...early, ...late, on('2026-01-05')], { themes: [aTheme(PRICING)] }), urls);
  assert.equal(trends.themes[0]?.months[0]?.month, '2023-01');
  assert.deepEqual(trends.earlier, { count: 2, since: '2019' });
  const young = trendsPage(anArchive(late, { themes: [aTheme(PRICING)] }), urls);
  assert.deepEqual([young.themes[0]?.months[0]?.month, young.earlier], ['2023-03', undefined]);
});
