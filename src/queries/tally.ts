/** Something, and how often it was met. */
export interface Tally<T> {
  item: T;
  count: number;
}

/** Counts things by their ids: most frequent first, and among equals by id. */
export function tally<T extends { id: string }>(items: readonly T[]): Tally<T>[] {
  return [...Map.groupBy(items, ({ id }) => id)]
    .map(([id, group]) => ({ id, item: group[0]!, count: group.length }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    .map(({ item, count }) => ({ item, count }));
}
