import type { TermMatcher } from '#domain/match-terms.ts';
import type { NameCorrector } from './correct-names.ts';
import { findCore } from './find-core.ts';
import { findDangling } from './find-dangling.ts';
import { findMainVerb } from './find-main-verb.ts';
import { findTitle } from './find-title.ts';
import type { Passage } from './propose-passages.ts';
import type { Statement } from './read-statement.ts';
import { readStatements } from './read-statements.ts';
import { resolveSubject } from './resolve-subject.ts';
import { tagText } from './tag-text.ts';

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
  const candidates = statements.map((statement) => ({
    statement,
    alone: nameSubject(statement),
    title: findTitle(statement, context.match),
  }));
  const core = findCore(candidates, context.match);
  return core && { title: core.title.text, claim: core.statements.map(({ text }) => text).join(' ') };
}

/** The statement with the name of what it is about where it begins with a pronoun that only the sentence before explains. */
function nameSubject(statement: Statement): Statement {
  if (findDangling([statement.tokens]) !== statement.tokens[0]) return statement;
  const text = resolveSubject(statement.tokens, statement.before);
  if (text === undefined) return statement;
  const tokens = tagText(text);
  const verb = findMainVerb(tokens);
  return verb === undefined ? statement : { ...statement, text, tokens, verb };
}
