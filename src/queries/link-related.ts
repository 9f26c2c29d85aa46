import type { InsightId } from '#domain/ids.ts';
import type { Relation } from '#domain/insight.ts';
import { withoutCrowds } from '#domain/without-crowds.ts';
import type { PublishedInsight, StoredInsight } from './archive.ts';

/** One insight seen from another. */
export interface RelatedInsight {
  insight: PublishedInsight;
  relation?: Relation | undefined;
  /** It makes the same claim. */
  same: boolean;
  similarity: number;
  /** Whether the other was said later; relations are stated by the later one. */
  later: boolean;
}

/** What an insight is linked with, as far as it is shown. */
export interface RelatedInsights {
  /** Strongest first, without crowds. */
  links: readonly RelatedInsight[];
  /** How many there are with the crowds. */
  count: number;
  /** How many other shows make the same claim, also those that are in no link. */
  alsoSaidOn: number;
}

/** Relations as stated, from the later insight to the earlier, and the way back. */
export function linkRelated(
  live: readonly StoredInsight[],
  byId: ReadonlyMap<InsightId, PublishedInsight>,
): ReadonlyMap<InsightId, RelatedInsights> {
  const links = new Map<InsightId, RelatedInsight[]>();
  const add = (from: InsightId, link: RelatedInsight) => {
    const own = links.get(from) ?? links.set(from, []).get(from)!;
    if (!own.some(({ insight }) => insight.id === link.insight.id)) own.push(link);
  };
  for (const { id, related } of live) {
    const self = byId.get(id)!;
    for (const { id: other, similarity, relation, same = false } of related) {
      const insight = byId.get(other);
      if (!insight || other === id) continue;
      add(id, { insight, relation, similarity, same, later: false });
      add(other, { insight: self, relation, similarity, same, later: true });
    }
  }
  return new Map(
    [...links].map(([id, own]) => [
      id,
      { links: thin(own), count: own.length, alsoSaidOn: countShows(own, byId.get(id)) },
    ]),
  );
}

/** A contradiction comes before what is nearer, so that no crowd hides it. */
function thin(own: readonly RelatedInsight[]): RelatedInsight[] {
  const strongestFirst = own.toSorted(
    (a, b) => against(b) - against(a) || b.similarity - a.similarity || (a.insight.id < b.insight.id ? -1 : 1),
  );
  return withoutCrowds(strongestFirst, ({ insight }) => ({ episode: insight.episode.id, show: insight.show.id }));
}

const against = ({ relation }: RelatedInsight) => Number(relation === 'contradicts');

const countShows = (own: readonly RelatedInsight[], self: PublishedInsight | undefined): number =>
  new Set(own.filter(({ same }) => same).map(({ insight }) => insight.show.id)).difference(new Set([self?.show.id]))
    .size;
