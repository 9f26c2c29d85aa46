import type { Cue } from '#domain/transcript.ts';

/**
 * Rolling captions show each line again above the next one, often in a cue of 10 ms between: of these, every line is
 * kept once, in the cue that showed it first. Such a file is one in which half of the cues repeat and many of these go
 * on with something new; any other stays as it is, since people do say the same thing twice.
 */
export function unrollCaptions(cues: Cue[]): Cue[] {
  const lines = cues.map(({ text }) => text.split('\n').map(fold).filter(Boolean));
  const shown = lines.map((own, index) => repeatedLength(lines[index - 1] ?? [], own.join(' ')));
  const repeating = shown.filter((length) => length > 0).length;
  const rolling = shown.filter((length, index) => length > 0 && length < lines[index]!.join(' ').length).length;
  if (repeating < (cues.length - 1) / 2 || rolling < Math.max(2, cues.length / 4)) return cues;
  return cues.map((cue, index) => ({ ...cue, text: lines[index]!.join(' ').slice(shown[index]).trim() }));
}

const fold = (line: string) => line.replace(/\s+/g, ' ').trim();

/** A screen shows two to four, and to compare thousands of lines with each other would take minutes. */
const LINES_SHOWN = 10;
// How much of the text is what the cue before it ended with, from the start of one of its lines on.
function repeatedLength(before: string[], text: string): number {
  const shown = before.slice(-LINES_SHOWN);
  const endings = shown.map((_, index) => shown.slice(index).join(' '));
  return endings.find((ending) => `${text} `.startsWith(`${ending} `))?.length ?? 0;
}
