import { findMainVerb, isFinite, NOMINATIVE } from './find-main-verb.ts';
import type { Token } from './tag-text.ts';

/** A clause that could be a sentence of its own: token span, end exclusive, without the conjunction before it. */
export interface Clause {
  from: number;
  to: number;
  /** What joins it to the one before. */
  joinedBy?: string | undefined;
}

const JOINERS = new Set(['and', 'but', 'so', 'yet', 'because', ';', ':', '—', '–']);
/** A clause after one of these may be part of what is supposed, asked or reported there. */
const SCOPE =
  /^(?:if|unless|whether|when|until|say|says|said|think|thinks|thought|believe|believes|believed|argue|argues|argued|claim|claims|claimed|suppose|imagine|assume|assumes|hope|hopes|feel|feels|felt|guess|suggest|suggests|told|tell|tells|asked|ask|look|clear|fear|fears|worry|idea|theory|argument|notion|would|could|might|maybe|perhaps)$/;
/** A sentence that begins with one of these first gives its condition, reason or time. */
const SUBORDINATE_HEAD =
  /^(?:if|when|as|although|though|while|whereas|because|since|unless|until|once|even|had|should|were|let|imagine)$/;
/** Where a subject and its verb are looked for after a conjunction. */
const REACH = 9;

/** Cuts a sentence where a conjunction or a semicolon begins a clause with a subject and a verb of its own; lists and shared subjects stay whole. */
export function splitClauses(tokens: readonly Token[]): Clause[] {
  const borders = tokens.flatMap((_, at) => (isBorder(tokens, at) ? [at] : []));
  return [-1, ...borders].map((border, number) => ({
    from: border + 1,
    to: endBefore(tokens, borders[number] ?? tokens.length),
    joinedBy: tokens[border]?.lower,
  }));
}

/** Whether what comes after `at` is free of what was supposed, denied or reported before it. */
export const isFreeOf = (before: readonly Token[]): boolean =>
  !before.some(({ lower }, at) => SCOPE.test(lower) && !isOwnOpinion(before, at)) &&
  !SUBORDINATE_HEAD.test(before[0]?.lower ?? '');

/** What the speaker thinks is what is being said. */
const isOwnOpinion = (tokens: readonly Token[], at: number) =>
  /^(?:think|believe)$/.test(tokens[at]?.lower ?? '') && /^(?:i|we)$/.test(tokens[at - 1]?.lower ?? '');

function isBorder(tokens: readonly Token[], at: number): boolean {
  if (at < 3 || at > tokens.length - 4) return false;
  if (!JOINERS.has(tokens[at]?.lower ?? '') && !isSplice(tokens, at)) return false;
  if (
    tokens[at]?.lower === 'so' &&
    (tokens[at + 1]?.lower === 'that' || !tokens[at - 1] || !/[,]/.test(tokens[at - 1]?.text ?? ''))
  )
    return false;
  // "Since Ann and I talked": both are the subject of one clause.
  if (/^(?:since|when|before|after|as|until|while|once)$/.test(tokens[at - 2]?.lower ?? '')) return false;
  if (findMainVerb(tokens.slice(0, at)) === undefined) return false;
  return startsClause(tokens.slice(at + 1));
}

/** "The chip is slow, they sell it anyway": speech joins sentences with a comma. */
function isSplice(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at]?.text === ',' && next !== undefined && NOMINATIVE.has(next.lower) && isFinite(tokens, at + 2);
}

/** A subject of a few words without a comma, and then a finite verb. */
function startsClause(rest: readonly Token[]): boolean {
  const verb = rest.findIndex((_, at) => at > 0 && at < REACH && isFinite(rest, at));
  if (verb < 1) return false;
  const subject = rest.slice(0, verb);
  const [first] = subject;
  if (first && ['ADP', 'SCONJ', 'VERB', 'AUX'].includes(first.tag) && !/ing$/.test(first.lower)) return false;
  if (first && /^(?:which|who|whose|whom|that|what|where|when|how|why)$/.test(first.lower)) return false;
  return (
    subject.some(({ tag }) => ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(tag)) &&
    !subject.some(({ lower, tag }) => lower === ',' || tag === 'VERB' || tag === 'CCONJ')
  );
}

function endBefore(tokens: readonly Token[], end: number): number {
  let to = end;
  while (to > 0 && /^[,;:.]$/.test(tokens[to - 1]?.text ?? '') && end < tokens.length) to--;
  return to;
}
