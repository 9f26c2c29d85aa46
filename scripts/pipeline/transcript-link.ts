import type { TranscriptSource } from '#domain/episode.ts';
import type { TranscriptLink } from '../ports.ts';

/** The link under which a transcript was read, as far as its record tells. */
export const linkTo = ({ from, type }: TranscriptSource): TranscriptLink =>
  type === 'speech' ? { url: from, heard: true } : { url: from, type: type === 'text' ? 'text/plain' : `text/${type}` };
