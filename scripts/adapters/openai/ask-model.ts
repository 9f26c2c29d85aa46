import { z } from 'zod';
import type { Cache, Usage } from '../../ports.ts';
import { createJsonCache } from '../json-cache.ts';
import type { AnswerShape } from './answer-shapes.ts';
import type { Chat, ChatReply } from './chat.ts';
import { findItems } from './find-json.ts';
import { PROMPT_VERSION } from './prompt.ts';
import { estimateTokens, type TokenBudget } from './token-budget.ts';
import { chooseMark, type Messages } from './write-messages.ts';

/** The items that have the right shape and how many have not; or that the model would not answer, or not what was asked. */
type Answer<T> = { items: T[]; malformed: number } | 'refused' | 'unreadable';
/** Asks the model, unless it answered the same before; what is spent is added to `usage`. Throws as a `Chat` does. */
export type AskModel = <T>(messages: Messages, shape: AnswerShape<T>, usage: Usage) => Promise<Answer<T>>;

/** Room for eight insights with translations, and for the thoughts of a reasoning model. */
const ANSWER_TOKENS = 12_000;

/** Connects the chat with the cache of answers and the budget of the run. */
export function createAskModel(chat: Chat, model: string, ports: { cache: Cache; budget: TokenBudget }): AskModel {
  // Only what was valid is kept: a bad answer is asked for again.
  const answers = createJsonCache(ports.cache, 'answers', Stored);
  return async (messages, shape, usage) => {
    // All that the model is told, but for the mark of the fences, which is another one every time.
    const key = JSON.stringify([PROMPT_VERSION, model, messages.system, messages.user('')]);
    const stored = await answers.get(key);
    if (stored) return sortItems(stored, shape);
    const call = async (maxTokens: number) => {
      const request = { system: messages.system, user: messages.user(chooseMark(messages)), shape, maxTokens };
      ports.budget.assertLeft(estimateTokens(request.system + request.user));
      const reply = await chat(request);
      addUsage(usage, reply.usage);
      ports.budget.spend(reply.usage.promptTokens + reply.usage.completionTokens);
      return reply;
    };
    let reply = await call(ANSWER_TOKENS);
    // The best comes first, so what is complete is kept, and asked again is only where nothing is.
    if (reply.finish === 'cut' && !itemsOf(reply, shape)?.length) reply = await call(ANSWER_TOKENS * 2);
    const items = reply.finish === 'refused' ? 'refused' : itemsOf(reply, shape);
    if (!items) return 'unreadable';
    await answers.put(key, items);
    return sortItems(items, shape);
  };
}

/** The items of a reply; none at all where not one has the right shape. */
function itemsOf<T>({ text }: ChatReply, shape: AnswerShape<T>): unknown[] | undefined {
  const items = findItems(text, shape.name);
  return items?.length === 0 || items?.some((item) => shape.item.safeParse(item).success) ? items : undefined;
}

function sortItems<T>(found: unknown[] | 'refused', shape: AnswerShape<T>): Answer<T> {
  if (found === 'refused') return found;
  const items = found.flatMap((item) => shape.item.safeParse(item).data ?? []);
  return { items, malformed: found.length - items.length };
}

const Stored = z.union([z.array(z.unknown()), z.literal('refused')]);

/** Adds what one call spent to a sum. */
function addUsage(sum: Usage, { calls, promptTokens, completionTokens }: Usage): void {
  sum.calls += calls;
  sum.promptTokens += promptTokens;
  sum.completionTokens += completionTokens;
}
