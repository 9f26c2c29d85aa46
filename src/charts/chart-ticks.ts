import { writeShortMonth } from '../write-times.ts';

const STEPS_IN_MONTHS = [1, 3, 6, 12, 24, 60, 120];

/** A few places on an axis, and how they are labelled. */
export interface Ticks<T> {
  ticks: readonly T[];
  tickFormat: (tick: T) => string;
}

/** At most four months, or seven years, between two days. */
export function timeTicks(from: Date, to: Date): Ticks<Date> {
  const step =
    STEPS_IN_MONTHS.find((months) => timesBetween(from, to, months).length <= (months < 12 ? 4 : 7)) ??
    STEPS_IN_MONTHS.at(-1)!;
  const withMonth = (date: Date) => writeShortMonth(date.toISOString().slice(0, 10));
  return {
    ticks: timesBetween(from, to, step),
    tickFormat: step < 12 ? withMonth : (date) => String(date.getUTCFullYear()),
  };
}

function timesBetween(from: Date, to: Date, step: number): Date[] {
  const monthOf = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
  const first = Math.floor(monthOf(from) / step) * step;
  return Array.from(
    { length: Math.floor((monthOf(to) - first) / step) + 1 },
    (_, index) => new Date(Date.UTC(Math.floor((first + index * step) / 12), (first + index * step) % 12)),
  ).filter((date) => date >= from && date <= to);
}

/** Nought and one to three round whole numbers up to `max`. */
export function countTicks(max: number): number[] {
  const step = roundSteps().find((size) => max / size < 4)!;
  return Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step);
}

function* roundSteps(): Generator<number> {
  for (let power = 1; ; power *= 10) yield* [power, 2 * power, 5 * power];
}

/** Powers of ten from below `low` to above `high`, at most seven. */
export function decadeTicks(low: number, high: number): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const step = Math.ceil((last - first) / 6) || 1;
  return Array.from({ length: Math.ceil((last - first) / step) + 1 }, (_, index) => 10 ** (first + index * step));
}
