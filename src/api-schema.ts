import { z } from 'zod';
import { Day, EpisodeId, InsightId, ShowId, ThemeId } from '#domain/ids.ts';
import { Figure, Insight, Related } from '#domain/insight.ts';

// What the files below /api/ hold. Fields may be added to them; none is taken away or changes its meaning.

const Url = z.url();
const Count = z.number().int().nonnegative();
const Ms = z.number().int().nonnegative();

const ApiInsight = z
  .object({
    id: InsightId.describe('Never changes'),
    url: Url.describe('The page to cite'),
    title: z.string(),
    claim: z.string().describe('What was said, in words that stand alone'),
    quote: z
      .string()
      .optional()
      .describe('The words it rests on; absent where the podcast does not let itself be quoted'),
    startMs: Ms.optional().describe('Where the quote begins in the episode; absent where the transcript has no times'),
    endMs: Ms.optional(),
    approximate: z.boolean().optional().describe('Whether the times are a guess between two that are known'),
    speaker: z.string().optional().describe('Absent where it is not known'),
    show: z.object({ id: ShowId, title: z.string(), url: Url }),
    episode: z.object({
      id: EpisodeId,
      title: z.string(),
      url: Url,
      link: Url.optional().describe('Its page at the podcast, at the moment of the quote where that is possible'),
      publishedAt: Day,
    }),
    themes: z.array(ThemeId),
    figures: z.array(Figure),
    related: z.array(
      Related.pick({ id: true, similarity: true, relation: true }).extend({
        later: z.boolean().describe('Whether the other one was said later'),
        statedThere: z
          .boolean()
          .describe('Whether the relation is that of the other one to this: "extends" then means that it extends this'),
      }),
    ),
    publishedAt: Day.describe('The day of the episode'),
    addedAt: Day.describe('The day on which it was added'),
    score: Insight.shape.score,
  })
  .meta({ id: 'Insight', description: 'One point that was made, with its proof' });

/** A page of a list of insights. */
export const ApiPage = z
  .object({
    schema: Url,
    theme: ThemeId.optional().describe('Whose insights these are; absent where they are all'),
    page: z.number().int().positive(),
    pages: z.number().int().positive(),
    total: Count.describe('Insights on all pages'),
    previous: Url.optional().describe('The page with newer ones'),
    next: Url.optional().describe('The page with older ones'),
    insights: z.array(ApiInsight).describe('Newest episode first'),
  })
  .meta({ id: 'Page' });

const List = z.object({ first: Url, pages: z.number().int().positive(), total: Count });

/** What there is. */
export const ApiIndex = z
  .object({
    schema: Url,
    name: z.string(),
    description: z.string(),
    url: Url,
    use: z.string().describe('How to quote and cite'),
    updatedAt: Day.optional().describe('The day on which the newest insight was added'),
    counts: z.object({ insights: Count, episodes: Count, shows: Count, people: Count, digests: Count }),
    insights: List,
    themes: z.array(List.extend({ id: ThemeId, title: z.string(), description: z.string(), url: Url })),
  })
  .meta({ id: 'Index' });

export type ApiInsight = z.infer<typeof ApiInsight>;
export type ApiPage = z.infer<typeof ApiPage>;
export type ApiIndex = z.infer<typeof ApiIndex>;

/** The JSON Schema (2020-12) of every file below /api/. */
export const apiJsonSchema = () => z.toJSONSchema(z.union([ApiIndex, ApiPage]), { io: 'input' });
