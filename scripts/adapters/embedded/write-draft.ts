import type { TermMatcher } from '#domain/match-terms.ts';
import type { NameCorrector } from './correct-names.ts';
import { findCore, type TitledStatement } from './find-core.ts';
import { findDangling } from './find-dangling.ts';
import { findMainVerb } from './find-main-verb.ts';
import { findTitle } from './find-title.ts';
import type { Passage } from './propose-passages.ts';
import type { Statement } from './read-statement.ts';
import { readStatements } from './read-statements.ts';
import { resolveSubject, textOf } from './resolve-subject.ts';
import { tagText } from './tag-text.ts';

export interface WritingContext {
  match: TermMatcher;
  /** Writes mis-heard names as they are written. */
  correctNames: NameCorrector;
}
interface Written {
  title: string;
  claim: string;
  /** How likely an editor would print the title: log-odds. */
  titleRating: number;
}
/** Writes a passage; `before` is what the same person says just before: a supposition there makes what follows one. */
export type Writer = (passage: Passage, before: readonly { text: string }[]) => Written | undefined;

/**
 * Title and claim of passages of one talk, in their own words: the claim is the run of sentences that says most and stands alone,
 * cleaned; the title the strongest statement of the claim, made short by leaving out (after Dorr, Zajic & Schwartz 2003, and
 * Clarke & Lapata 2008). `undefined` where a passage makes no claim that a reader would understand, or no title without an ellipsis.
 */
export function createWriter({ match, correctNames }: WritingContext): Writer {
  const titles = new Map<string, TitledStatement>();
  const toTitled = (statement: Statement): TitledStatement => {
    // Passages overlap: most statements are met ten times over.
    const key = [statement.tokens, ...statement.before].map((tokens) => textOf(tokens, 0)).join('\n');
    const known = titles.get(key) ?? { statement, alone: nameSubject(statement), title: findTitle(statement, match) };
    titles.set(key, known);
    return { statement, alone: { ...known.alone, at: statement.at }, title: known.title };
  };
  return ({ sentences }, before) => {
    const texts = sentences.map(({ text }) => text);
    const core = findCore(readStatements(texts, { correctNames, before }).map(toTitled), match);
    return (
      core && {
        title: core.title.text,
        claim: core.statements.map(({ text }) => text).join(' '),
        titleRating: core.title.rating,
      }
    );
  };
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
