import type { InsightId } from '#domain/ids.ts';
import type { Relation } from '#domain/insight.ts';
import type { PublishedInsight, StoredInsight } from './archive.ts';

/** One insight seen from another. */
export interface RelatedInsight {
  insight: PublishedInsight;
  relation?: Relation | undefined;
  similarity: number;
  /** Whether the other was said later; relations are stated by the later one. */
  later: boolean;
}

/** Relations as stated, from the later insight to the earlier, and the way back; strongest first. */
export function linkRelated(live: readonly StoredInsight[], byId: ReadonlyMap<InsightId, PublishedInsight>) {
  const links = new Map<InsightId, RelatedInsight[]>();
  const add = (from: InsightId, link: RelatedInsight) => {
    const own = links.get(from) ?? links.set(from, []).get(from)!;
    if (!own.some(({ insight }) => insight.id === link.insight.id)) own.push(link);
  };
  for (const { id, related } of live) {
    const self = byId.get(id)!;
    for (const { id: other, similarity, relation } of related) {
      const insight = byId.get(other);
      if (!insight || other === id) continue;
      add(id, { insight, relation, similarity, later: false });
      add(other, { insight: self, relation, similarity, later: true });
    }
  }
  for (const own of links.values())
    own.sort((a, b) => b.similarity - a.similarity || (a.insight.id < b.insight.id ? -1 : 1));
  return links;
}
