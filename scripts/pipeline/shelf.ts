import type { Episode } from '#domain/episode.ts';
import type { EpisodeId, InsightId } from '#domain/ids.ts';
import type { Quote, Related } from '#domain/insight.ts';
import { runsOf } from '#domain/similarity.ts';
import { withoutCrowds } from '#domain/without-crowds.ts';
import { wordsOf } from '#domain/words.ts';
import type { Embedder, PublishedInsight } from '../ports.ts';
import { compareClaims, type ComparableClaim, type Likeness } from './compare-claims.ts';
import { isSamePassage } from './same-passage.ts';

/** What is published already, with what placing needs to know of each. It grows as insights are placed. */
export interface Shelf {
  ofEpisode(episode: EpisodeId): PublishedInsight[];
  /** The published insight that a passage repeats: the same words wherever they were said, or the same claim in one of `episodes`. */
  findTwin(quote: Quote, claim: ComparableClaim, episodes: readonly EpisodeId[]): PublishedInsight | undefined;
  /** Insights of other episodes that are at least alike, nearest first; withdrawn ones are not among them. */
  findNear(claim: ComparableClaim, episode: EpisodeId): Neighbour[];
  add(published: PublishedInsight, claim: ComparableClaim, show: string): void;
  remove(id: InsightId): void;
}
export interface Neighbour extends Likeness {
  published: PublishedInsight;
  show: string;
}

/** A quote that shares this many of its runs with a published one is the same passage. */
const SAME_QUOTE = 0.5;

/** What of an insight is embedded, and compared. */
const textOf = (title: string, claim: string): string => `${title}. ${claim}`;

/** The claims of `insights`, ready to be compared. */
export async function toComparable(
  insights: readonly { title: string; claim: string }[],
  embedder: Embedder,
): Promise<ComparableClaim[]> {
  const texts = insights.map(({ title, claim }) => textOf(title, claim));
  const vectors = await embedder.embed(texts);
  return texts.map((text, index) => ({ text, vector: vectors[index] ?? new Float32Array() }));
}

export async function createShelf(
  insights: readonly PublishedInsight[],
  episodes: readonly Episode[],
  embedder: Embedder,
): Promise<Shelf> {
  const shelf = emptyShelf();
  const showOf = new Map(episodes.map(({ id, show }) => [id, show]));
  const claims = await toComparable(
    insights.map(({ insight: { title }, claim }) => ({ title, claim })),
    embedder,
  );
  for (const [index, published] of insights.entries())
    shelf.add(published, claims[index]!, showOf.get(published.insight.episode) ?? '');
  return shelf;
}

export function emptyShelf(): Shelf {
  const all = new Map<InsightId, { published: PublishedInsight; claim: ComparableClaim; show: string }>();
  const byEpisode = new Map<EpisodeId, Set<InsightId>>();
  const byRun = new Map<string, PublishedInsight>();
  // By id, and not in the order of adding, which a run that goes on from another does not know.
  const ofEpisode = (episode: EpisodeId) => [...(byEpisode.get(episode) ?? [])].toSorted().map((id) => all.get(id)!);
  return {
    ofEpisode: (episode) => ofEpisode(episode).map(({ published }) => published),
    findTwin(quote, claim, ofEpisodes) {
      const here = ofEpisodes.flatMap(ofEpisode);
      return (
        here.find(({ published }) => isSamePassage(quote, published))?.published ??
        findHolder(runsOf(wordsOf(quote.text)), byRun) ??
        here.find((other) => compareClaims(claim, other.claim).verdict === 'same')?.published
      );
    },
    findNear: (claim, episode) =>
      [...all.values()]
        .filter(({ published: { insight } }) => insight.episode !== episode && !insight.withdrawn)
        .map(({ published, show, claim: other }) => ({ published, show, ...compareClaims(claim, other) }))
        .filter(({ verdict }) => verdict !== 'unrelated')
        .toSorted((a, b) => b.similarity - a.similarity || a.published.id.localeCompare(b.published.id)),
    add(published, claim, show) {
      const { id, insight } = published;
      all.set(id, { published, claim, show });
      byEpisode.set(insight.episode, (byEpisode.get(insight.episode) ?? new Set()).add(id));
      for (const run of runsOf(wordsOf(insight.quote.text)))
        if (id < (byRun.get(run)?.id ?? '~')) byRun.set(run, published);
    },
    remove(id) {
      const gone = all.get(id)?.published;
      all.delete(id);
      byEpisode.get(gone?.insight.episode as EpisodeId)?.delete(id);
      for (const [run, holder] of byRun) if (holder === gone) byRun.delete(run);
    },
  };
}

/** The insight that holds enough of the runs of a quote. */
function findHolder(runs: readonly string[], byRun: ReadonlyMap<string, PublishedInsight>) {
  const holders = Map.groupBy(runs, (run) => byRun.get(run));
  return [...holders].find(([holder, shared]) => holder && shared.length >= runs.length * SAME_QUOTE)?.[0];
}

/** The links that are stored: the nearest, no crowd from one episode or show. */
export const toRelated = (near: readonly Neighbour[], show: string): Related[] =>
  withoutCrowds(near, ({ published, show }) => ({ episode: published.insight.episode, show })).map(
    ({ published, similarity, verdict, show: other }) => ({
      id: published.id,
      similarity,
      ...(verdict === 'same' && other !== show && { same: true as const }),
    }),
  );
