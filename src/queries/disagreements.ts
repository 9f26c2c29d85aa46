import type { InsightId } from '#domain/ids.ts';
import type { Urls } from '../urls.ts';
import type { Archive, PublishedInsight } from './archive.ts';
import { lineOf, type InsightLine } from './insight-line.ts';

/** Two insights, of which the second contradicts the first. */
export interface Disagreement {
  said: InsightLine;
  against: InsightLine;
}

/** The first `most` pairs in which one of `insights` contradicts another insight, or is contradicted; each pair once. */
export function disagreements(
  insights: readonly PublishedInsight[],
  most: number,
  { archive, urls }: { archive: Archive; urls: Urls },
): Disagreement[] {
  const pairs = new Map<string, [PublishedInsight, PublishedInsight]>();
  for (const insight of insights) {
    for (const { insight: other, relation, statedThere } of archive.related(insight.id).links) {
      if (pairs.size === most) break;
      const key = keyOf(insight.id, other.id);
      if (relation === 'contradicts' && !pairs.has(key))
        pairs.set(key, statedThere ? [insight, other] : [other, insight]);
    }
  }
  return [...pairs.values()].map(([said, against]) => ({ said: lineOf(said, urls), against: lineOf(against, urls) }));
}

const keyOf = (...ids: InsightId[]) => ids.toSorted().join(' ');
