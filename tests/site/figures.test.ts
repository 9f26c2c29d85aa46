import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ThemeId } from '#domain/ids.ts';
import { makeUrls } from '#urls';
import { chartData } from '../../src/queries/chart-data.ts';
import { figurePages } from '../../src/queries/figure-pages.ts';
import { saidFigures } from '../../src/queries/said-figures.ts';
import { themeFigures } from '../../src/queries/theme-figures.ts';
import { anArchive } from './an-archive.ts';
import { anEpisode, anInsight } from './content-tree.ts';

const urls = makeUrls();
const PRICING = ThemeId.parse('token-pricing');
type Figure = { text: string; value: number; unit: string; subject?: string };
const price = (value: number): Figure => ({ text: `$${value} per million tokens`, value, unit: 'USD/Mtok' });
const share = (value: number): Figure => ({ text: `${value}%`, value, unit: '%' });
const saying = (publishedAt: string, figures: Figure[], fields: object = {}) =>
  anInsight({ title: `Of ${publishedAt}`, publishedAt, addedAt: '2026-08-01', figures, ...fields });
const days = (count: number) =>
  Array.from({ length: count }, (_, index) => new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10));

test('both ends of a range are said in the same words, and are one figure', () => {
  const range = [
    { text: '50 to 100 million dollars', value: 5e7, unit: 'USD' },
    { text: '50 to 100 million dollars', value: 1e8, unit: 'USD' },
    { text: 'a million dollars', value: 1e6, unit: 'USD' },
  ];
  const said = saidFigures(anArchive([saying('2026-01-01', range)]).insights);
  assert.deepEqual(
    said.map(({ text, low, high }) => [text, low, high]),
    [
      ['50 to 100 million dollars', 5e7, 1e8],
      ['a million dollars', 1e6, 1e6],
    ],
  );
});

test('a theme charts the unit that says what it measures, however many shares are named', () => {
  const archive = anArchive(days(3).map((day, index) => saying(day, [price(index + 1), share(1), share(2), share(3)])));
  assert.equal(themeFigures(archive, PRICING, urls)?.unit, 'USD/Mtok');
  const shares = anArchive(days(9).map((day) => saying(day, [share(1)])));
  assert.equal(themeFigures(shares, PRICING, urls), undefined);
});

test('fewer than three figures make no chart', () => {
  const archive = anArchive(days(2).map((day) => saying(day, [price(1)])));
  assert.equal(themeFigures(archive, PRICING, urls), undefined);
});

test('values over more than a decade stand on a scale of powers, which has no place for nought', () => {
  const archive = anArchive(days(4).map((day, index) => saying(day, [price([0, 0.1, 1, 15][index]!)])));
  const charted = themeFigures(archive, PRICING, urls);
  assert.deepEqual([charted?.isLog, charted?.figures.length, charted?.leftOut], [true, 3, 1]);
  const close = themeFigures(anArchive(days(3).map((day, index) => saying(day, [price(index)]))), PRICING, urls);
  assert.deepEqual([close?.isLog, close?.figures.length, close?.leftOut], [false, 3, 0]);
});

test('figures beyond all measure are left out and counted', () => {
  const values = [5e-324, 1, 10, 100, 1.7e308];
  const archive = anArchive(days(5).map((day, at) => saying(day, [price(values[at]!)])));
  const charted = themeFigures(archive, PRICING, urls);
  assert.deepEqual([charted?.figures.length, charted?.leftOut], [3, 2]);
});

test('figures of no credible date are left out and counted', () => {
  const archive = anArchive(['1970-01-01', ...days(3), '2099-01-01'].map((day) => saying(day, [price(1)])));
  const charted = themeFigures(archive, PRICING, urls);
  assert.deepEqual([charted?.figures.length, charted?.leftOut], [3, 2]);
});

test('a chart holds the newest 100 figures and says how many are older', () => {
  const charted = themeFigures(anArchive(days(110).map((day) => saying(day, [price(1)]))), PRICING, urls);
  assert.deepEqual([charted?.figures.length, charted?.older], [100, 10]);
  assert.equal(charted?.figures[0]?.date, days(110).at(-1));
});

