import type { ListedRecord } from './list-episodes.ts';

/** Without a date, the order of the feed must do: what is above the first known item is new; at first sight, the top item. */
export function whereUndatedIsNew(
  listed: readonly ListedRecord[],
  { since }: { since?: string | undefined },
): (position: number) => boolean {
  const fromTop = isNewestLast(listed)
    ? (position: number) => listed.length - 1 - position
    : (position: number) => position;
  const known = listed.flatMap(({ record }, position) => (record ? [fromTop(position)] : []));
  if (known.length === 0) return (position) => fromTop(position) === 0 || since !== undefined;
  const firstKnown = known.reduce((first, place) => Math.min(first, place));
  return (position) => fromTop(position) < firstKnown;
}

/** Some feeds begin with their oldest episode; where none has a date, the first number of the titles may tell. */
function isNewestLast(listed: readonly ListedRecord[]): boolean {
  const dates = listed.flatMap(({ item }) => item.publishedAt?.getTime() ?? []);
  const ranks = dates.length > 1 ? dates : listed.flatMap(({ item }) => Number(/\d+/.exec(item.title)?.[0] ?? NaN));
  const rises = ranks.filter((rank, index) => rank > ranks[index - 1]!).length;
  const falls = ranks.filter((rank, index) => rank < ranks[index - 1]!).length;
  return rises > falls;
}
