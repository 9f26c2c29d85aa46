import { z } from 'zod';
import { ThemeId } from './ids.ts';
import { ReadableLine, ReadableText } from './readable-text.ts';

/** Front matter of `content/themes/<id>.mdx`, written by hand; the body is the primer. */
export const ThemeFrontMatter = z.strictObject({
  title: ReadableLine.min(1),
  description: ReadableLine.min(1).max(200),
  /** Two to four sentences of what belongs and what does not; compared with passages by embedding. */
  definition: ReadableText.trim().min(40),
  order: z.number().int(),
  /** Any CSS colour; OKLCH keeps lightness and chroma equal between themes. */
  color: ReadableLine.min(1),
  /** Words and phrases that name the theme in speech, mis-hearings and other scripts included. */
  terms: z.array(ReadableLine.min(1)).min(3),
  /** Common words that are said where the theme is spoken of and elsewhere too ("price", "cheap"): they tell themes apart, and choose no passage. */
  hints: z.array(ReadableLine.min(1)).default([]),
});

export const Theme = ThemeFrontMatter.extend({ id: ThemeId });
export type Theme = z.infer<typeof Theme>;
