import type { TranscriptSource } from '#domain/episode.ts';
import { writeDay } from '../write-times.ts';
import type { PublishedInsight } from './archive.ts';

const TRANSCRIPTS: Record<TranscriptSource['type'], string> = {
  json: 'JSON transcript',
  vtt: 'WebVTT transcript',
  srt: 'SRT transcript',
  html: 'HTML transcript',
  text: 'plain-text transcript',
};

/** What made an insight and what it was held against, in sentences. */
export function describeProof(insight: PublishedInsight): string[] {
  const { engine, episode, addedAt } = insight;
  const transcript = episode.transcript ? TRANSCRIPTS[episode.transcript.type] : 'transcript';
  const by = [modelName(engine.model), engine.prompt && `prompt ${engine.prompt}`].filter(Boolean).join(', ');
  return [
    `Proposed by the ${engine.name} engine${by && ` (${by})`}, added on ${writeDay(addedAt)}.`,
    `Its quote was found word for word in the ${transcript} of the episode.`,
    describeTimes(insight),
  ];
}

/** Servers of one's own may name a model by its file: where it lies is nobody's business. */
export const modelName = (model: string | undefined): string | undefined =>
  model && /^(?:[/~.\\]|[a-z]:)/i.test(model) ? model.split(/[/\\]/).at(-1) : model;

function describeTimes({ passage }: PublishedInsight): string {
  if (!passage) return 'The transcript has no times.';
  return passage.approximate
    ? 'The transcript gives a time only now and then; that of the quote is worked out between them.'
    : 'The times are those of the transcript.';
}
