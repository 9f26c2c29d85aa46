import { ItemError } from '../../errors.ts';
import type { Draft, Proposal, Reading, Rejected, Usage } from '../../ports.ts';
import { insightsShape } from './answer-shapes.ts';
import type { AskModel } from './ask-model.ts';
import { cutParts } from './cut-parts.ts';
import { prepareTalk, toDraft } from './to-drafts.ts';
import { readMessages } from './write-messages.ts';

const MALFORMED: Rejected = { draft: { title: '', claim: '', quote: '', importance: 0 }, reason: 'malformed answer' };

/** Has the model read an episode: one call up to an hour or so, one more for each further part. */
export async function proposeInsights(reading: Reading, ask: AskModel, usage: Usage): Promise<Proposal> {
  const talk = prepareTalk(reading);
  const parts = cutParts(talk.lines);
  const found: (Draft | Rejected)[] = [];
  let refused = 0;
  for (const [at, lines] of parts.entries()) {
    const part = parts.length > 1 ? ` (part ${at + 1} of ${parts.length})` : '';
    const answer = await ask(readMessages(reading, lines, part), insightsShape(talk.themes), usage);
    if (answer === 'unreadable')
      throw new ItemError('the model did not answer with the JSON that it was asked for; a later run tries again');
    if (answer === 'refused') refused++;
    else {
      found.push(...answer.items.map((item) => toDraft(item, talk)));
      found.push(...Array.from({ length: answer.malformed }, () => MALFORMED));
    }
  }
  return { ...splitRejected(found), reason: refused > 0 ? describeRefusal(refused, parts.length) : undefined };
}

const describeRefusal = (refused: number, parts: number) =>
  `the model, or a filter before it, refused to read ${parts > 1 ? `${refused} of ${parts} parts of it` : 'it'}`;

const isRejected = (result: Draft | Rejected): result is Rejected => 'draft' in result;

/** Drafts apart from what was found wanting. */
export const splitRejected = (results: readonly (Draft | Rejected)[]): { drafts: Draft[]; rejected: Rejected[] } => ({
  drafts: results.filter((result): result is Draft => !isRejected(result)),
  rejected: results.filter(isRejected),
});
