import * as Plot from '@observablehq/plot';
import type { MonthCount } from '../queries/count-months.ts';
import { countTicks, timeTicks } from './chart-ticks.ts';
import { CHART_WIDTH, renderChart } from './render-chart.ts';

export interface MonthBars {
  title: string;
  months: readonly MonthCount[];
  /** Of all charts that stand on one scale; else that of these months. */
  most?: number;
}

interface Bar {
  count: number;
  from: Date;
  to: Date;
}

/** Units of height: of the highest bar of all, of the least chart, and around the bars. */
const [HIGHEST, LEAST, TOP, BOTTOM] = [150, 20, 19, 26];
/** Half of a letter, at the size it has on the smallest screen. */
const HALF_LETTER = 5.5;

/** A bar for each month; the highest is labelled. A chart is as high as its bars need on the scale of `most`. */
export function monthBars({ title, months, most }: MonthBars): string {
  const bars = months.map(({ month, count }) => ({ count, from: startOf(month), to: endOf(month) }));
  const highest = bars.reduce((best, bar) => (bar.count >= best.count ? bar : best), bars[0]!);
  const scale = Math.max(1, most ?? highest.count);
  const height = Math.max(LEAST, (HIGHEST * highest.count) / scale);
  const [from, to] = [bars[0]!.from, bars.at(-1)!.to];
  const ticks = countTicks(scale);
  const yTicks = ticks.filter((tick) => tick <= highest.count || tick === 0);
  const marginLeft = 13 + 11 * String(ticks.at(-1)).length;
  const toRight = (date: Date) =>
    ((to.getTime() - date.getTime()) / (to.getTime() - from.getTime())) * (CHART_WIDTH - marginLeft);
  return renderChart({
    title,
    height: TOP + height + BOTTOM,
    ...{ marginTop: TOP, marginRight: 0, marginBottom: BOTTOM, marginLeft },
    x: { type: 'utc', domain: [from, to] },
    y: { domain: [0, (height * scale) / HIGHEST] },
    marks: [
      Plot.gridY(yTicks, { className: 'grid' }),
      Plot.axisY({ ticks: yTicks, tickFormat: String, tickSize: 0, label: null }),
      ...timeAxis(from, to, toRight),
      Plot.rectY(bars, { x1: 'from', x2: 'to', y: 'count', insetLeft: gap(bars.length), className: 'bars' }),
      Plot.ruleY([0], { className: 'base' }),
      ...(highest.count > 0 ? [highestLabel(highest, toRight(midOf(highest)))] : []),
    ],
  });
}

/** A label that would pass the right edge ends at it. */
function timeAxis(from: Date, to: Date, toRight: (date: Date) => number): Plot.Markish[] {
  const { ticks, tickFormat } = timeTicks(from, to);
  return ticks.map((tick) =>
    Plot.axisX({ ticks: [tick], tickFormat, tickSize: 4, label: null, ...anchored(tickFormat(tick), toRight(tick)) }),
  );
}

function highestLabel(bar: Bar, toRight: number): Plot.Markish {
  const text = bar.count.toLocaleString('en');
  return Plot.text([bar], {
    x: midOf,
    y: 'count',
    text: [text],
    dy: -9,
    className: 'direct',
    ...anchored(text, toRight),
  });
}

const anchored = (text: string, toRight: number) =>
  toRight < HALF_LETTER * text.length ? ({ textAnchor: 'end', dx: toRight } as const) : {};

const startOf = (month: string) => new Date(`${month}-01`);
const endOf = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1));
const midOf = ({ from, to }: Bar) => new Date((from.getTime() + to.getTime()) / 2);
const gap = (bars: number) => (bars > 60 ? 0.5 : bars > 24 ? 1 : 2);
