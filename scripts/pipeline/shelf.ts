import type { Episode } from '#domain/episode.ts';
import type { EpisodeId } from '#domain/ids.ts';
import type { Related } from '#domain/insight.ts';
import { cosine, runsOf, type Vector } from '#domain/similarity.ts';
import { wordsOf } from '#domain/words.ts';
import type { Embedder, PublishedInsight } from '../ports.ts';

/** What is published already, with what placing needs to know of each. It grows as insights are placed. */
export interface Shelf {
  ofEpisode(episode: EpisodeId): PublishedInsight[];
  /** The published insight that a passage repeats: the same words wherever they were said, or the same claim of the same episode. */
  findTwin(quote: string, vector: Vector, episode: EpisodeId): PublishedInsight | undefined;
  /** The nearest insights of other episodes, nearest first, no crowd from one episode or show. */
  findRelated(vector: Vector, episode: EpisodeId): Related[];
  add(published: PublishedInsight, show: string, vector: Vector): void;
}

/** A quote that shares this many of its runs with a published one is the same passage. */
const SAME_QUOTE = 0.5;
/** Two claims of one episode this alike say the same thing. */
const SAME_CLAIM = 0.88;
const RELATED = { least: 0.5, most: 10, perEpisode: 2, perShow: 3 };

/** What of an insight is embedded. */
export const textOf = (title: string, claim: string): string => `${title}. ${claim}`;

export async function createShelf(
  insights: readonly PublishedInsight[],
  episodes: readonly Episode[],
  embedder: Embedder,
): Promise<Shelf> {
  const showOf = new Map(episodes.map(({ id, show }) => [id, show]));
  const vectors = await embedder.embed(insights.map(({ insight, claim }) => textOf(insight.title, claim)));
  const shelf = emptyShelf();
  for (const [index, published] of insights.entries()) {
    shelf.add(published, showOf.get(published.insight.episode) ?? '', vectors[index] ?? new Float32Array());
  }
  return shelf;
}

function emptyShelf(): Shelf {
  const all: { published: PublishedInsight; show: string; vector: Vector }[] = [];
  const byEpisode = new Map<EpisodeId, typeof all>();
  const byRun = new Map<string, PublishedInsight>();
  return {
    ofEpisode: (episode) => (byEpisode.get(episode) ?? []).map(({ published }) => published),
    findTwin(quote, vector, episode) {
      const runs = runsOf(wordsOf(quote));
      const holders = Map.groupBy(runs, (run) => byRun.get(run));
      const [twin] = [...holders].find(([holder, shared]) => holder && shared.length >= runs.length * SAME_QUOTE) ?? [];
      const sameClaim = byEpisode.get(episode)?.find((other) => cosine(vector, other.vector) >= SAME_CLAIM);
      return twin ?? sameClaim?.published;
    },
    findRelated(vector, episode) {
      const near = all
        .filter(({ published: { insight } }) => insight.episode !== episode && !insight.withdrawn)
        .map((other) => ({ ...other, similarity: Math.min(1, Math.round(cosine(vector, other.vector) * 100) / 100) }))
        .filter(({ similarity }) => similarity >= RELATED.least)
        .toSorted((a, b) => b.similarity - a.similarity || a.published.id.localeCompare(b.published.id));
      return withoutCrowds(near).map(({ published, similarity }) => ({ id: published.id, similarity }));
    },
    add(published, show, vector) {
      const shelved = { published, show, vector };
      const { episode, quote } = published.insight;
      all.push(shelved);
      byEpisode.set(episode, [...(byEpisode.get(episode) ?? []), shelved]);
      for (const run of runsOf(wordsOf(quote.text))) if (!byRun.has(run)) byRun.set(run, published);
    },
  };
}

function withoutCrowds<T extends { published: PublishedInsight; show: string }>(near: readonly T[]): T[] {
  const chosen: T[] = [];
  const count = (is: (other: T) => boolean) => chosen.filter(is).length;
  for (const one of near) {
    if (chosen.length >= RELATED.most) break;
    const ofEpisode = count((other) => other.published.insight.episode === one.published.insight.episode);
    const ofShow = count((other) => other.show === one.show);
    if (ofEpisode < RELATED.perEpisode && ofShow < RELATED.perShow) chosen.push(one);
  }
  return chosen;
}
