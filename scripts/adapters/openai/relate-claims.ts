import type { InsightId } from '#domain/ids.ts';
import type { Relation } from '#domain/insight.ts';
import { ItemError } from '../../errors.ts';
import type { Comparison, Comparisons, Usage } from '../../ports.ts';
import { relationsShape } from './answer-shapes.ts';
import type { AskModel } from './ask-model.ts';
import { relateMessages } from './write-messages.ts';

/** So many of the nearest earlier claims are compared with each new one. */
const COMPARED = 3;

/** How the new claims of an episode bear on earlier ones, all in one call; where the answer is of no use, nothing is said of any. */
export async function relateClaims(
  comparisons: readonly Comparison[],
  ask: AskModel,
  usage: Usage,
): Promise<Omit<Comparisons, 'usage'>> {
  const relations = comparisons.map(() => new Map<InsightId, Relation>());
  const compared = comparisons
    .map(({ claim, earlier }, at) => ({ claim, earlier: earlier.slice(0, COMPARED), found: relations[at] }))
    .filter(({ earlier }) => earlier.length > 0);
  for (const pair of compared.length > 0 ? await askFor(compared, ask, usage) : []) {
    const { earlier = [], found } = compared[pair.new - 1] ?? {};
    const id = earlier[pair.earlier - 1]?.id;
    if (id !== undefined && pair.relation !== 'none') found?.set(id, pair.relation);
  }
  return { relations };
}

async function askFor(compared: readonly Comparison[], ask: AskModel, usage: Usage) {
  try {
    const answer = await ask(relateMessages(compared), relationsShape(), usage);
    return typeof answer === 'string' ? [] : answer.items;
  } catch (error) {
    // A relation is an extra: no insight waits for it.
    if (error instanceof ItemError) return [];
    throw error;
  }
}
