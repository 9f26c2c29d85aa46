import type { Episode } from '#domain/episode.ts';
import { shareOfRuns } from '#domain/similarity.ts';
import { wordsOf } from '#domain/words.ts';
import { findTranscript, type TranscriptPorts } from './find-transcript.ts';
import type { ProvenDraft } from './prove-drafts.ts';
import type { Candidate } from './find-candidates.ts';
import { linkTo } from './transcript-link.ts';

/** A quote that shares this many of its runs of words with a talk was said there. */
const SAID = 0.5;

/** Keeps what an earlier talk does not say too, as far as its transcript can still be had. */
export async function dropRepeated(
  proven: readonly ProvenDraft[],
  original: Episode,
  { show, ports }: { show: Candidate['show']; ports: TranscriptPorts },
): Promise<ProvenDraft[]> {
  const transcripts = original.transcript ? [linkTo(original.transcript)] : [];
  // Nobody listens again for this.
  const reading = { ...ports, transcriber: undefined };
  const found = await findTranscript({ show, episode: original, transcripts, isNew: false }, reading);
  if ('waiting' in found) return [...proven];
  const said = wordsOf(found.transcript.cues.map(({ text }) => text).join('\n'));
  return proven.filter(({ quote }) => shareOfRuns(wordsOf(quote.text), said) < SAID);
}