test('all figures are paged, a page of its own address in each order', () => {
  const pages = figurePages(anArchive(days(101).map((day) => saying(day, [price(1)]))), urls);
  assert.deepEqual(
    pages.map(({ url, path, page }) => [url, path, page.items.length]),
    [
      ['/trends/figures/', undefined, 100],
      ['/trends/figures/2/', '2', 1],
      ['/trends/figures/by-value/', 'by-value', 100],
      ['/trends/figures/by-value/2/', 'by-value/2', 1],
      ['/trends/figures/by-show/', 'by-show', 100],
      ['/trends/figures/by-show/2/', 'by-show/2', 1],
      ['/trends/figures/usd-per-million-tokens/', 'usd-per-million-tokens', 100],
      ['/trends/figures/usd-per-million-tokens/2/', 'usd-per-million-tokens/2', 1],
      ['/trends/figures/usd-per-million-tokens/by-value/', 'usd-per-million-tokens/by-value', 100],
      ['/trends/figures/usd-per-million-tokens/by-value/2/', 'usd-per-million-tokens/by-value/2', 1],
      ['/trends/figures/usd-per-million-tokens/by-show/', 'usd-per-million-tokens/by-show', 100],
      ['/trends/figures/usd-per-million-tokens/by-show/2/', 'usd-per-million-tokens/by-show/2', 1],
    ],
  );
  assert.equal(pages[0]?.page.olderUrl, '/trends/figures/2/');
  assert.equal(pages[3]?.page.newerUrl, '/trends/figures/by-value/');
});

test('each unit with three figures has a list of its own, named on every page; the rarest only where all begin', () => {
  const units = Array.from({ length: 20 }, (_, index) => `unit ${String.fromCodePoint(97 + index)}`);
  const figures = [
    ...units.flatMap((unit) => [1, 2, 3].map((value) => ({ text: `${value} ${unit}`, value, unit }))),
    ...[1, 2].map((value) => ({ text: `${value} rare`, value, unit: 'rare' })),
    ...[1, 2, 3, 4].map(price),
  ];
  const pages = figurePages(anArchive([saying('2026-01-01', figures)]), urls);
  assert.deepEqual(new Set(pages.map(({ unit }) => unit)), new Set([undefined, 'USD/Mtok', ...units]));
  const [first, byValue] = pages;
  assert.deepEqual(
    [first?.units.length, first?.moreUnits.length, byValue?.units.length, byValue?.moreUnits.length],
    [16, 5, 16, 0],
  );
  assert.equal(byValue?.order, 'value');
  assert.deepEqual(byValue?.units[0], {
    ...{ unit: 'USD/Mtok', count: 4 },
    url: '/trends/figures/usd-per-million-tokens/by-value/',
  });
  const last = pages.find(({ unit, order }) => unit === units.at(-1) && order === 'value');
  assert.ok(last?.units.some(({ unit }) => unit === last.unit));
  assert.deepEqual([last?.count, last?.total], [3, 66]);
  assert.deepEqual(
    last?.page.items.map(({ low }) => low),
    [3, 2, 1],
  );
});

test('no address of a unit is that of another unit, of a page or of an order', () => {
  const units = ['%', 'percent', 'B', 'b', '2', 'by-value', '元', '人', 'a/b', 'a per b', '../x', '×'];
  const figures = units.flatMap((unit) => [1, 2, 3].map((value) => ({ text: `${value} ${unit}`, value, unit })));
  const archive = anArchive([saying('2026-01-01', figures)]);
  const pages = figurePages(archive, urls);
  assert.equal(new Set(pages.map(({ url }) => url)).size, 3 * (1 + units.length));
  for (const { url, path, order, unit } of pages) {
    assert.equal(url, path === undefined ? '/trends/figures/' : `/trends/figures/${path}/`);
    assert.match(url, /^\/trends\/figures\/(?:[a-z0-9-]+\/){0,2}$/);
    if (unit === undefined) assert.equal(path, order === 'date' ? undefined : `by-${order}`);
  }
});

