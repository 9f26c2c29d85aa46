/** Sums, column by column, over any run of rows, from the sums of all that stand before (prefix sums). */
export function createRunSums(rows: readonly (readonly number[])[]): (first: number, end: number) => number[] {
  const before: number[][] = [rows[0]?.map(() => 0) ?? []];
  for (const row of rows) {
    const last = before.at(-1) ?? [];
    before.push(row.map((value, column) => value + (last[column] ?? 0)));
  }
  return (first, end) => subtract(before[end] ?? [], before[first] ?? []);
}

export const subtract = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((value, column) => value - (b[column] ?? 0));
