import type OpenAI from 'openai';
import { z } from 'zod';
import { withoutKey } from '#domain/without-key.ts';
import type { Usage } from '../../ports.ts';
import type { AnswerShape } from './answer-shapes.ts';
import { firstDialect, nextDialect, type ChatDialect } from './chat-dialect.ts';
import { connect, OPENAI_URL, type ModelServer } from './connect.ts';
import { isRefusal, toFailure } from './model-failure.ts';
import { estimateTokens } from './token-budget.ts';

export interface ChatOptions extends ModelServer {
  model: string;
}
interface ChatRequest {
  system: string;
  user: string;
  shape: Pick<AnswerShape<unknown>, 'name' | 'jsonSchema'>;
  /** Most tokens of the answer, thoughts of reasoning models included. */
  maxTokens: number;
}
export interface ChatReply {
  text: string;
  /** `cut`: the bound was reached before the end. `refused`: by the model, or by a filter before or after it. */
  finish: 'whole' | 'cut' | 'refused';
  usage: Usage;
}
/** One call to a chat model. Throws an `ItemError`, or a `SettingsError` where every other call would fail as well. */
export type Chat = (request: ChatRequest) => Promise<ChatReply>;

const MAX_RETRIES = 2;
/** A hundred times the longest answer that is asked for. */
const MAX_ANSWER_BYTES = 8 * 2 ** 20;

/** Connects to a server, and remembers how it wants to be asked. */
export function createChat({ model, ...server }: ChatOptions): Chat {
  const { baseUrl = OPENAI_URL, apiKey } = server;
  const client = connect(server, { maxAnswerBytes: MAX_ANSWER_BYTES, maxRetries: MAX_RETRIES });
  let dialect = firstDialect(baseUrl.startsWith(OPENAI_URL));
  return async function ask(request): Promise<ChatReply> {
    const used = dialect;
    try {
      const completion = await client.chat.completions.create(toBody(request, model, used));
      const reply = toReply(completion, request);
      return { ...reply, text: withoutKey(reply.text, apiKey) };
    } catch (error) {
      if (isRefusal(error)) return { text: '', finish: 'refused', usage: usageOf(undefined, request, '') };
      const next = nextDialect(used, error);
      if (!next) throw toFailure(error, { baseUrl, model, setting: 'WINNOW_MODEL', key: apiKey });
      // A call beside this one may have found it out already.
      if (dialect === used) dialect = next;
      return ask(request);
    }
  };
}

type Body = OpenAI.ChatCompletionCreateParamsNonStreaming;

function toBody({ system, user, shape, maxTokens }: ChatRequest, model: string, dialect: ChatDialect): Body {
  const { format, temperature, bounds } = dialect;
  const json_schema = { name: shape.name, strict: true, schema: shape.jsonSchema };
  return {
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    ...(temperature && { temperature: 0 }),
    ...(bounds[0] && { [bounds[0]]: maxTokens }),
    ...(format === 'json_schema' && { response_format: { type: format, json_schema } }),
    ...(format === 'json_object' && { response_format: { type: format } }),
  };
}

/** How a model says no in plain words, where its server has no field for it. */
const PLAIN_REFUSAL =
  /^\W*(?:I['’]?m sorry|I am sorry|sorry,|I can(?:no|['’])t|I am (?:not able|unable)|I['’]m unable)/i;

const Tokens = z.number().int().nonnegative().optional().catch(undefined);
/** What is read of a completion. Compatible servers leave out what they like, and put into it what they like. */
const Completion = z.object({
  choices: z
    .array(
      z.object({
        message: z
          .object({ content: z.string().nullish().catch(''), refusal: z.unknown() })
          .optional()
          .catch(undefined),
        finish_reason: z.unknown(),
      }),
    )
    .optional()
    .catch(undefined),
  usage: z.object({ prompt_tokens: Tokens, completion_tokens: Tokens }).nullish().catch(undefined),
});

function toReply(completion: unknown, request: ChatRequest): ChatReply {
  const { choices, usage } = Completion.safeParse(completion).data ?? {};
  const { message, finish_reason } = choices?.[0] ?? {};
  const text = message?.content ?? '';
  const isRefused =
    Boolean(message?.refusal) ||
    finish_reason === 'content_filter' ||
    (PLAIN_REFUSAL.test(text) && !text.includes('{'));
  const finish = isRefused ? 'refused' : finish_reason === 'length' ? 'cut' : 'whole';
  return { text, finish, usage: usageOf(usage, request, text) };
}

function usageOf(usage: z.infer<typeof Completion>['usage'], { system, user }: ChatRequest, text: string): Usage {
  return {
    calls: 1,
    promptTokens: usage?.prompt_tokens ?? estimateTokens(system + user),
    completionTokens: usage?.completion_tokens ?? estimateTokens(text),
  };
}