test('of two units with one slug, the one that was said first keeps it', () => {
  const three = (unit: string) => [1, 2, 3].map((value) => ({ text: `${value} ${unit}`, value, unit }));
  const archive = anArchive([saying('2026-01-01', three('b')), saying('2026-02-01', [...three('B'), ...three('B')])]);
  const first = figurePages(archive, urls).find(({ unit }) => unit === 'b');
  assert.equal(first?.url, '/trends/figures/b/');
});

test('a figure names its speaker, and what it is of where its words do not say so', () => {
  const told = { ...price(1), text: '$1 a million output tokens', subject: 'output tokens' };
  const archive = anArchive([
    saying('2026-01-01', [told, { ...price(2), subject: 'input' }], { speaker: 'Ada Price' }),
  ]);
  const lines = figurePages(archive, urls)[0]!.page.items;
  assert.deepEqual(
    lines.map(({ subject, speaker }) => [subject, speaker?.url]),
    [
      [undefined, '/people/ada-price/'],
      ['input', '/people/ada-price/'],
    ],
  );
});

test('the chart of a theme leads to the list of its unit', () => {
  const archive = anArchive(days(3).map((day) => saying(day, [price(1)])));
  const charted = themeFigures(archive, PRICING, urls);
  assert.ok(figurePages(archive, urls).some(({ url, unit }) => url === charted?.listUrl && unit === 'USD/Mtok'));
});

test('three letters that are no currency are a unit like others', () => {
  const count = (value: number): Figure => ({ text: `${value} TPU`, value, unit: 'TPU' });
  const money = (value: number): Figure => ({ text: `$${value}`, value, unit: 'USD' });
  const archive = anArchive(days(3).map((day) => saying(day, [money(1), money(2), count(1)])));
  assert.equal(themeFigures(archive, PRICING, urls)?.unit, 'TPU');
});

test('each order sorts by its column, newest first among equals', () => {
  const other = anEpisode({ id: '2026-07-03-other-bbbb', show: 'a-show', title: 'Other', showTitle: 'A Show' });
  const insights = [
    saying('2026-01-01', [{ ...price(2), subject: 'output' }, share(7)]),
    saying('2026-02-01', [price(10)]),
    saying('2026-03-01', [{ ...price(2), text: 'two', subject: 'input' }], { episode: other.id }),
  ];
  const archive = anArchive(insights, { episodes: [anEpisode(), other] });
  const textsBy = (order: string) =>
    figurePages(archive, urls)
      .find((page) => page.order === order)
      ?.page.items.map(({ text }) => text.replace(' per million tokens', ''));
  assert.deepEqual(textsBy('date'), ['two', '$10', '$2', '7%']);
  assert.deepEqual(textsBy('value'), ['$10', 'two', '$2', '7%']);
  assert.deepEqual(textsBy('show'), ['two', '$10', '$2', '7%']);
});

test('no figure at all is one empty page in each order', () => {
  const pages = figurePages(anArchive([]), urls);
  assert.deepEqual(
    pages.map(({ page }) => [page.items.length, page.total]),
    new Array(3).fill([0, 1]),
  );
});

test('the data of every chart has a name of its own and rows of one length', () => {
  const archive = anArchive(days(3).map((day) => saying(day, [price(1)], { themes: [PRICING, 'moe'] })));
  const tables = chartData(archive, urls, (path) => `https://example.org${path}`);
  const names = tables.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  assert.ok(
    names.includes('figures') && names.includes('figures-token-pricing') && names.includes('insights-by-month'),
  );
  for (const { name, rows } of tables) assert.equal(new Set(rows.map((row) => row.length)).size, 1, name);
  const figures = tables.find(({ name }) => name === 'figures');
  assert.match(String(figures?.rows[1]?.at(-1)), /^https:\/\/example\.org\/insights\/2025-01-03-/);
});
