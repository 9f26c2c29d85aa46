import * as Plot from '@observablehq/plot';
import type { MonthCount } from '../queries/count-months.ts';
import { countTicks, timeTicks } from './chart-ticks.ts';
import { renderChart } from './render-chart.ts';

export interface MonthBars {
  title: string;
  months: readonly MonthCount[];
  /** Of the axis, where charts are compared; else that of these months. */
  most?: number;
  height?: number;
  /** Without the years below, where the next chart has them. */
  bare?: boolean;
}

/** A bar for each month; the highest is labelled. */
export function monthBars({ title, months, most, height = 170, bare = false }: MonthBars): string {
  const bars = months.map(({ month, count }) => ({ count, from: startOf(month), to: endOf(month) }));
  const highest = bars.reduce((best, bar) => (bar.count >= best.count ? bar : best), bars[0]!);
  const max = Math.max(1, most ?? highest.count);
  const [from, to] = [bars[0]!.from, bars.at(-1)!.to];
  const yTicks = countTicks(max);
  return renderChart({
    title,
    height,
    ...{
      marginTop: 22,
      marginRight: 36,
      marginBottom: bare ? 8 : 26,
      marginLeft: 13 + 11 * String(yTicks.at(-1)).length,
    },
    x: { type: 'utc', domain: [from, to] },
    y: { domain: [0, max] },
    marks: [
      Plot.gridY(yTicks, { className: 'grid' }),
      Plot.axisY({ ticks: yTicks, tickFormat: String, tickSize: 0, label: null }),
      ...(bare ? [] : [Plot.axisX({ ...timeTicks(from, to), tickSize: 4, label: null })]),
      Plot.rectY(bars, { x1: 'from', x2: 'to', y: 'count', insetLeft: gap(bars.length), className: 'bars' }),
      Plot.ruleY([0], { className: 'base' }),
      ...(highest.count > 0
        ? [Plot.text([highest], { x: midOf, y: 'count', text: 'count', dy: -9, className: 'direct' })]
        : []),
    ],
  });
}

const startOf = (month: string) => new Date(`${month}-01`);
const endOf = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1));
const midOf = ({ from, to }: { from: Date; to: Date }) => new Date((from.getTime() + to.getTime()) / 2);
const gap = (bars: number) => (bars > 60 ? 0.5 : bars > 24 ? 1 : 2);
