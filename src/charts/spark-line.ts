import * as Plot from '@observablehq/plot';
import { renderChart } from './render-chart.ts';

/** A small line without axes; its last point is marked. */
export function sparkLine(title: string, counts: readonly number[]): string {
  const points = counts.map((count, index) => ({ index, count }));
  return renderChart({
    title,
    ...{ width: 120, height: 28, margin: 4 },
    axis: null,
    x: { domain: [0, Math.max(1, counts.length - 1)] },
    y: { domain: [0, Math.max(1, ...counts)] },
    marks: [
      Plot.ruleY([0], { className: 'base' }),
      Plot.lineY(points, { x: 'index', y: 'count', className: 'line' }),
      Plot.dot(points.slice(-1), { x: 'index', y: 'count', r: 3, className: 'last' }),
    ],
  });
}
