import type { Day, InsightId } from '#domain/ids.ts';
import { isQuotation } from '#domain/quotation.ts';
import type { StoredInsight } from './archive.ts';

/** What is left of an insight that is no longer shown: its address, which says why. */
export interface WithdrawnInsight {
  id: InsightId;
  /** Absent where it goes with the quotes of its show. */
  date?: Day | undefined;
  reason: string;
}

const TOLD_IN_ITS_WORDS = 'Its podcast does not let itself be quoted, and it was told in the podcast’s own words.';

/** Why an insight is not shown: a person withdrew it, or it tells the quote over again where that may not be shown. */
export function withdrawalOf(
  { id, title, claim, quote, withdrawn }: StoredInsight,
  mayQuote: boolean,
): WithdrawnInsight | undefined {
  if (withdrawn) return { id, ...withdrawn };
  const isTold = !mayQuote && [title, claim].some((text) => isQuotation(text, quote.text));
  return isTold ? { id, reason: TOLD_IN_ITS_WORDS } : undefined;
}
