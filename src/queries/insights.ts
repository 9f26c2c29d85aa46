import type { TranscriptSource } from '#domain/episode.ts';
import type { Day, InsightId } from '#domain/ids.ts';
import type { Figure } from '#domain/insight.ts';
import type { Urls } from '../urls.ts';
import type { Archive, PublishedInsight, WithdrawnInsight } from './archive.ts';
import { cardUrls } from './cards.ts';
import { lineOf, type InsightLine } from './insight-line.ts';
import type { RelatedInsight, RelatedInsights } from './link-related.ts';
import { clipOf, sourceOf, spanOf, type Clip, type SourceLink, type Span } from './passages.ts';

export type InsightPage = { id: InsightId; url: string } & (
  { withdrawn: WithdrawnInsight } | { withdrawn?: undefined; insight: InsightView }
);

export interface InsightView extends InsightLine {
  claimHtml: string;
  /** Address of the picture for previews. */
  card: string;
  addedAt: Day;
  quote?: string | undefined;
  clip?: Clip | undefined;
  source?: SourceLink | undefined;
  span?: Span | undefined;
  approximate: boolean;
  figures: readonly Figure[];
  /** What contradicts it most: a reader should not miss it. */
  against?: RelatedLine | undefined;
  /** The rest. */
  related: readonly RelatedLine[];
  /** "Also said on 3 shows", where others make the same claim. */
  alsoSaid?: string | undefined;
  proof: string;
}
export interface RelatedLine {
  /** How it stands to this one, as a lead-in: "Contradicts", "Contradicted by". */
  how: string;
  line: InsightLine;
}

/** A page for every insight, also for the withdrawn: their addresses stay. */
export function insightPages(archive: Archive, urls: Urls): InsightPage[] {
  const cardOf = cardUrls(archive, urls);
  return [
    ...archive.insights.map((insight) => ({
      id: insight.id,
      url: urls.insight(insight.id),
      insight: { ...viewOf(insight, archive, urls), card: cardOf(insight) },
    })),
    ...archive.withdrawn.map((withdrawn) => ({ id: withdrawn.id, url: urls.insight(withdrawn.id), withdrawn })),
  ];
}

function viewOf(insight: PublishedInsight, archive: Archive, urls: Urls): Omit<InsightView, 'card'> {
  const { claimHtml, quote, figures, episode, passage, addedAt } = insight;
  return {
    ...lineOf(insight, urls),
    ...{ claimHtml, quote, figures, addedAt },
    clip: clipOf(episode, passage),
    source: sourceOf(episode, passage),
    span: spanOf(episode, passage),
    approximate: passage?.approximate ?? false,
    ...relatedLines(archive.related(insight.id), urls),
    proof: describeProof(insight),
  };
}

function relatedLines(
  { links, alsoSaidOn }: RelatedInsights,
  urls: Urls,
): Pick<InsightView, 'against' | 'related' | 'alsoSaid'> {
  const lineFor = ({ insight, relation, same, later }: RelatedInsight): RelatedLine => ({
    how: HOW[relation ?? (same ? 'same' : 'similar')][later ? 'later' : 'earlier'],
    line: lineOf(insight, urls),
  });
  const against = links.find(({ relation }) => relation === 'contradicts');
  const rest = links.filter((it) => it !== against);
  const alsoSaid = alsoSaidOn > 0 ? `Also said on ${alsoSaidOn} ${alsoSaidOn === 1 ? 'show' : 'shows'}` : undefined;
  return { against: against && lineFor(against), related: rest.map(lineFor), alsoSaid };
}

const HOW = {
  agrees: { earlier: 'Agrees with', later: 'Agreed with by' },
  contradicts: { earlier: 'Contradicts', later: 'Contradicted by' },
  extends: { earlier: 'Extends', later: 'Extended by' },
  same: { earlier: 'Says the same as', later: 'Said again by' },
  similar: { earlier: 'Close to', later: 'Close to' },
} as const;

const TRANSCRIPTS: Record<TranscriptSource['type'], string> = {
  json: 'JSON transcript',
  vtt: 'WebVTT transcript',
  srt: 'SRT transcript',
  html: 'HTML transcript',
  text: 'plain-text transcript',
};

/** One sentence on what made this insight, and what it was held against. */
function describeProof({ engine, episode }: PublishedInsight): string {
  const transcript = episode.transcript ? TRANSCRIPTS[episode.transcript.type] : 'transcript';
  const maker = engine.model ? `${engine.name} engine (${engine.model})` : `${engine.name} engine`;
  return `Proposed by the ${maker}; its quote was found word for word in the ${transcript} of the episode.`;
}
