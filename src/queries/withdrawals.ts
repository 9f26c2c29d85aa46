import type { Digest } from '#domain/digest.ts';
import type { Day, InsightId } from '#domain/ids.ts';
import type { Figure } from '#domain/insight.ts';
import { isQuotation } from '#domain/quotation.ts';
import type { StoredInsight } from './archive.ts';

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

/** What may not be told of an insight: of an episode that may not be quoted, all that is on file of what was said in it. */
export interface Withheld {
  said: readonly string[];
  /** Those that stand in the speaker's words. */
  figures: readonly Figure[];
}

const TOLD_IN_ITS_WORDS = 'Its podcast does not let itself be quoted, and it was told in the podcast’s own words.';

/** Why an insight is not shown: a person withdrew it, or it tells what was `said` over again. */
export function withdrawalOf(
  { id, title, claim, withdrawn }: StoredInsight,
  said: readonly string[],
): WithdrawnInsight | undefined {
  if (withdrawn) return { id, ...withdrawn };
  return [title, claim].some((text) => isQuotation(text, said)) ? { id, reason: TOLD_IN_ITS_WORDS } : undefined;
}

/** A reason that names another insight, as the daily run writes it. */
const NAMES_ANOTHER = /^(?:Contradicts|Takes further) “(.*)”$/s;

/**
 * A digest without what may not be told, which was written down on its day: the title of an insight that was withdrawn since,
 * or had another one (it is in no `titles`), and words that may not be quoted.
 */
export const withoutWithheld = (
  { date, insights }: Digest,
  titles: ReadonlySet<string>,
  withheldFrom: (id: InsightId) => Withheld,
): ShownDigest => ({
  date,
  insights: insights.map(({ id, reason }) => {
    const another = NAMES_ANOTHER.exec(reason)?.[1];
    const { said, figures } = withheldFrom(id);
    const isWithheld =
      (another !== undefined && !titles.has(another)) ||
      figures.some(({ text }) => reason.includes(text)) ||
      isQuotation(reason, said);
    return { id, reason: isWithheld ? undefined : reason };
  }),
});
