const APART = 10;
/** Further from its date no dot moves. */
const FURTHEST = 8 * APART;

/** How far each point moves sideways, between `left` and `right`, so that none hides another of the same height. */
export function spreadDots(points: readonly { x: number; y: number }[], left: number, right: number): number[] {
  const placed: { x: number; y: number }[] = [];
  return points.map(({ x, y }) => {
    const level = placed.filter((other) => Math.abs(other.y - y) < 2);
    const isFree = (at: number) =>
      at >= left && at <= right && level.every((other) => Math.abs(other.x - at) >= APART - 0.1);
    const shift = SHIFTS.find((by) => isFree(x + by)) ?? 0;
    placed.push({ x: x + shift, y });
    return shift;
  });
}

/** 0, 10, -10, 20, ... */
const SHIFTS = [
  0,
  ...Array.from({ length: FURTHEST / APART }, (_, index) => APART * (index + 1)).flatMap((by) => [by, -by]),
];
