import type { InsightId } from '#domain/ids.ts';
import type { Related } from '#domain/insight.ts';
import type { Archive, InsightEngine, PublishedInsight, Usage } from '../ports.ts';

/** Of the links of an insight, so many are worth asking how they bear on it. */
const ASKED = 3;

/** Has the engine say how each new insight bears on the nearest earlier ones; where it cannot, they stay as they are. */
export async function relateInsights(
  placed: readonly PublishedInsight[],
  archive: Pick<Archive, 'insights'>,
  engine: Pick<InsightEngine, 'relate'>,
): Promise<{ related: PublishedInsight[]; usage?: Usage | undefined }> {
  const linked = placed.filter(({ insight }) => insight.related.length > 0);
  if (!engine.relate || linked.length === 0) return { related: [...placed] };
  const claimOf = new Map(archive.insights.map(({ id, claim }) => [id, claim]));
  const comparisons = linked.map(({ claim, insight }) => ({
    claim,
    earlier: insight.related.slice(0, ASKED).map(({ id }) => ({ id, claim: claimOf.get(id) ?? '' })),
  }));
  const { relations, usage } = await engine.relate(comparisons);
  return {
    related: placed.map((published) => withRelations(published, relations[linked.indexOf(published)] ?? new Map())),
    usage,
  };
}

const withRelations = (
  published: PublishedInsight,
  relations: ReadonlyMap<InsightId, Related['relation']>,
): PublishedInsight => ({
  ...published,
  insight: {
    ...published.insight,
    related: published.insight.related.map((link) => withRelation(link, relations.get(link.id))),
  },
});

/** What is contradicted or taken further is not the same claim. */
export function withRelation({ same, ...link }: Related, relation: Related['relation']): Related {
  const isSame = same && (relation === undefined || relation === 'agrees');
  return { ...link, ...(relation && { relation }), ...(isSame && { same }) };
}
