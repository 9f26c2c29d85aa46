import type { Digest } from '#domain/digest.ts';
import type { Day, EpisodeId, InsightId } from '#domain/ids.ts';
import type { Figure } from '#domain/insight.ts';
import { isQuotation, wordsSaid } from '#domain/quotation.ts';
import type { StoredInsight } from './archive.ts';
import { inOurWords } from './said-figures.ts';

/** What is left of an insight that is no longer shown: its address, which says why. */
export interface WithdrawnInsight {
  id: InsightId;
  /** Absent where it goes with the quotes of its show. */
  date?: Day | undefined;
  reason: string;
}

/** A day's best. A reason is absent where it says what may no longer be said. */
export interface ShownDigest {
  date: Day;
  insights: readonly { id: InsightId; reason?: string | undefined }[];
}

/** What of the content is on file and not shown. */
export interface Withholding {
  /** Those that a person withdrew, and those that tell over again what may not be quoted. */
  withdrawn: readonly WithdrawnInsight[];
  /** Whether no word that was said in an episode is shown. */
  isSilent: (episode: EpisodeId) => boolean;
  /**
   * A digest without what may not be told, which was written down on its day: the title of an insight that was withdrawn since,
   * or has another one by now (it is in no `titles`), and words that may not be quoted.
   */
  withoutWithheld: (digest: Digest, titles: ReadonlySet<string>) => ShownDigest;
}

const TOLD_IN_ITS_WORDS = 'Its podcast does not let itself be quoted, and it was told in the podcast’s own words.';
/** A reason that names another insight, as the daily run writes it. */
const NAMES_ANOTHER = /^(?:Contradicts|Takes further) “(.*)”$/s;

/** Finds what is not shown, given of which episodes words may be. */
export function withhold(insights: readonly StoredInsight[], mayQuote: (episode: EpisodeId) => boolean): Withholding {
  const silent = insights.filter(({ episode }) => !mayQuote(episode));
  const saidIn = new Map(
    [...Map.groupBy(silent, ({ episode }) => episode)].map(([id, own]) => [id, own.flatMap(wordsSaid)]),
  );
  const silentById = new Map(silent.map((insight) => [insight.id, insight]));

  const isToldOver = ({ title, claim, episode }: StoredInsight) =>
    [title, claim].some((text) => isQuotation(text, saidIn.get(episode) ?? []));

  const saysSaid = (reason: string, { episode, figures }: StoredInsight) =>
    isQuotation(reason, saidIn.get(episode) ?? []) || spoken(figures).some((text) => reason.includes(text));

  return {
    withdrawn: insights.flatMap((insight) => {
      const { id, withdrawn } = insight;
      if (withdrawn) return { id, ...withdrawn };
      return isToldOver(insight) ? { id, reason: TOLD_IN_ITS_WORDS } : [];
    }),
    isSilent: (episode) => saidIn.has(episode),
    withoutWithheld: ({ date, insights: chosen }, titles) => ({
      date,
      insights: chosen.map(({ id, reason }) => {
        const another = NAMES_ANOTHER.exec(reason)?.[1];
        const insight = silentById.get(id);
        const isGone = another !== undefined && !titles.has(another);
        return { id, reason: isGone || (insight && saysSaid(reason, insight)) ? undefined : reason };
      }),
    }),
  };
}

/** What figures say in the speaker's words, and not as we would write them. */
function spoken(figures: readonly Figure[]): string[] {
  const ours = new Set(inOurWords(figures).map(({ text }) => text));
  return figures.flatMap(({ text }) => (ours.has(text) ? [] : [text]));
}
