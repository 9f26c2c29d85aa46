import * as Plot from '@observablehq/plot';
import type { FigureDot } from '../queries/theme-figures.ts';
import { shorten } from '../shorten.ts';
import { sayUnit, writeAmount } from '../write-amounts.ts';
import { timeTicks } from './chart-ticks.ts';
import { dotLabels } from './dot-labels.ts';
import { CHART_WIDTH, renderChart } from './render-chart.ts';
import { spreadDots } from './spread-dots.ts';
import { timeDomain, valueScale } from './value-scale.ts';

export interface FigureDots {
  title: string;
  unit: string;
  isLog: boolean;
  /** Newest first. */
  dots: readonly FigureDot[];
}
/** A figure at its place in the drawing. */
export interface FigurePoint extends FigureDot {
  x: number;
  /** Of the low end. */
  y: number;
  yHigh: number;
}

const [HEIGHT, RADIUS, LONGEST_UNIT] = [300, 4.5, 40];
/** Of the values; above and below them there is room for a label. */
const [TOP, BOTTOM, AXIS, RIGHT] = [50, 250, 26, CHART_WIDTH - 8];

/** Every figure by date, each a link; a range is a line from its low end. The latest, the highest and the lowest are labelled. */
export function figureDots({ title, unit, isLog, dots }: FigureDots): string {
  const format = (value: number) => writeAmount(value, unit);
  const values = valueScale(Math.min(...dots.map(({ low }) => low)), Math.max(...dots.map(({ high }) => high)), isLog);
  const left = 13 + 11 * Math.max(0, ...values.ticks.map((tick) => format(tick).length));
  const days = timeDomain(dots.map(({ date }) => Date.parse(date)));
  const times = timeTicks(...days);
  const toX = (day: Date) =>
    left + ((day.getTime() - days[0].getTime()) / (days[1].getTime() - days[0].getTime())) * (RIGHT - left);
  const toY = (value: number) => BOTTOM - values.placeOf(value) * (BOTTOM - TOP);
  const points = spread(
    dots.map((dot) => ({ ...dot, x: toX(new Date(dot.date)), y: toY(dot.low), yHigh: toY(dot.high) })),
    left,
  );
  return renderChart({
    title,
    height: HEIGHT,
    ...{ marginTop: 0, marginRight: CHART_WIDTH - RIGHT, marginBottom: AXIS, marginLeft: left },
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [
      Plot.gridY(values.ticks.map(toY), { className: 'grid' }),
      Plot.axisY(values.ticks.map(toY), { text: values.ticks.map(format), tickSize: 0, label: null }),
      Plot.axisX(times.ticks.map(toX), { text: times.ticks.map(times.tickFormat), tickSize: 4, label: null }),
      Plot.text([shorten(sayUnit(unit), LONGEST_UNIT)], {
        frameAnchor: 'top-left',
        dx: -left,
        dy: 4,
        className: 'unit',
      }),
      Plot.ruleX(
        points.filter(({ low, high }) => low < high),
        { x: 'x', y1: 'y', y2: 'yHigh', className: 'ranges' },
      ),
      Plot.dot(points, { x: 'x', y: 'y', r: RADIUS, href: 'url', title: 'name', className: 'dots', sort: null }),
      ...dotLabels(points, format, { left, right: CHART_WIDTH, top: 22, bottom: HEIGHT - AXIS }).map(
        ({ text, x, y, textAnchor }) => Plot.text([text], { x: [x], y: [y], textAnchor, className: 'direct' }),
      ),
    ],
  });
}

/** Figures of one value and day stand side by side. */
function spread(points: readonly FigurePoint[], left: number): FigurePoint[] {
  const shifts = spreadDots(points, left + RADIUS, RIGHT);
  return points.map((point, index) => ({ ...point, x: point.x + shifts[index]! }));
}
