import * as Plot from '@observablehq/plot';
import { sayUnit, writeAmount } from '../write-amounts.ts';
import { decadeTicks, timeTicks } from './chart-ticks.ts';
import { CHART_WIDTH, renderChart } from './render-chart.ts';

export interface FigureDot {
  text: string;
  /** yyyy-mm-dd */
  date: string;
  low: number;
  high: number;
  /** Its name for the pointer and for screen readers. */
  name: string;
  url: string;
}
export interface FigureDots {
  title: string;
  unit: string;
  isLog: boolean;
  dots: readonly FigureDot[];
}

const LONGEST_LABEL = 26;
const MONTH_MS = 30 * 86_400_000;

/** Every figure by date, each a link; a range is a line from its low end. The highest and the lowest are labelled. */
export function figureDots({ title, unit, isLog, dots }: FigureDots): string {
  const points = dots.map((dot) => ({ ...dot, day: new Date(dot.date) }));
  const x = timeDomain(points.map(({ day }) => day.getTime()));
  const highest = points.reduce((best, point) => (point.high > best.high ? point : best));
  const lowest = points.reduce((best, point) => (point.low < best.low ? point : best));
  const y = valueScale(lowest.low, highest.high, isLog);
  const format = (value: number) => writeAmount(value, unit);
  const marginLeft = 13 + 11 * Math.max(0, ...y.ticks.map((tick) => format(tick).length));
  const middle = (x[0].getTime() + x[1].getTime()) / 2;
  const label = (point: (typeof points)[number], dy: number) =>
    Plot.text([point], {
      ...{ x: 'day', y: dy < 0 ? 'high' : 'low', dy, className: 'direct' },
      text: ({ text }) => (text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : text),
      textAnchor: point.day.getTime() > middle ? 'end' : 'start',
    });
  return renderChart({
    title,
    height: 300,
    ...{ width: CHART_WIDTH, marginTop: 46, marginRight: 36, marginBottom: 26, marginLeft },
    x: { type: 'utc', domain: x },
    y: { type: isLog ? 'log' : 'linear', domain: y.domain },
    marks: [
      Plot.gridY(y.ticks, { className: 'grid' }),
      Plot.axisY({ ticks: y.ticks, tickFormat: format, tickSize: 0, label: null }),
      Plot.axisX({ ...timeTicks(...x), tickSize: 4, label: null }),
      Plot.text([sayUnit(unit)], { frameAnchor: 'top-left', dx: -marginLeft, dy: -42, className: 'unit' }),
      Plot.ruleX(
        points.filter(({ low, high }) => low < high),
        { x: 'day', y1: 'low', y2: 'high', className: 'ranges' },
      ),
      Plot.dot(points, { x: 'day', y: 'low', r: 4.5, href: 'url', title: 'name', className: 'dots', sort: null }),
      label(highest, -11),
      ...(lowest === highest ? [] : [label(lowest, 13)]),
    ],
  });
}

/** A quarter at least, and room on both sides for the points. */
function timeDomain(times: readonly number[]): [Date, Date] {
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const pad = Math.max(0.04 * (last - first), (3 * MONTH_MS - (last - first)) / 2);
  return [new Date(first - pad), new Date(last + pad)];
}

function valueScale(low: number, high: number, isLog: boolean): { domain: [number, number]; ticks: number[] } {
  if (isLog) {
    const ticks = decadeTicks(low, high);
    return { domain: [ticks[0]!, ticks.at(-1)!], ticks };
  }
  const domain: [number, number] = [Math.min(0, low), high > 0 ? high : low < 0 ? 0 : 1];
  return { domain, ticks: low < 0 ? [...new Set([low, 0, domain[1]])] : valueTicks(domain[1]) };
}

/** Nought and up to four round values. */
function valueTicks(max: number): number[] {
  const power = 10 ** Math.floor(Math.log10(max));
  const step = [0.2, 0.5, 1, 2.5].map((part) => part * power).find((size) => max / size < 5)!;
  return Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step);
}
