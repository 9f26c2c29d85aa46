import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parseHTML } from 'linkedom';
import { ThemeId } from '#domain/ids.ts';
import { buildIn, type Built } from './build-in.ts';
import {
  anEpisode,
  anInsight,
  episodeFile,
  idOf,
  insightFile,
  SHOW,
  showsFile,
  themeFile,
  writeTree,
} from './content-tree.ts';

const HOSTILE = '=cmd|"<b>" & more';
const PRICES = [0.25, 1.1, 15].map((value, index) =>
  anInsight({
    title: `Price ${index}`,
    publishedAt: `2026-0${index + 1}-02`,
    speaker: index === 0 ? HOSTILE : 'Ada Price',
    themes: ['token-pricing', 'moe'],
    figures: [
      { text: `$${value} per million tokens`, value, unit: 'USD/Mtok', subject: index === 0 ? HOSTILE : undefined },
    ],
  }),
);
const PRIMER = 'It begins.\n\n## What a price is\n\nText.[^1]\n\n## Who pays\n\nMore.\n\n[^1]: A note.';

let dir: string;
let site: Built;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'winnow-trends-'));
  await writeTree(join(dir, 'content'), {
    ...Object.assign({}, ...PRICES.map((insight) => insightFile(insight))),
    ...episodeFile(anEpisode()),
    ...showsFile(SHOW),
    ...themeFile({ id: ThemeId.parse('token-pricing'), title: 'Pricing' }, PRIMER),
    ...themeFile({ id: ThemeId.parse('moe'), title: 'Experts' }),
    ...themeFile({ id: ThemeId.parse('silent'), title: 'Silent' }),
  });
  site = await buildIn(join(dir, 'content'), join(dir, 'site'), { BASE_PATH: '/winnow' });
  assert.ok(site.ok, site.output);
});
after(() => rm(dir, { recursive: true, force: true }));

const pageAt = async (path: string) => parseHTML(await site.read(`${path}index.html`)).document;
const textsOf = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll(selector)].map((element) => element.textContent.trim().replace(/\s+/g, ' '));

test('a theme lists its contents: the headings of the primer, and the parts that it has', async () => {
  const page = await pageAt('themes/token-pricing/');
  const links = [...page.querySelectorAll('.contents a')];
  assert.deepEqual(
    links.map(({ textContent }) => textContent),
    ['What it is', 'What a price is', 'Who pays', 'All by month', 'Trend', 'Figures'],
  );
  for (const link of links) assert.ok(page.querySelector(link.getAttribute('href') ?? ''), link.textContent);
});

test('a theme charts its figures, each a link to its insight', async () => {
  const page = await pageAt('themes/token-pricing/');
  const urls = [...page.querySelectorAll('#figures svg a')].map((link) => link.getAttribute('href'));
  assert.deepEqual(urls, PRICES.map((insight) => `/winnow/insights/${idOf(insight)}/`).toReversed());
  assert.match(
    page.querySelector('#figures figcaption')?.textContent ?? '',
    /^3 prices per million tokens were named; the lowest \$0\.25 \(Jan 2026\)/,
  );
  assert.deepEqual(textsOf(page, '#figures table tbody td:first-child')[0], '$15 per million tokens');
});

test('a theme that nobody speaks about has a primer, and no charts', async () => {
  const page = await pageAt('themes/silent/');
  assert.equal(page.querySelectorAll('svg, .newest').length, 0);
  assert.match(page.body.textContent, /No insight on this theme yet/);
});

test('trends show every theme on one scale, and which go together', async () => {
  const page = await pageAt('trends/');
  assert.equal(page.querySelectorAll('.multiple svg[role=img]').length, 3);
  assert.deepEqual(textsOf(page, '.matrix tbody td'), ['3', '0', '3', '0', '0', '0', '3', '0', '3']);
  assert.match(page.body.textContent, /Experts and Pricing go together most often: 3 insights are on both/);
  assert.deepEqual(textsOf(page, '.ranks tbody th'), ['Ada Price', HOSTILE, 'Price Talk']);
});

test('the table of figures says by which column it is sorted, and links to the other orders', async () => {
  const page = await pageAt('trends/figures/by-value/');
  const sorted = [...page.querySelectorAll('[aria-sort]')];
  assert.deepEqual(
    sorted.map((cell) => [cell.getAttribute('aria-sort'), cell.querySelector('a')]),
    [['descending', null]],
  );
  assert.deepEqual(
    [...page.querySelectorAll('thead a')].map((link) => link.getAttribute('href')),
    ['/winnow/trends/figures/by-show/', '/winnow/trends/figures/'],
  );
  assert.deepEqual(
    textsOf(page, 'tbody td.value'),
    ['$15', '$1.10', '$0.25'].map((price) => `${price} per million tokens`),
  );
  assert.ok(textsOf(page, 'tbody .quiet').includes(`of ${HOSTILE}`));
  assert.ok(textsOf(page, 'tbody .speaker').includes(HOSTILE));
});

test('a unit has a list of its own, to which its chart and the table of all figures lead', async () => {
  const list = 'trends/figures/usd-per-million-tokens/';
  const page = await pageAt(list);
  assert.match(page.querySelector('h1')?.textContent ?? '', /^Figures in USD per million tokens/);
  assert.deepEqual(textsOf(page, '.units [aria-current]'), ['USD per million tokens 3']);
  const [all, theme] = [await pageAt('trends/figures/'), await pageAt('themes/token-pricing/')];
  for (const [from, words] of [
    [all, 'USD per million tokens 3'],
    [theme, 'All prices per million tokens'],
  ] as const)
    assert.ok(textsOf(from, `a[href="/winnow/${list}"]`).includes(words));
  assert.deepEqual(textsOf(all, '.units [aria-current]'), ['All 3']);
});

test('each chart has its data as CSV, in which nothing runs', async () => {
  for (const path of ['trends/', 'themes/token-pricing/']) {
    const links = [...(await pageAt(path)).querySelectorAll('a[download]')];
    assert.ok(links.length > 1);
    for (const link of links) await site.read((link.getAttribute('href') ?? '').replace('/winnow/', ''));
  }
  assert.match(await site.read('data/figures.csv'), /,"'=cmd\|""<b>"" & more",USD\/Mtok,0\.25,/);
  assert.match(await site.read('data/insights-by-month.csv'), /^month,.*\r\n2025-04,0,0,0\r\n/);
});

test('no chart brings a style or a script into a page', async () => {
  for (const path of ['themes/token-pricing/', 'trends/', 'trends/figures/']) {
    assert.equal(
      (await pageAt(path)).querySelectorAll('style, [style], script:not([src], [type="application/ld+json"])').length,
      0,
      path,
    );
  }
});
