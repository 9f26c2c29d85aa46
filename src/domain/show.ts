import { z } from 'zod';
import { ShowId } from './ids.ts';
import { ReadableLine } from './readable-text.ts';

/** One line of `content/shows.yaml`: a podcast that is followed. */
export const Show = z.strictObject({
  id: ShowId,
  title: ReadableLine.min(1).max(200),
  feed: z.url({ protocol: /^https?$/, error: 'a feed is an http or https address' }),
  /** `false`: claims are published with link and time, but without quote text. */
  excerpts: z.boolean().default(true),
  /** `true`: the feed is for one listener only, though its address does not look like it; no way in is published. */
  private: z.boolean().optional(),
  /** BCP 47 language of the talk, where the feed does not say it. */
  language: z.string().optional(),
});
export type Show = z.infer<typeof Show>;

/** The whole list; an id that stands twice is an error at its second place. */
export const ShowList = z.array(Show).superRefine((shows, context) => {
  const seen = new Set<string>();
  for (const [index, { id }] of shows.entries()) {
    if (seen.has(id))
      context.addIssue({ code: 'custom', path: [index, 'id'], message: `the id "${id}" stands twice; ids are unique` });
    seen.add(id);
  }
});
