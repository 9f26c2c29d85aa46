/** How many related insights are shown with one: 10, no more than 2 of an episode and 3 of a show. */
const MOST = { all: 10, ofEpisode: 2, ofShow: 3 };

/** The first of `nearestFirst` that make no crowd, in their order. */
export function withoutCrowds<T>(
  nearestFirst: readonly T[],
  sourceOf: (one: T) => { episode: string; show: string },
): T[] {
  const chosen: T[] = [];
  const count = (field: 'episode' | 'show', value: string) =>
    chosen.filter((other) => sourceOf(other)[field] === value).length;
  for (const one of nearestFirst) {
    if (chosen.length >= MOST.all) break;
    const { episode, show } = sourceOf(one);
    if (count('episode', episode) < MOST.ofEpisode && count('show', show) < MOST.ofShow) chosen.push(one);
  }
  return chosen;
}
