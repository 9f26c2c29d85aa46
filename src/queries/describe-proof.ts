import type { TranscriptSource } from '#domain/episode.ts';
import { modelName } from '#domain/model-name.ts';
import { writeDay } from '../write-times.ts';
import type { PublishedInsight } from './archive.ts';

const TRANSCRIPTS: Record<TranscriptSource['type'], string> = {
  json: 'JSON transcript',
  vtt: 'WebVTT transcript',
  srt: 'SRT transcript',
  html: 'HTML transcript',
  text: 'plain-text transcript',
  speech: 'transcript',
};

/** What made an insight and what it was held against, in sentences. */
export function describeProof(insight: PublishedInsight): string[] {
  const { engine, episode, addedAt } = insight;
  const transcript = episode.transcript ? TRANSCRIPTS[episode.transcript.type] : 'transcript';
  const by = [engine.model && modelName(engine.model), engine.prompt && `prompt ${engine.prompt}`]
    .filter(Boolean)
    .join(', ');
  return [
    `Proposed by the ${engine.name} engine${by && ` (${by})`}, added on ${writeDay(addedAt)}.`,
    `Its quote was found word for word in the ${transcript} of the episode${heardBy(episode.transcript)}.`,
    describeTimes(insight),
  ];
}

/** A machine may mis-hear, and readers should know that one listened. */
function heardBy(source: TranscriptSource | undefined): string {
  if (source?.type !== 'speech') return '';
  const by = source.model && modelName(source.model);
  return `, which speech recognition made of its audio${by ? ` (${by})` : ''}`;
}

function describeTimes({ passage }: PublishedInsight): string {
  if (!passage) return 'The transcript has no times.';
  return passage.approximate
    ? 'The transcript gives a time only now and then; that of the quote is worked out between them.'
    : 'The times are those of the transcript.';
}
