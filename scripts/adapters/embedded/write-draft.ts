import type { TermMatcher } from '#domain/match-terms.ts';
import type { NameCorrector } from './correct-names.ts';
import { findCore } from './find-core.ts';
import { findTitle } from './find-title.ts';
import type { Passage } from './propose-passages.ts';
import { readStatements } from './read-statements.ts';

export interface WritingContext {
  match: TermMatcher;
  /** Writes mis-heard names as they are written. */
  correctNames: NameCorrector;
  /** What the same person says just before: a supposition there makes what follows one. */
  before?: readonly { text: string }[] | undefined;
}

/**
 * Title and claim of a passage, in its own words: the claim is the run of its sentences that says most and stands alone,
 * cleaned; the title the strongest statement of the claim, made short by leaving out (after Dorr, Zajic & Schwartz 2003, and
 * Clarke & Lapata 2008). `undefined` where the passage makes no claim that a reader would understand, or no title without an ellipsis.
 */
export function writeDraft(passage: Passage, context: WritingContext): { title: string; claim: string } | undefined {
  const sentences = passage.sentences.map(({ text }) => text);
  const statements = readStatements(sentences, context);
  const candidates = statements.map((statement, number) => {
    const before = statements[number - 1];
    return {
      statement,
      title: findTitle(statement, context.match, before?.at === statement.at - 1 ? before : undefined),
    };
  });
  const core = findCore(candidates, context.match);
  return core && { title: core.title.text, claim: core.statements.map(({ text }) => text).join(' ') };
}
