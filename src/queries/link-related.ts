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
  /** Whether the other was said later. */
  later: boolean;
  /** Whether the other states the relation, of this one: "extends" then means that the other extends this. */
  statedThere: boolean;
}

/** What an insight is linked with, as far as it is shown. */
export interface RelatedInsights {
  /** Contradictions, then what agrees, extends, and is only similar; of each the strongest first, without crowds. */
  links: readonly RelatedInsight[];
  /** How many there are with the crowds. */
  count: number;
  /** Of every other show that makes the same claim, the insight that is nearest, also where it is in no link. */
  alsoSaidOn: readonly PublishedInsight[];
}

/** Relations as stated, from the insight that was added later to the earlier, and the way back. */
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
      const isOlder = insight.publishedAt <= self.publishedAt;
      add(id, { insight, relation, similarity, same, later: !isOlder, statedThere: false });
      add(other, { insight: self, relation, similarity, same, later: isOlder, statedThere: true });
    }
  }
  return new Map(
    [...links].map(([id, own]) => [
      id,
      { links: thin(own), count: own.length, alsoSaidOn: onOtherShows(own, byId.get(id)) },
    ]),
  );
}

/** Whatever is known to bear on it comes before what is only near, so that no crowd hides a contradiction. */
function thin(own: readonly RelatedInsight[]): RelatedInsight[] {
  const strongestFirst = own.toSorted((a, b) => rankOf(a) - rankOf(b) || nearestFirst(a, b));
  return withoutCrowds(strongestFirst, ({ insight }) => ({ episode: insight.episode.id, show: insight.show.id }));
}

function onOtherShows(own: readonly RelatedInsight[], self: PublishedInsight | undefined): PublishedInsight[] {
  const others = own.filter(({ same, insight }) => same && insight.show.id !== self?.show.id).toSorted(nearestFirst);
  const byShow = Map.groupBy(others, ({ insight }) => insight.show.id);
  return [...byShow.values()].map(([nearest]) => nearest!.insight);
}

const RANKS: Record<Relation, number> = { contradicts: 0, agrees: 1, extends: 2 };
const SIMILAR = 3;
const rankOf = ({ relation, same }: RelatedInsight) => (relation ? RANKS[relation] : same ? RANKS.agrees : SIMILAR);

const nearestFirst = (a: RelatedInsight, b: RelatedInsight) =>
  b.similarity - a.similarity || (a.insight.id < b.insight.id ? -1 : 1);
