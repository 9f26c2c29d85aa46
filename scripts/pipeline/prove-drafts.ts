import type { Glossary } from '#domain/glossary.ts';
import { Claim, LIMITS, Quote, type Figure } from '#domain/insight.ts';
import { indexTranscript, locateQuote, type QuotePlace, type TranscriptIndex } from '#domain/locate-quote.ts';
import { wordsOf } from '#domain/words.ts';
import type { Draft, Reading } from '../ports.ts';
import { unprovenNames, unprovenNumbers } from './evidence.ts';

/** A draft whose every word of proof was found in the transcript. */
export interface ProvenDraft {
  draft: Draft;
  quote: Quote;
  place: QuotePlace;
}
export interface Proof {
  proven: ProvenDraft[];
  /** Reasons of those that failed, one for each. */
  dropped: string[];
}

/** Keeps the drafts whose quote is in the transcript word for word and whose claim says no number or name that the evidence does not. */
export function proveDrafts(drafts: readonly Draft[], reading: Reading): Proof {
  const index = indexTranscript(reading.transcript);
  const metadata = metadataOf(reading);
  const results = drafts.map((draft) => proveDraft(draft, { index, metadata, glossary: reading.glossary }));
  return {
    proven: results.filter((result) => typeof result !== 'string'),
    dropped: results.filter((result) => typeof result === 'string'),
  };
}

function proveDraft(
  draft: Draft,
  evidence: { index: TranscriptIndex; metadata: string; glossary: Glossary },
): ProvenDraft | string {
  const { index, metadata, glossary } = evidence;
  const place = locateQuote(index, draft.quote, draft.nearWord);
  if (!place) return 'quote not in the transcript';
  const { text, startMs, endMs, approximate } = place;
  const quote = Quote.safeParse({ text, startMs, endMs, approximate });
  if (!quote.success) return 'quote too short or too long';
  if (!Claim.safeParse(draft.claim).success) return 'claim too short or too long';
  if (draft.title.trim().length === 0 || draft.title.length > LIMITS.titleCharacters)
    return 'title missing or too long';
  const said = `${text}\n${metadata}`;
  for (const statement of [draft.title, draft.claim]) {
    if (unprovenNumbers(statement, said).length > 0) return 'number not in the evidence';
    if (unprovenNames(statement, said, glossary).length > 0) return 'name not in the evidence';
  }
  const figures = draft.figures?.filter((figure) => isSaid(figure, text));
  return { draft: { ...draft, ...(figures && { figures }) }, quote: quote.data, place };
}

/** A figure is a run of the quote's own words, and its value is among them. */
const isSaid = ({ text, value }: Figure, quote: string) =>
  ` ${wordsOf(quote).join(' ')} `.includes(` ${wordsOf(text).join(' ')} `) &&
  unprovenNumbers(String(value), text).length === 0;

/** What the feed says of the episode; addresses, time stamps and the day of publication prove no number. */
function metadataOf({ episode, show }: Reading): string {
  const { title, description = '', publishedAt, people } = episode;
  const prose = description.replace(/https?:\S+|\d+(?::\d\d)+/g, ' ');
  return [show.title, title, prose, publishedAt.slice(0, 4), ...people.map(({ name }) => name)].join('\n');
}
