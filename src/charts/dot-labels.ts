import { shorten } from '../shorten.ts';
import type { FigurePoint } from './figure-dots.ts';
import { placeLabels, type Box, type Label, type PlacedLabel } from './place-labels.ts';

const SOURCE_LENGTHS = [26, 16];
/** Of a dot, with its outline. */
const REACH = 6.5;

/** The latest, the highest and the lowest of `points`, with what they are of or who said them, where there is room within `frame`. */
export function dotLabels(
  points: readonly FigurePoint[],
  format: (value: number) => string,
  frame: Box,
): readonly PlacedLabel[] {
  const highest = points.reduce((best, point) => (point.high > best.high ? point : best));
  const lowest = points.reduce((best, point) => (point.low < best.low ? point : best));
  const latest = points.reduce((best, point) => (point.date > best.date ? point : best));
  const label = (point: FigurePoint, end: 'low' | 'high', side: Label['side']): Label => {
    const value = format(point[end]);
    const texts = SOURCE_LENGTHS.map((length) => `${value} ${shorten(point.subject ?? point.source, length)}`);
    return { x: point.x, y: end === 'high' ? point.yHigh : point.y, texts: [...texts, value], side };
  };
  const labels = new Map([[highest, label(highest, 'high', 'above')]]);
  if (!labels.has(lowest)) labels.set(lowest, label(lowest, 'low', 'below'));
  if (!labels.has(latest)) labels.set(latest, label(latest, 'low', 'above'));
  return placeLabels([...labels.values()], frame, points.flatMap(boxesOf));
}

/** A dot, and the line of its range. */
const boxesOf = ({ x, y, yHigh }: FigurePoint): Box[] => [
  { left: x - REACH, right: x + REACH, top: y - REACH, bottom: y + REACH },
  ...(yHigh < y ? [{ left: x - 2, right: x + 2, top: yHigh, bottom: y }] : []),
];
