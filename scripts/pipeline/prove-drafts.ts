import { Quote } from '#domain/insight.ts';
import { indexTranscript, locateQuote, type QuotePlace, type TranscriptIndex } from '#domain/locate-quote.ts';
import { faultOfStatement } from '#domain/plain-statement.ts';
import { readableLine } from '#domain/readable-text.ts';
import { wordsOf } from '#domain/words.ts';
import type { Draft, Reading, Rejected } from '../ports.ts';
import { findFault, isProvenReason, type Evidence } from './find-fault.ts';
import { createIsOrdinary } from './ordinary-words.ts';
import { proveFigures } from './prove-figures.ts';

/** A draft whose every word of proof was found in the transcript. */
export interface ProvenDraft {
  draft: Draft;
  quote: Quote;
  place: QuotePlace;
}
export interface Proof {
  proven: ProvenDraft[];
  rejected: Rejected[];
}

/**
 * Keeps the drafts whose quote is in the transcript word for word and whose words say no number or name that the evidence
 * does not: the quote, its speaker, and what the feed says of the episode.
 */
export function proveDrafts(proposed: readonly Draft[], reading: Reading): Proof {
  const drafts = proposed.map(readableDraft);
  const { transcript, glossary, themes } = reading;
  const talk: TalkEvidence = {
    index: indexTranscript(transcript),
    metadata: metadataOf(reading),
    people: peopleText(reading),
    glossary,
    language: transcript.language,
    // Whoever writes a word in small letters somewhere takes it for no name: the speakers, the owner of the themes, the engine.
    isOrdinary: createIsOrdinary(
      [
        transcript.cues.map(({ text }) => text).join(' '),
        ...themes.map(({ definition }) => definition),
        ...drafts.flatMap(({ title, claim }) => [title, claim]),
      ],
      glossary,
    ),
  };
  const results = drafts.map((draft) => proveDraft(draft, talk));
  return {
    proven: results.filter((result) => 'place' in result),
    rejected: results.filter((result) => 'reason' in result),
  };
}

/** What an engine writes comes from outside as well: its words on one line each, and what says nothing left out. */
function readableDraft(draft: Draft): Draft {
  const { title, claim, quote, ...rest } = draft;
  const told = Object.entries(rest).map(([name, value]) => [
    name,
    typeof value === 'string' ? readableLine(value) : value,
  ]);
  return {
    title: readableLine(title),
    claim: readableLine(claim),
    quote: readableLine(quote),
    ...(Object.fromEntries(told.filter(([, value]) => value !== '')) as typeof rest),
  };
}

interface TalkEvidence extends Evidence {
  index: TranscriptIndex;
  /** Where the feed may name who speaks. */
  people: string;
}

function proveDraft(draft: Draft, talk: TalkEvidence): ProvenDraft | Rejected {
  const found = locateQuote(talk.index, draft.quote, draft.nearWord);
  if (!found) return { draft, reason: 'quote not in the transcript' };
  const place = { ...found, speaker: found.speaker ?? namedSpeaker(draft, talk) };
  const { text, startMs, endMs, approximate } = place;
  const quote = Quote.safeParse({ text, startMs, endMs, approximate });
  if (!quote.success) return { draft, reason: 'quote too short or too long' };
  const { translation } = draft;
  const translated = translation === undefined ? quote : Quote.safeParse({ ...quote.data, translation });
  if (!translated.success) return { draft, reason: 'translation too long' };
  const fault = findFault(draft, place, talk);
  if (fault) return { draft, ...fault };
  const figures = proveFigures(text, draft.figures);
  // Why it matters is no part of the proof: without proof it goes, and the draft stays.
  const reason = isProvenReason(draft.reason, place, talk) ? draft.reason : undefined;
  return { draft: { ...draft, reason, figures }, quote: translated.data, place };
}

/** The engine's word for who speaks, where the transcript does not say: only a full name that the feed gives for the episode. */
function namedSpeaker({ speaker = '' }: Draft, { people }: TalkEvidence): string | undefined {
  const words = wordsOf(speaker);
  const isGiven = words.length > 1 && ` ${wordsOf(people).join(' ')} `.includes(` ${words.join(' ')} `);
  return isGiven && speaker.length <= 120 && !faultOfStatement(speaker) ? speaker : undefined;
}

/** What the feed says of the episode; addresses, time stamps and the day of publication prove no number. */
function metadataOf({ episode, show }: Reading): string {
  const { title, description = '', publishedAt, people } = episode;
  const prose = description.replace(/https?:\S+|\d+(?::\d\d)+/g, ' ');
  return [show.title, title, prose, publishedAt.slice(0, 4), ...people.map(({ name }) => name)].join('\n');
}

const peopleText = ({ episode: { title, description = '', people } }: Reading): string =>
  [title, description, ...people.map(({ name }) => name)].join('\n');
