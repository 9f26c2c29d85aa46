import { z } from 'zod';

/** A list under a name, the check of its items, and the JSON schema for servers that hold a model to it. */
export interface AnswerShape<T> {
  name: 'insights' | 'relations';
  item: z.ZodType<T>;
  jsonSchema: Record<string, unknown>;
}

/** One insight as the model writes it: types alone, since bounds and truth are for others to check. */
const itemOf = (themes: readonly string[]) =>
  z.object({
    from: z.coerce.number().int(),
    to: z.coerce.number().int(),
    title: z.string(),
    claim: z.string(),
    // What is no theme is passed over later; with an enum here it would cost the whole insight.
    themes: z.array(z.string().meta({ enum: [...themes] })).catch([]),
    speaker: z.string().nullable().default(null),
    importance: z.coerce.number(),
    reason: z.string().nullable().default(null),
    translation: z.string().nullable().default(null),
  });
export type Item = z.infer<ReturnType<typeof itemOf>>;
/** An insight written again; `draft` is the number under which it was sent. */
export type RepairedItem = Item & { draft: number };

const RelatedPair = z.object({
  new: z.coerce.number().int(),
  earlier: z.coerce.number().int(),
  relation: z.enum(['agrees', 'contradicts', 'extends', 'none']),
});

export const insightsShape = (themes: readonly string[]): AnswerShape<Item> => shapeOf('insights', itemOf(themes));

export const repairsShape = (themes: readonly string[]): AnswerShape<RepairedItem> =>
  shapeOf('insights', itemOf(themes).extend({ draft: z.coerce.number().int() }));

export const relationsShape = (): AnswerShape<z.infer<typeof RelatedPair>> => shapeOf('relations', RelatedPair);

function shapeOf<T>(name: AnswerShape<T>['name'], item: z.ZodType<T>): AnswerShape<T> {
  const { $schema: _, ...jsonSchema } = z.toJSONSchema(z.object({ [name]: z.array(item) }), {
    // Strict mode wants every property, and knows neither defaults nor, on some servers, bounds.
    override: ({ jsonSchema: part }) => {
      delete part.default;
      delete part.minimum;
      delete part.maximum;
    },
  });
  return { name, item, jsonSchema };
}
