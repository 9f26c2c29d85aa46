import type { Day, InsightId } from '#domain/ids.ts';
import type { Figure } from '#domain/insight.ts';
import type { Urls } from '../urls.ts';
import type { Archive, PublishedInsight, WithdrawnInsight } from './archive.ts';
import { cardUrls } from './cards.ts';
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
  line: InsightLine;
}

/** A page for every insight, also for the withdrawn: their addresses stay. */
export function insightPages(archive: Archive, urls: Urls, absolute: (path: string) => string): InsightPage[] {
  const cardOf = cardUrls(archive, urls);
  return [
    ...archive.insights.map((insight) => {
      const url = urls.insight(insight.id);
      const view = viewOf(insight, { archive, urls, absoluteUrl: absolute(url) });
      return { id: insight.id, url, insight: { ...view, card: cardOf(insight) } };
    }),
    ...archive.withdrawn.map((withdrawn) => ({ id: withdrawn.id, url: urls.insight(withdrawn.id), withdrawn })),
  ];
}

function viewOf(
  insight: PublishedInsight,
  { archive, urls, absoluteUrl }: { archive: Archive; urls: Urls; absoluteUrl: string },
): Omit<InsightView, 'card'> {
  const { claim, claimHtml, quote, figures, episode, passage, addedAt } = insight;
  return {
    ...lineOf(insight, urls),
    ...{ claimHtml, quote, figures, addedAt, person: insight.person?.name },
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
    line: lineOf(related.insight, urls),
  });
  const against = links.find(({ relation }) => relation === 'contradicts');
  const rest = links.filter((it) => it !== against);
  const others = alsoSaidOn.map(({ id, show }) => ({ title: show.title, url: urls.insight(id) }));
  return { against: against && lineFor(against), related: rest.map(lineFor), alsoSaidOn: others };
}
