import { wordsOf } from '#domain/words.ts';
import type { Cue, Transcript } from '#domain/transcript.ts';
import { decodeText } from '../decode-text.ts';
import { repairDoubleEncoding } from '../repair-double-encoding.ts';
import { cleanCues } from './clean-cues.ts';
import { declaredTypes, looksLike, type Declared, type TranscriptType } from './detect-type.ts';
import { languageOf } from './language-of.ts';
import { parseHtml } from './parse-html.ts';
import { parsePodcastJson } from './parse-podcast-json.ts';
import { parseSrt } from './parse-srt.ts';
import { parseText } from './parse-text.ts';
import { parseVtt } from './parse-vtt.ts';
import {
  refuseDamaged,
  refuseEndless,
  refuseEndlessWord,
  refuseErrorText,
  refuseHuge,
  refuseMismatch,
  refuseNoSpeech,
  refuseNoTranscript,
} from './refusals.ts';

const PARSERS: Record<TranscriptType, (text: string) => Cue[]> = {
  vtt: parseVtt,
  srt: parseSrt,
  json: parsePodcastJson,
  html: parseHtml,
  text: parseText,
};

/**
 * Reads a transcript of any format: what it is, is told from its content, which must agree with what was declared.
 * Throws an `ItemError`, without the address, for what is empty, binary, an error page, or has no speech in it.
 */
export function parseTranscript(
  body: Uint8Array,
  declared: Declared,
): { transcript: Transcript; type: TranscriptType } {
  const text = withPlainLineEnds(repairDoubleEncoding(decodeText(body, declared.contentType)));
  refuseNoTranscript(text);
  refuseDamaged(text);
  const type = looksLike(text);
  refuseMismatch(type, declaredTypes(declared));
  refuseHuge(text, type);
  const raw = PARSERS[type](text);
  refuseEndless(raw);
  const cues = cleanCues(raw);
  let words = 0;
  for (const { text } of cues) {
    const said = wordsOf(text);
    refuseEndlessWord(said);
    words += said.length;
  }
  if (words === 0) refuseNoSpeech(type);
  if (words < 100) refuseErrorText(text, type, cues);
  const language = languageOf(text, type);
  return { transcript: { cues, ...(language && { language }) }, type };
}

/** "\r\n", "\r\r\n" of files that were converted twice, and "\r" alone, as "\n". */
const withPlainLineEnds = (text: string) =>
  text.replace(/\r+\n?/g, (ends) => (ends.endsWith('\n') ? '\n' : '\n'.repeat(ends.length)));
