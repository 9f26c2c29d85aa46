import type { TranscriptSource } from '#domain/episode.ts';
import { afterComments } from '../after-comments.ts';

/** Of a file. */
export type TranscriptType = Exclude<TranscriptSource['type'], 'speech'>;
/** What the feed, the address and the host say about a file; all of them may lie. */
export interface Declared {
  /** Media type in the feed. */
  type?: string | undefined;
  /** Address or file name. */
  url: string;
  /** Content-Type of the answer. */
  contentType?: string | undefined;
}

const MEDIA_TYPES: [RegExp, TranscriptType][] = [
  [/vtt/, 'vtt'],
  [/srt|subrip/, 'srt'],
  [/json/, 'json'],
  [/html/, 'html'],
  [/text\/(plain|markdown)/, 'text'],
];
const ENDINGS: Record<string, TranscriptType> = {
  vtt: 'vtt',
  srt: 'srt',
  json: 'json',
  html: 'html',
  htm: 'html',
  txt: 'text',
};

/** The formats that feed and address name, else the one of the host, whose answer is often a blanket "text/plain". */
export function declaredTypes({ type, url, contentType }: Declared): TranscriptType[] {
  const ending = /\.(\w+)$/.exec(url.replace(/[?#].*$/s, ''))?.[1]?.toLowerCase() ?? '';
  const named = [typeOfMedia(type), ENDINGS[ending]].filter((known) => known !== undefined);
  return named.length > 0 ? named : [typeOfMedia(contentType)].filter((known) => known !== undefined);
}

const typeOfMedia = (media = '') => MEDIA_TYPES.find(([pattern]) => pattern.test(media.toLowerCase()))?.[1];

const STAMP = String.raw`(?:\d+:){0,2}\d+`;
const VTT_TIMES = new RegExp(String.raw`^[ \t]*${STAMP}(?:\.\d+)?\s*--?>`, 'm');
const SRT_TIMES = new RegExp(String.raw`^[ \t]*${STAMP},\d+\s*--?>`, 'm');
const PAGE =
  /^<(?:!doctype\s+html|\/?(?:html|head|body|main|article|section|div|p|cite|time|span|ul|ol|h[1-6]|title|meta|br)[\s>/])/i;

/** What a text is by its own looks. Everything that looks like nothing else is `text`. */
export function looksLike(text: string): TranscriptType {
  if (/^\s*WEBVTT/.test(text)) return 'vtt';
  if (/^\s*[{[]\s*["{\]}]/.test(text)) return 'json';
  if (PAGE.test(afterComments(text))) return 'html';
  if (SRT_TIMES.test(text)) return 'srt';
  return VTT_TIMES.test(text) ? 'vtt' : 'text';
}
