import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Parser } from 'htmlparser2';
import { countTicks, decadeTicks, timeTicks } from '../../src/charts/chart-ticks.ts';
import {
  describeEarlier,
  describeFigures,
  describeGaps,
  describeMonths,
  describeRanks,
} from '../../src/charts/describe-charts.ts';
import { figureDots } from '../../src/charts/figure-dots.ts';
import { placeLabels } from '../../src/charts/place-labels.ts';
import { monthBars } from '../../src/charts/month-bars.ts';
import { sparkLine } from '../../src/charts/spark-line.ts';
import { spreadDots } from '../../src/charts/spread-dots.ts';
import type { FigureDot, ThemeFigures } from '../../src/queries/theme-figures.ts';
import { Day } from '#domain/ids.ts';

const months = [0, 3, 0, 12].map((count, index) => ({ month: `2026-0${index + 1}`, count }));
const day = (text: string) => Day.parse(text);
const dot = (fields: Partial<FigureDot> = {}): FigureDot => ({
  ...{ text: '$1.10', date: day('2026-07-02'), low: 1.1, high: 1.1, url: '/insights/one/', source: 'Ada Price' },
  name: '$1.10 per million tokens, Ada Price, 2 July 2026',
  ...fields,
});
const dots = [
  dot(),
  dot({ date: day('2026-01-02'), low: 0.02, high: 0.02, subject: 'input' }),
  dot({ low: 15, high: 60 }),
];
const draw = (points: readonly FigureDot[], isLog = true) =>
  figureDots({ title: 'Prices', unit: 'USD/Mtok', isLog, dots: points });

const labelsOf = (svg: string) => elementsOf(svg).flatMap(({ name, text }) => (name === 'text' ? text : []));

function elementsOf(svg: string) {
  const elements: { name: string; attribs: Record<string, string>; text: string }[] = [];
  const open: (typeof elements)[number][] = [];
  new Parser(
    {
      onopentag: (name, attribs) => {
        open.push({ name, attribs, text: '' });
        elements.push(open.at(-1)!);
      },
      ontext: (text) => open.forEach((element) => (element.text += text)),
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true },
  ).end(svg);
  return elements;
}

describe('every chart', () => {
  const charts = { months: monthBars({ title: 'T', months }), dots: draw(dots), spark: sparkLine('T', [0, 1, 2]) };
  for (const [name, svg] of Object.entries(charts)) {
    test(`${name}: has no style, no script, no size of its own and no number that is none`, () => {
      for (const { name: tag, attribs } of elementsOf(svg)) {
        assert.ok(!['style', 'script'].includes(tag));
        assert.ok(!('style' in attribs));
      }
      const { attribs } = elementsOf(svg)[0]!;
      assert.ok(attribs['viewBox'] && !attribs['width'] && !attribs['height']);
      assert.doesNotMatch(svg, /NaN|undefined|null|Infinity/);
    });
  }
  test('is drawn the same twice', () => assert.equal(draw(dots), draw(dots)));
});

test('hostile words come out as text', () => {
  const name = '<img src=x> "quoted" &lt;b&gt; & more';
  const svg = draw([dot({ name, text: name, low: 99, high: 99, url: '/x/?a=1&lt=2"' }), dot(), dot()]);
  const elements = elementsOf(svg);
  assert.ok(!elements.some(({ name: tag }) => tag === 'img'));
  const link = elements.find(({ name: tag, text }) => tag === 'a' && text === name);
  assert.equal(link?.attribs['href'], '/x/?a=1&lt=2"');
  const title = elementsOf(sparkLine(name, [1]))[0]!;
  assert.equal(title.attribs['aria-label'], name);
});

test('a chart without links is one image; one with links is a group of them, each with a name', () => {
  assert.equal(elementsOf(monthBars({ title: 'Bars', months }))[0]?.attribs['role'], 'img');
  const elements = elementsOf(draw(dots));
  assert.equal(elements[0]?.attribs['role'], 'group');
  const links = elements.filter(({ name }) => name === 'a');
  assert.equal(links.length, 3);
  assert.equal(links[0]?.text, '$1.10 per million tokens, Ada Price, 2 July 2026');
  assert.equal(links[0]?.attribs['href'], '/insights/one/');
});

test('there is a bar for each month, and the highest says its number', () => {
  const elements = elementsOf(monthBars({ title: 'T', months }));
  const bars = elements.filter(({ name, attribs }) => name === 'rect' && Number(attribs['height']) >= 0);
  assert.equal(bars.length, months.length);
  assert.equal(bars.filter(({ attribs }) => Number(attribs['height']) > 0).length, 2);
  assert.ok(elements.some(({ name, text }) => name === 'text' && text === '12'));
});

test('charts on one scale are as high as their bars need, and no label leaves them', () => {
  const heights = [12, 120].map((count) => {
    const [svg] = elementsOf(monthBars({ title: 'T', months: [...months, { month: '2026-05', count }], most: 120 }));
    return Number(svg?.attribs['viewBox']?.split(' ')[3]);
  });
  assert.ok(heights[0]! < heights[1]! / 2, heights.join(' '));
});

