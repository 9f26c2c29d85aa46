import { modelName } from '#domain/model-name.ts';
import { ItemError } from '../errors.ts';
import type { Cache, InsightEngine, Usage } from '../ports.ts';
import { createAskModel } from './openai/ask-model.ts';
import { createChat, type ChatOptions } from './openai/chat.ts';
import { PROMPT_VERSION } from './openai/prompt.ts';
import { proposeInsights } from './openai/propose-insights.ts';
import { relateClaims } from './openai/relate-claims.ts';
import { repairDrafts } from './openai/repair-drafts.ts';
import { createTokenBudget } from './openai/token-budget.ts';

export interface OpenaiEngineOptions extends ChatOptions {
  /** Keeps the answers: what was asked once is not asked again. */
  cache: Cache;
  /** What a run may spend, prompts and answers together; absent means no bound. */
  maxTokens?: number | undefined;
}

/**
 * Reads with a language model behind any OpenAI-compatible server: it writes the claims and points at the lines that prove
 * them. Throws a `SettingsError` where key, address or model is wrong, a `PostponedError` where the budget is spent.
 */
export function createOpenaiEngine({ cache, maxTokens, ...options }: OpenaiEngineOptions): InsightEngine {
  const { model } = options;
  const ask = createAskModel(createChat(options), model, { cache, budget: createTokenBudget(maxTokens) });
  return {
    name: 'openai',
    model: modelName(model),
    prompt: PROMPT_VERSION,
    propose: (reading) => metered((usage) => proposeInsights(reading, ask, usage)),
    repair: (reading, rejected) => metered((usage) => repairDrafts(reading, rejected, { ask, usage })),
    relate: (comparisons) => metered((usage) => relateClaims(comparisons, ask, usage)),
  };
}

/** Says what was spent, also where it came to nothing. */
async function metered<T>(work: (usage: Usage) => Promise<T>): Promise<T & { usage: Usage }> {
  const usage: Usage = { calls: 0, promptTokens: 0, completionTokens: 0 };
  try {
    return { ...(await work(usage)), usage };
  } catch (error) {
    if (error instanceof ItemError) error.usage = usage;
    throw error;
  }
}
