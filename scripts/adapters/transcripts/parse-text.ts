import type { Cue } from '#domain/transcript.ts';
import { readStamps } from './read-stamps.ts';

/**
 * Raw cues of plain text: paragraphs, cut where a line begins with a time or is one ("[00:12:03] …", "Ann Lee 00:12").
 * Hard-wrapped lines stay in their paragraph, with their line breaks.
 */
export function parseText(text: string): Cue[] {
  const body = text
    .replace(/\r*\n|\r/g, '\n')
    .replace(/^\s*---\n[^]*?\n---\n/, '') // Markdown with front matter.
    .replace(/\*\*(?=\S)([^*\n]+)(?<=\S)\*\*/g, '$1'); // "**Ann:** …"
  return readStamps(body.split(/\n\s*\n/).map((paragraph) => ({ text: paragraph })));
}
