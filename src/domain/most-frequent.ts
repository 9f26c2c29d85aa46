/** The value that is there most often; of several, the first. `undefined` of none. */
export function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = [...Map.groupBy(values, (value) => value).values()];
  return counts.reduce<T[]>((most, same) => (same.length > most.length ? same : most), [])[0];
}
