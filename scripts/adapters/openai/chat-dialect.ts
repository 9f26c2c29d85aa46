import { APIError } from 'openai';

/** How a server wants to be asked: found out by asking, and kept for the run. */
export interface ChatDialect {
  format: 'json_schema' | 'json_object' | 'plain';
  /** Whether it takes temperature 0, by which the same question gets much the same answer. */
  temperature: boolean;
  /** Names for the most tokens of an answer, the next to try first; none left, none sent. */
  bounds: readonly ('max_completion_tokens' | 'max_tokens')[];
}

/** Other servers than OpenAI's know the older name, and some ignore the newer one. */
export const firstDialect = (isOpenai: boolean): ChatDialect => ({
  format: 'json_schema',
  temperature: true,
  bounds: isOpenai ? ['max_completion_tokens', 'max_tokens'] : ['max_tokens', 'max_completion_tokens'],
});

/** Statuses by which servers refuse a parameter. */
const REFUSALS = [400, 404, 422];
const LOWER = { json_schema: 'json_object', json_object: 'plain', plain: undefined } as const;
const ABOUT_FORMAT = /response.?format|json.?(?:schema|object|mode)|schema|structured|grammar|unsupported|not support/i;

/** The dialect to try after a refusal, always a lesser one; `undefined` where the refusal is about something else. */
export function nextDialect(dialect: ChatDialect, error: unknown): ChatDialect | undefined {
  if (!(error instanceof APIError) || !REFUSALS.includes(error.status ?? 0)) return undefined;
  const said = `${error.param ?? ''} ${error.code ?? ''} ${error.message}`;
  // A prompt that is too long is not helped by another word for the bound.
  if (/context.?length|context.?window/i.test(said)) return undefined;
  if (dialect.temperature && /temperature/i.test(said)) return { ...dialect, temperature: false };
  if (dialect.bounds.length > 0 && /max_(?:completion_)?tokens/i.test(said))
    return { ...dialect, bounds: dialect.bounds.slice(1) };
  const format = ABOUT_FORMAT.test(said) ? LOWER[dialect.format] : undefined;
  return format && { ...dialect, format };
}
