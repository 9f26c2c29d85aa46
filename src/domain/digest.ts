import { z } from 'zod';
import { Day, InsightId } from './ids.ts';
import { ReadableText } from './readable-text.ts';

/** `content/digests/<date>.json`: the day's best, in order, each with why. */
export const Digest = z.strictObject({
  date: Day,
  insights: z
    .array(z.strictObject({ id: InsightId, reason: ReadableText.min(1) }))
    .min(1)
    .max(5),
});
export type Digest = z.infer<typeof Digest>;
