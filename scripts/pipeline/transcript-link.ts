import type { TranscriptSource } from '#domain/episode.ts';
import type { TranscriptLink } from '../ports.ts';

/** The link under which a transcript was read, as far as its record tells. */
export const linkTo = ({ from: url, type }: TranscriptSource): TranscriptLink =>
  type === 'speech' ? { url, heard: true } : { url, type: MEDIA_TYPES[type] };

/** What the feed declared, which the type on record agreed with, is not kept. */
const MEDIA_TYPES = {
  json: 'application/json',
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  html: 'text/html',
  text: 'text/plain',
};
