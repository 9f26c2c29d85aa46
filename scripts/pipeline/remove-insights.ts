import { checksumOf } from '#domain/insight.ts';
import type { Archive, ContentStore, PublishedInsight } from '../ports.ts';

/**
 * Whether a new reading may take an insight away: not what was withdrawn, not what was in a digest, which readers were sent, and
 * not what a person edited. Older files do not tell that of their words, so theirs stay.
 */
export function createMayRemove({ digests }: Pick<Archive, 'digests'>): (published: PublishedInsight) => boolean {
  const sent = new Set(digests.flatMap(({ insights }) => insights.map(({ id }) => id)));
  return ({ id, insight, claim }) =>
    !insight.withdrawn && !sent.has(id) && insight.checksum === checksumOf(insight, claim);
}

/** Removes insights, and the links that other insights have to them. */
export async function removeInsights(
  removed: readonly PublishedInsight[],
  archive: Archive,
  content: ContentStore,
): Promise<void> {
  const gone = new Set(removed.map(({ id }) => id));
  archive.insights = archive.insights.filter(({ id }) => !gone.has(id));
  for (const { id, insight } of archive.insights) {
    const related = insight.related.filter((link) => !gone.has(link.id));
    if (related.length === insight.related.length) continue;
    insight.related = related;
    await content.savePlacing(id, insight);
  }
  // After the links: a run that is cut short leaves none that lead nowhere.
  for (const id of gone) await content.removeInsight(id);
}
