import type { Proposal, Reading, Rejected, Usage } from '../../ports.ts';
import { repairsShape } from './answer-shapes.ts';
import type { AskModel } from './ask-model.ts';
import { linesAround } from './lines-around.ts';
import { splitRejected } from './propose-insights.ts';
import { prepareTalk, toDraft } from './to-drafts.ts';
import { repairMessages } from './write-messages.ts';

/** Has the model write drafts again that failed, all in one call. What it does not write again stays rejected, for the same reason. */
export async function repairDrafts(
  reading: Reading,
  rejected: readonly Rejected[],
  { ask, usage }: { ask: AskModel; usage: Usage },
): Promise<Proposal> {
  const talk = prepareTalk(reading);
  const shown = rejected.map((one) => ({ ...one, around: linesAround(one.draft, talk.lines) }));
  const faulty = shown.filter(({ draft, around }) => draft.claim !== '' && around.length > 0);
  if (faulty.length === 0) return { drafts: [], rejected: [...rejected] };
  const answer = await ask(repairMessages(reading, faulty), repairsShape(talk.themes), usage);
  const items = typeof answer === 'string' ? [] : answer.items;
  const again = new Map(items.map((item) => [faulty[item.draft - 1], toDraft(item, talk)]));
  return splitRejected(shown.map((one, at) => again.get(one) ?? rejected[at]!));
}
