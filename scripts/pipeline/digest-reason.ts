import { addDays } from '#domain/day.ts';
import type { Day, EpisodeId, InsightId, ThemeId } from '#domain/ids.ts';
import type { Related } from '#domain/insight.ts';
import { isQuotation, wordsSaid } from '#domain/quotation.ts';
import type { PublishedInsight } from '../ports.ts';
import { WINDOW_DAYS } from './score-insight.ts';

/** What a reason may speak of beside the insight itself. */
export interface ReasonContext {
  /** All that is published, by id. */
  byId: ReadonlyMap<InsightId, PublishedInsight>;
  /** The insights that the day could have chosen from, best first. */
  candidates: readonly PublishedInsight[];
  /** Of the oldest insight, on which the knowledge base began. */
  firstDay: Day;
  titleOf: (theme: ThemeId) => string;
  /** Episodes whose words may not be told. */
  silent: ReadonlySet<EpisodeId>;
}

/** Why a digest has an insight, in words that are true and that a reader understands: the engine's, else the most telling thing known of it. */
export function reasonFor(published: PublishedInsight, context: ReasonContext): string {
  const { insight } = published;
  return (
    sayEngines(published, context) ??
    sayRelation('contradicts', 'Contradicts', published, context) ??
    (insight.related.some(({ same, id }) => same && context.byId.has(id)) ? 'Said on another show, too' : undefined) ??
    sayFigure(published, context) ??
    sayRelation('extends', 'Takes further', published, context) ??
    sayFirst(published, context) ??
    sayStanding(published, context)
  );
}

function sayRelation(
  relation: Related['relation'],
  words: string,
  { insight }: PublishedInsight,
  { byId }: ReasonContext,
): string | undefined {
  const earlier = insight.related.find((link) => link.relation === relation);
  const title = earlier && byId.get(earlier.id)?.insight.title;
  return title && `${words} “${title}”`;
}

function sayEngines({ insight }: PublishedInsight, { silent }: ReasonContext): string | undefined {
  const { reason, episode } = insight;
  return reason !== undefined && silent.has(episode) && isQuotation(reason, wordsSaid(insight)) ? undefined : reason;
}

const sayFigure = ({ insight }: PublishedInsight, { silent }: ReasonContext): string | undefined =>
  insight.figures[0] && !silent.has(insight.episode) ? `Puts a number on it: ${insight.figures[0].text}` : undefined;

/** Only where there are 90 days to look back on. */
function sayFirst({ insight }: PublishedInsight, { firstDay, byId }: ReasonContext): string | undefined {
  const from = addDays(insight.addedAt, -WINDOW_DAYS);
  const isRecent = ({ id }: Related) => (byId.get(id)?.insight.publishedAt ?? from) > from;
  return firstDay <= from && !insight.related.some(isRecent)
    ? `Nothing like it was published here in the last ${WINDOW_DAYS} days`
    : undefined;
}

/** Where it stands among the new ones of its theme, or among all. */
function sayStanding({ id, insight }: PublishedInsight, { candidates, titleOf }: ReasonContext): string {
  const [theme] = insight.themes;
  const rivals = candidates.filter((other) => other.insight.themes[0] === theme);
  const on = theme ? ` on ${titleOf(theme).toLowerCase()}` : '';
  if (rivals.length === 1) return `The only new insight${on}`;
  return rivals[0]?.id === id
    ? `The strongest of ${rivals.length} new insights${on}`
    : `Among the strongest new insights${on}`;
}
