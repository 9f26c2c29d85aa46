import type { z } from 'zod';
import type { Cache } from '../ports.ts';
import { parseJson } from './parse-json.ts';

/** Entries of one kind of a cache as values of a schema. */
export interface JsonCache<Schema extends z.ZodType> {
  /** `undefined` for a miss, and for an entry that is damaged or of an older shape. */
  get(key: string): Promise<z.output<Schema> | undefined>;
  put(key: string, value: z.input<Schema>): Promise<void>;
}

/** Keeps values as JSON. */
export const createJsonCache = <Schema extends z.ZodType>(
  cache: Cache,
  kind: string,
  schema: Schema,
): JsonCache<Schema> => ({
  async get(key) {
    const bytes = await cache.get(kind, key);
    return bytes && schema.safeParse(parseJson(Buffer.from(bytes).toString())).data;
  },
  put: (key, value) => cache.put(kind, key, Buffer.from(JSON.stringify(value))),
});
