import { z } from 'zod';
import { fnv1a } from './hash.ts';
import { Day, EpisodeId, InsightId, ThemeId } from './ids.ts';
import { ReadableLine, ReadableText } from './readable-text.ts';
import { wordsOf } from './words.ts';

/** The bounds of the content contract: characters, words, and counts an episode. Signs are no words, so that characters count too. */
export const LIMITS = {
  titleCharacters: 90,
  passageCharacters: 1200,
  quoteWords: { min: 8, max: 90 },
  claimWords: { min: 25, max: 80 },
  insightsPerEpisode: 8,
  /** More than the words of a quote can name. */
  figures: 90,
  unitCharacters: 60,
  quotedWordsPerEpisode: 400,
} as const;

const Ms = z.number().int().nonnegative();
const countedWords = (what: string, { min, max }: { min: number; max: number }, { orNone = false } = {}) =>
  ReadableText.trim()
    .max(LIMITS.passageCharacters, `${what} has at most ${LIMITS.passageCharacters} characters`)
    .refine((text) => {
      const count = wordsOf(text).length;
      return (orNone && text === '') || (count >= min && count <= max);
    }, `${what} has ${min} to ${max} words`);

/** The proof: the speaker's words as the transcript has them, and where the transcript says they are. */
export const Quote = z
  .strictObject({
    /** Empty only where a person took the words of a withdrawn insight out of its file. */
    text: countedWords('a quote', LIMITS.quoteWords, { orNone: true }),
    startMs: Ms.optional(),
    endMs: Ms.optional(),
    /** The times are interpolated inside a long cue. */
    approximate: z.literal(true).optional(),
    /** In English, where the words are not. */
    translation: ReadableText.trim().min(1).max(LIMITS.passageCharacters).optional(),
  })
  .refine((q) => (q.startMs === undefined) === (q.endMs === undefined), {
    path: ['endMs'],
    message: 'startMs and endMs come together',
  })
  .refine((q) => q.startMs === undefined || q.endMs === undefined || q.startMs <= q.endMs, {
    path: ['endMs'],
    message: 'endMs is before startMs',
  });
export type Quote = z.infer<typeof Quote>;

export const Figure = z.strictObject({
  text: ReadableLine.min(1),
  value: z.number(),
  /** Normalised unit, such as USD/Mtok or %. */
  unit: ReadableLine.min(1).max(LIMITS.unitCharacters),
  subject: ReadableLine.optional(),
});
export type Figure = z.infer<typeof Figure>;

export const Relation = z.enum(['agrees', 'contradicts', 'extends']);
export type Relation = z.infer<typeof Relation>;
/** A link to an earlier insight; the site adds the way back. */
export const Related = z.strictObject({
  id: InsightId,
  similarity: z.number().min(0).max(1),
  relation: Relation.optional(),
  /** Another show's insight that makes the same claim: the site counts these shows. */
  same: z.literal(true).optional(),
});
export type Related = z.infer<typeof Related>;

/** Front matter of `content/insights/<yyyy>/<mm>/<id>.mdx`; the body is the claim. */
export const Insight = z
  .strictObject({
    title: ReadableLine.min(1).max(LIMITS.titleCharacters),
    episode: EpisodeId,
    publishedAt: Day,
    addedAt: Day,
    themes: z.array(ThemeId).min(1),
    speaker: ReadableLine.min(1).max(120).optional(),
    quote: Quote,
    figures: z.array(Figure).max(LIMITS.figures).default([]),
    related: z.array(Related).default([]),
    score: z.number().min(0).max(1),
    /** The engine's part of the score, so that it can be set anew without reading again; absent in older files. */
    importance: z.number().min(0).max(1).optional(),
    /** Why it is worth keeping, in a few words of the engine's, where it says. */
    reason: ReadableLine.min(1).max(300).optional(),
    engine: z.strictObject({
      name: ReadableLine,
      model: ReadableLine.optional(),
      prompt: ReadableLine.optional(),
    }),
    /** Of the words as they were published: where it no longer fits them, a person edited the file. Absent in older files. */
    checksum: z.string().optional(),
    /** Set by a person: the address stays and says so; quote and claim are gone everywhere. */
    withdrawn: z.strictObject({ date: Day, reason: ReadableText.trim().min(1) }).optional(),
  })
  .refine(({ withdrawn, quote }) => withdrawn !== undefined || quote.text !== '', {
    path: ['quote', 'text'],
    message: 'a quote has 8 to 90 words; only a withdrawn insight has none',
  });
export type Insight = z.infer<typeof Insight>;

/** What placing decides, and may decide anew; the rest of an insight never changes but by hand. */
export type InsightPlacing = Pick<Insight, 'themes' | 'related' | 'score' | 'importance'>;

/** Eight hex digits of what a reader reads: title, claim, quote, speaker and figures. White space does not count. */
export function checksumOf(
  { title, quote, speaker = '', figures }: Pick<Insight, 'title' | 'quote' | 'speaker' | 'figures'>,
  claim: string,
): string {
  const told = figures.flatMap(({ text, value, unit, subject = '' }) => [text, String(value), unit, subject]);
  const words = [title, claim, quote.text, quote.translation ?? '', speaker, ...told];
  const folded = words.map((text) => text.replace(/\s+/g, ' ').trim()).join('\n');
  return fnv1a(folded).toString(16).padStart(8, '0');
}

/** The claim: plain prose that stands alone. */
export const Claim = countedWords('a claim', LIMITS.claimWords);
