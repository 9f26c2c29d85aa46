import { LIMITS } from '#domain/insight.ts';
import type { TermMatcher } from '#domain/match-terms.ts';
import { wordsOf } from '#domain/words.ts';
import { claimCues } from './claim-cues.ts';
import { findDangling } from './find-dangling.ts';
import type { Title } from './find-title.ts';
import type { Statement } from './read-statement.ts';

/** The statements of a passage that make its claim, and the best title among them. */
export interface Core {
  statements: Statement[];
  title: Title;
}
export interface TitledStatement {
  statement: Statement;
  /** The same where nothing stands before it. */
  alone: Statement;
  title: Title | undefined;
}

/** Words of a claim that says its point and little else; longer ones are worth less by the word. */
const AIM = { words: 50, perWordMore: 0.03, perWordLess: 0.02, least: 32 };
const COST = { perStatement: 0.15, we: 0.5, gap: 0.4, demonstrative: 0.4 };

/** The run of statements that says most in the length of a claim, stands alone, and holds a title; `undefined` where no run does. */
export function findCore(
  candidates: readonly TitledStatement[],
  { match, isOnTheme }: { match: TermMatcher; isOnTheme: (claim: string) => boolean },
): Core | undefined {
  let best: (Core & { rating: number }) | undefined;
  for (const run of runsOf(candidates)) {
    const title = bestTitle(run);
    const statements = run.map(({ statement }) => statement);
    if (!title || !standsAlone(statements) || !isOnTheme(joinTexts(statements))) continue;
    const rating = title.rating + rateRun(statements, match);
    if (!best || rating > best.rating) best = { statements, title, rating };
  }
  return best && { statements: best.statements, title: best.title };
}

function* runsOf(candidates: readonly TitledStatement[]): Generator<TitledStatement[]> {
  for (const begin of candidates.keys()) {
    for (let end = begin + 1; end <= candidates.length; end++) {
      const [first, ...rest] = candidates.slice(begin, end);
      if (!first) continue;
      const run = [{ ...first, statement: first.alone }, ...rest];
      const words = countWords(run.map(({ statement }) => statement));
      if (words > LIMITS.claimWords.max) break;
      if (words >= LIMITS.claimWords.min) yield run;
    }
  }
}

const bestTitle = (run: readonly TitledStatement[]): Title | undefined =>
  run
    .map(({ title }) => title)
    .filter((title) => title !== undefined)
    .toSorted((a, b) => b.rating - a.rating)[0];

/** Nothing in it points outside, also not to a sentence between that was left out. */
function standsAlone(statements: readonly Statement[]): boolean {
  if (findDangling(statements.map(({ tokens }) => tokens))) return false;
  return statements.every((statement, number) => {
    const before = statements[number - 1];
    return !before || statement.at - before.at <= 1 || !findDangling([statement.tokens]);
  });
}

function rateRun(statements: readonly Statement[], match: TermMatcher): number {
  const text = joinTexts(statements);
  const words = wordsOf(text).length;
  const terms = Math.min(4, new Set(match(wordsOf(text)).map(({ term }) => term)).size);
  const [first, ...rest] = statements;
  return (
    0.3 * terms +
    1.5 * claimCues(text) -
    AIM.perWordMore * Math.max(0, words - AIM.words) -
    AIM.perWordLess * Math.max(0, AIM.least - words) -
    COST.perStatement * rest.length -
    (/^(?:we|our|i|my|you)\b/i.test(first?.text ?? '') ? COST.we : 0) -
    (/^(?:these|those|this|that)\b/i.test(first?.text ?? '') ? COST.demonstrative : 0) -
    COST.gap * rest.filter((statement, at) => statement.at - (statements[at]?.at ?? 0) > 1).length
  );
}

const joinTexts = (statements: readonly Statement[]) => statements.map(({ text }) => text).join(' ');
const countWords = (statements: readonly Statement[]) => wordsOf(joinTexts(statements)).length;
