import { compileTerms } from '#domain/match-terms.ts';
import type { Theme } from '#domain/theme.ts';
import type { NameCorrector } from './correct-names.ts';
import { findCore, type TitledStatement } from './find-core.ts';
import { findDangling } from './find-dangling.ts';
import { findMainVerb } from './find-main-verb.ts';
import { findTitle } from './find-title.ts';
import type { Passage } from './propose-passages.ts';
import type { Statement } from './read-statement.ts';
import { readStatements } from './read-statements.ts';
import { resolveSubject, textOf } from './resolve-subject.ts';
import { stripConnectives } from './strip-openings.ts';
import { tagText } from './tag-text.ts';
import { createThemeMeter } from './theme-words.ts';

/** A claim is on the beat by its own words: about as one that says a term of a theme. */
const LEAST_THEME = 1.0;

export interface WritingContext {
  themes: readonly Theme[];
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
export function createWriter({ themes, correctNames }: WritingContext): Writer {
  const [match, weighTheme] = [compileTerms(themes), createThemeMeter(themes)];
  const isOnTheme = (claim: string) => weighTheme(claim) >= LEAST_THEME;
  const titles = new Map<string, TitledStatement>();
  const toTitled = (statement: Statement): TitledStatement => {
    // Passages overlap: most statements are met ten times over.
    const key = [statement.tokens, ...statement.before].map((tokens) => textOf(tokens, 0)).join('\n');
    const known = titles.get(key) ?? { statement, alone: startAlone(statement), title: findTitle(statement, match) };
    titles.set(key, known);
    return { statement, alone: { ...known.alone, at: statement.at }, title: known.title };
  };
  return ({ sentences }, before) => {
    const texts = sentences.map(({ text }) => text);
    const core = findCore(readStatements(texts, { correctNames, before }).map(toTitled), { match, isOnTheme });
    return (
      core && {
        title: core.title.text,
        claim: core.statements.map(({ text }) => text).join(' '),
        titleRating: core.title.rating,
      }
    );
  };
}

/** The statement as one begins with it: without what ties it to the one before, and with the name of what it is about instead of a pronoun. */
function startAlone(statement: Statement): Statement {
  const begun = retell(statement, stripConnectives(statement.text));
  if (findDangling([begun.tokens]) !== begun.tokens[0]) return begun;
  const named = resolveSubject(begun.tokens, begun.before);
  return named === undefined ? begun : retell(begun, named);
}

/** The statement in other words, where those are one too. */
function retell(statement: Statement, text: string): Statement {
  if (text === statement.text) return statement;
  const capital = text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  const tokens = tagText(capital);
  const verb = findMainVerb(tokens);
  return verb === undefined ? statement : { ...statement, text: capital, tokens, verb };
}
