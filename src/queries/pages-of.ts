/** One page of a long list. */
export interface Page<T> {
  items: readonly T[];
  /** Counts from 1. */
  number: number;
  total: number;
  newerUrl?: string | undefined;
  olderUrl?: string | undefined;
  /** Of the first and the last page, where they are farther than the next. */
  firstUrl?: string | undefined;
  lastUrl?: string | undefined;
}

/** Cuts a list into pages of `size`; an empty list is one empty page. `urlOf` gives the address of a page by its number. */
export function pagesOf<T>(items: readonly T[], size: number, urlOf: (number: number) => string): Page<T>[] {
  const total = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: total }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    total,
    newerUrl: index > 0 ? urlOf(index) : undefined,
    olderUrl: index + 1 < total ? urlOf(index + 2) : undefined,
    firstUrl: index > 1 ? urlOf(1) : undefined,
    lastUrl: index + 2 < total ? urlOf(total) : undefined,
  }));
}
