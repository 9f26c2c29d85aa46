import type { Cue } from '#domain/transcript.ts';
import { readClock } from './read-clock.ts';

const TIME_LINE = /^\s*(-?[^\s>–—-]*)\s*(?:--?|[–—])>\s*(-?[\d:.,]*)/;

/**
 * The cues of a VTT or SRT file: a line of times each, and all text up to the next one, with its line breaks and markup.
 * Blank lines do not matter, since real files lack them or have too many; cue numbers and, where `named`, other
 * identifiers (a line of their own before the times) are left out. Unreadable times are `undefined`.
 */
export function readCueBlocks(text: string, { named }: { named: boolean }): Cue[] {
  const lines = text.split(/\r*\n|\r/).map((line) => line.trim());
  const cues: (Cue & { lines: string[] })[] = [];
  for (const [index, line] of lines.entries()) {
    const times = readTimeLine(line);
    if (times) cues.push({ ...times, text: '', lines: [] });
    else if (line && !isIdentifier(lines, index, { named, number: cues.length + 1 })) cues.at(-1)?.lines.push(line);
  }
  return cues.map(({ lines: spoken, ...cue }) => ({ ...cue, text: spoken.join('\n') }));
}

function readTimeLine(line: string): Pick<Cue, 'startMs' | 'endMs'> | undefined {
  const match = TIME_LINE.exec(line);
  if (!match) return undefined;
  const [startMs, endMs] = [readClock(match[1]!), readClock(match[2]!)];
  // "a -> b" may be said; what has the true arrow is a line of times, however broken: "00:00:0x,000 --> 00:00:05,000".
  return startMs === undefined && endMs === undefined && !line.includes('-->') ? undefined : { startMs, endMs };
}

function isIdentifier(lines: string[], index: number, { named, number }: { named: boolean; number: number }): boolean {
  const line = lines[index]!;
  if (readTimeLine(lines[index + 1] ?? '')) return /^\d+$/.test(line) || (named && !lines[index - 1]);
  if (lines[index + 1] || Number(line) !== number) return false;
  // Double-spaced files have a blank line between the number and the times, too.
  return readTimeLine(lines.slice(index + 1, index + 6).find(Boolean) ?? '') !== undefined;
}
