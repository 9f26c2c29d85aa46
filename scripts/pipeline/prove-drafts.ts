import type { Glossary } from '#domain/glossary.ts';
import { Claim, LIMITS, Quote } from '#domain/insight.ts';
import { indexTranscript, locateQuote, type QuotePlace, type TranscriptIndex } from '#domain/locate-quote.ts';
import { withoutSoundMarks } from '#domain/words.ts';
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
  const { startMs, endMs, approximate } = place;
  const quote = Quote.safeParse({ text: withoutSoundMarks(draft.quote), startMs, endMs, approximate });
  if (!quote.success) return 'quote too short or too long';
  if (!Claim.safeParse(draft.claim).success) return 'claim too short or too long';
  if (draft.title.trim().length === 0 || draft.title.length > LIMITS.titleCharacters)
    return 'title missing or too long';
  const said = `${draft.quote}\n${metadata}`;
  for (const statement of [draft.title, draft.claim]) {
    if (unprovenNumbers(statement, said).length > 0) return 'number not in the evidence';
    if (unprovenNames(statement, said, glossary).length > 0) return 'name not in the evidence';
  }
  return { draft, quote: quote.data, place };
}

const metadataOf = ({ episode, show }: Reading) =>
  [show.title, episode.title, episode.description, episode.publishedAt, ...episode.people.map(({ name }) => name)]
    .filter(Boolean)
    .join('\n');
