import type { Day, InsightId } from '#domain/ids.ts';
import type { Figure } from '#domain/insight.ts';
import type { Urls } from '../urls.ts';
import type { Archive, PublishedInsight } from './archive.ts';
import type { WithdrawnInsight } from './withhold.ts';
import { cardUrl } from './cards.ts';
import { citationsOf, type Citations } from './citations.ts';
import { describeProof } from './describe-proof.ts';
import { partsOf, type QuotePart } from './emphasis.ts';
import { lineOf, type InsightLine, type Link } from './insight-line.ts';
import type { RelatedInsight, RelatedInsights } from './link-related.ts';
import { clipOf, sourceOf, spanOf, type Clip, type SourceLink, type Span } from './passages.ts';
import { sayHow } from './say-how.ts';

export type InsightPage = { id: InsightId; url: string } & (
  { withdrawn: WithdrawnInsight } | { withdrawn?: undefined; insight: InsightView }
);

export interface InsightView extends InsightLine {
  claimHtml: string;
  /** Address of the picture for previews. */
  card: string;
  addedAt: Day;
  /** The speaker, as all pages name the person. */
  person?: string | undefined;
  quote?: string | undefined;
  /** The quote, with what leads in and out of the part that carries the claim apart. */
  quoteParts: readonly QuotePart[];
  clip?: Clip | undefined;
  source?: SourceLink | undefined;
  span?: Span | undefined;
  approximate: boolean;
  figures: readonly Figure[];
  /** What contradicts it most: a reader should not miss it. */
  against?: RelatedLine | undefined;
  /** The rest: other contradictions, then what agrees, extends, and is close. */
  related: readonly RelatedLine[];
  /** Other shows that make the same claim, by name, each with the address of the insight there. */
  alsoSaidOn: readonly Link[];
  proof: readonly string[];
  citations: Citations;
  /** As the world outside sees it. */
  absoluteUrl: string;
}
export interface RelatedLine {
  /** How it stands to this one, as a lead-in: "Contradicts", "Contradicted by". */
  how: string;
  /** Nothing is known to bind them but the matter. */
  isOnlyClose: boolean;
  line: InsightLine;
}

/** The addresses of all insights, also of the withdrawn: they stay. */
export const insightIds = ({ insights, withdrawn }: Archive): InsightId[] =>
  [...insights, ...withdrawn].map(({ id }) => id);

/** The page of one insight: made as it is asked for, since an archive of them fills the memory. Throws where there is none. */
export function insightPage(id: InsightId, archive: Archive, { urls, absolute }: Addresses): InsightPage {
  const url = urls.insight(id);
  const insight = archive.insight(id);
  if (insight) return { id, url, insight: viewOf(insight, { archive, urls, absoluteUrl: absolute(url) }) };
  const withdrawn = archive.withdrawnInsight(id);
  if (!withdrawn) throw new Error(`there is no insight "${id}"`);
  return { id, url, withdrawn };
}

interface Addresses {
  urls: Urls;
  absolute: (path: string) => string;
}

function viewOf(
  insight: PublishedInsight,
  { archive, urls, absoluteUrl }: { archive: Archive; urls: Urls; absoluteUrl: string },
): InsightView {
  const { claim, claimHtml, quote, figures, episode, passage, addedAt } = insight;
  return {
    ...lineOf(insight, urls),
    ...{ claimHtml, quote, figures, addedAt, person: insight.person?.name },
    card: cardUrl(insight, archive, urls),
    quoteParts: quote === undefined ? [] : partsOf(quote, claim),
    clip: clipOf(episode, passage),
    source: sourceOf(episode, passage),
    span: spanOf(episode, passage),
    approximate: passage?.approximate ?? false,
    ...relatedLines(archive.related(insight.id), urls),
    proof: describeProof(insight),
    citations: citationsOf(insight, absoluteUrl),
    absoluteUrl,
  };
}

function relatedLines(
  { links, alsoSaidOn }: RelatedInsights,
  urls: Urls,
): Pick<InsightView, 'against' | 'related' | 'alsoSaidOn'> {
  const lineFor = (related: RelatedInsight): RelatedLine => ({
    how: sayHow(related),
    isOnlyClose: !related.relation && !related.same,
    line: lineOf(related.insight, urls),
  });
  const against = links.find(({ relation }) => relation === 'contradicts');
  const rest = links.filter((it) => it !== against);
  const others = alsoSaidOn.map(({ id, show }) => ({ title: show.title, url: urls.insight(id) }));
  return { against: against && lineFor(against), related: rest.map(lineFor), alsoSaidOn: others };
}
