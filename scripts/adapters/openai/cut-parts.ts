import type { Line } from './number-lines.ts';

/**
 * Words of talk that one call reads. An hour of English has 9,000 to 12,000, one of Chinese, where a character counts,
 * 15,000 to 18,000: about 25,000 tokens either way, which the models of the day take with room to spare.
 */
const PART_WORDS = 18_000;
/** What is said across a border is in both parts. */
const OVERLAP_WORDS = 300;
/** From this share on, a part ends where somebody else begins to speak. */
const NEARLY_FULL = 0.9;

/** Cuts the lines of a long episode into parts of one call each, at turns, with overlap. */
export function cutParts(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = [];
  for (let start = 0; start < lines.length;) {
    const end = endOfPart(lines, start);
    parts.push(lines.slice(start, end));
    start = end < lines.length ? beginBefore(lines, end, start + 1) : end;
  }
  return parts;
}

function endOfPart(lines: readonly Line[], start: number): number {
  const wordsUpTo = (end: number) => (lines[end - 1]?.to ?? 0) - (lines[start]?.from ?? 0);
  if (wordsUpTo(lines.length) <= PART_WORDS) return lines.length;
  for (let end = start + 1; end < lines.length; end++) {
    const isBorder = lines[end]?.turn !== lines[end - 1]?.turn;
    if (isBorder && wordsUpTo(end) >= PART_WORDS * NEARLY_FULL) return end;
    if (wordsUpTo(end + 1) > PART_WORDS) return end;
  }
  return lines.length;
}

function beginBefore(lines: readonly Line[], end: number, earliest: number): number {
  const border = lines[end]?.from ?? 0;
  const begin = lines.findIndex(({ from }) => from >= border - OVERLAP_WORDS);
  return Math.max(earliest, begin);
}