test('months that are all nought, and a single one, can be drawn', () => {
  for (const few of [months.slice(0, 1), months.slice(1, 2)]) {
    assert.doesNotMatch(monthBars({ title: 'T', months: few }), /NaN|Infinity/);
  }
});

test('the latest, the highest and the lowest figure are labelled as the axis is, with what they are of or who said them', () => {
  const texts = labelsOf(draw(dots));
  for (const text of ['$1.10 Ada Price', '$0.02 input', '$60 Ada Price', 'USD per million tokens'])
    assert.ok(texts.includes(text), `${text} in ${texts.join(' | ')}`);
  assert.ok(texts.includes('$0.01') && texts.includes('$100'), texts.join(' | '));
});

test('figures of one day and value stand side by side', () => {
  const circles = elementsOf(draw([dot(), dot(), dot(), dot()])).filter(({ name }) => name === 'circle');
  assert.equal(new Set(circles.map(({ attribs }) => attribs['cx'])).size, 4);
  const atEdge = [100, 100, 100].map((x) => ({ x, y: 5 }));
  assert.deepEqual(spreadDots(atEdge, 0, 100), [0, -10, -20]);
  assert.deepEqual(
    spreadDots(
      [
        { x: 5, y: 5 },
        { x: 5, y: 50 },
      ],
      0,
      100,
    ),
    [0, 0],
  );
});

test('a label lies over no dot and no other label, and is left out where it finds no room', () => {
  const frame = { left: 0, right: 300, top: 0, bottom: 100 };
  const label = { x: 290, y: 50, texts: ['$1,000 somebody', '$1,000'], side: 'above' } as const;
  const [first, second] = placeLabels([label, label], frame, []);
  assert.equal(first?.text, '$1,000 somebody');
  assert.ok(second && (Math.abs(second.y - first.y) >= 20 || second.text !== first.text));
  assert.deepEqual(placeLabels([label], frame, [frame]), []);
});

test('figures that are all of one day and value, of nought, or beyond any measure can be drawn', () => {
  for (const value of [1, 0, -5, 1e300]) {
    const same = [1, 2, 3].map(() => dot({ low: value, high: value }));
    assert.doesNotMatch(draw(same, false), /NaN|Infinity/, String(value));
    assert.equal(new Set(labelsOf(draw(same, false))).size, labelsOf(draw(same, false)).length, String(value));
  }
  assert.doesNotMatch(draw([dot({ low: 1e-300, high: 1e300 }), dot(), dot()]), /NaN|Infinity/);
});

test('ticks are few and round', () => {
  const labels = (from: string, to: string) => {
    const { ticks, tickFormat } = timeTicks(new Date(from), new Date(to));
    return ticks.map(tickFormat);
  };
  assert.deepEqual(labels('2026-01-01', '2026-03-20'), ['Jan 2026', 'Feb 2026', 'Mar 2026']);
  assert.deepEqual(labels('2025-08-01', '2026-07-30'), ['Oct 2025', 'Jan 2026', 'Apr 2026', 'Jul 2026']);
  assert.deepEqual(labels('2019-07-01', '2026-08-30').length, 7);
  assert.deepEqual(labels('2016-09-01', '2026-08-30'), ['2018', '2020', '2022', '2024', '2026']);
  assert.deepEqual(
    [1, 3, 58, 1204].map((max) => countTicks(max).join(' ')),
    ['0 1', '0 1 2 3', '0 20 40', '0 500 1000'],
  );
  assert.deepEqual(decadeTicks(0.03, 1000), [0.01, 0.1, 1, 10, 100, 1000]);
  assert.ok(decadeTicks(1e-30, 1e30).length <= 8);
});

test('the sentences say what the charts show', () => {
  assert.equal(describeMonths(months), '15 insights from February 2026 to April 2026; most in April 2026: 12.');
  assert.equal(describeMonths(months.slice(0, 2)), '3 insights, from February 2026.');
  assert.equal(describeMonths(months.slice(0, 1)), 'No insight in these months.');
  const ranked = (...counts: number[]) => counts.map((count, index) => ({ item: { title: `P${index}` }, count }));
  assert.equal(describeRanks(ranked(5, 3)), 'Quoted most: P0, 5 insights.');
  assert.equal(describeRanks(ranked(5, 5, 1)), 'Quoted most: P0 and P1, 5 insights each.');
  assert.equal(describeRanks([]), 'Nobody is quoted yet.');
  const figures = {
    unit: 'USD/Mtok',
    figures: dots,
    isLog: true,
    older: 1,
    leftOut: 2,
    listUrl: '/',
  } satisfies ThemeFigures;
  assert.equal(
    describeFigures(figures),
    '3 prices per million tokens were named; the lowest $0.02 (Jan 2026), the highest $60 (Jul 2026). Each line is 10 times the one below.',
  );
  const trends = { insights: 9, themes: [], together: [], people: [], shows: [], figures: 0 };
  assert.equal(
    describeEarlier({ ...trends, earlier: { count: 5, since: '2019' } }),
    '5 earlier ones, from 2019, are not drawn.',
  );
  assert.equal(describeEarlier(trends), undefined);
  assert.match(describeGaps(figures), /^The newest 3; 1 older one is in the table .* 2 figures are left out/);
});
