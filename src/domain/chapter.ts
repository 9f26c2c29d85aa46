import { z } from 'zod';
import { ReadableLine } from './readable-text.ts';

export const CHAPTER_LIMITS = { count: 100, titleCharacters: 200 } as const;

/** A part of an episode, from its start to that of the next. */
export const Chapter = z.strictObject({
  startMs: z.number().int().nonnegative(),
  title: ReadableLine.min(1).max(CHAPTER_LIMITS.titleCharacters),
});
export type Chapter = z.infer<typeof Chapter>;

/** `chapters` as a list that can be shown: by their starts, no two of one start, none of no name, no more than the limit. */
export function orderChapters(chapters: readonly Chapter[]): Chapter[] {
  const byStart = chapters.filter(({ title }) => title.trim() !== '').toSorted((a, b) => a.startMs - b.startMs);
  return byStart
    .filter(({ startMs }, index) => startMs !== byStart[index - 1]?.startMs)
    .slice(0, CHAPTER_LIMITS.count)
    .map(({ startMs, title }) => ({ startMs, title: shortTitle(title) }));
}

function shortTitle(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  if (line.length <= CHAPTER_LIMITS.titleCharacters) return line;
  return `${line.slice(0, CHAPTER_LIMITS.titleCharacters - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
