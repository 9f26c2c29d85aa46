import { decadeTicks } from './chart-ticks.ts';

/** An axis of values. */
export interface ValueScale {
  /** Those that are named on it. */
  ticks: readonly number[];
  /** From 0, its low end, to 1. */
  placeOf: (value: number) => number;
}

/** From nought, or over powers of ten. */
export function valueScale(low: number, high: number, isLog: boolean): ValueScale {
  if (isLog) {
    const ticks = decadeTicks(low, high);
    const [first, last] = [Math.log10(ticks[0]!), Math.log10(ticks.at(-1)!)];
    return { ticks, placeOf: (value) => (Math.log10(value) - first) / (last - first || 1) };
  }
  const [from, to] = [Math.min(0, low), high > 0 ? high : low < 0 ? 0 : 1];
  const ticks = low < 0 ? [...new Set([low, 0, to])] : valueTicks(to);
  return { ticks, placeOf: (value) => (value - from) / (to - from) };
}

/** Nought and up to four round values. */
function valueTicks(max: number): number[] {
  const power = 10 ** Math.floor(Math.log10(max));
  const step = [0.2, 0.5, 1, 2.5].map((part) => part * power).find((size) => max / size < 5)!;
  return Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step);
}

const QUARTER_MS = 90 * 86_400_000;

/** A quarter at least, and room on both sides for the points. */
export function timeDomain(times: readonly number[]): [Date, Date] {
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const pad = Math.max(0.04 * (last - first), (QUARTER_MS - (last - first)) / 2);
  return [new Date(first - pad), new Date(last + pad)];
}
