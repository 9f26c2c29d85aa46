import { findCuts, type Cut } from './find-cuts.ts';
import { isNegation } from './find-tail-cuts.ts';
import { resolveSubject } from './resolve-subject.ts';
import { restate } from './restate.ts';
import { isFreeOf, splitClauses } from './split-clauses.ts';
import { stripOpenings } from './strip-openings.ts';
import { tagText, type Token } from './tag-text.ts';

/** A shorter sentence that the longer one says, and how much it leaves out: 0 for openings and padding, more for what was said about the point. */
export interface Shortened {
  text: string;
  cost: number;
}

const MOST_CUTS = 10;
/** What tidying may save: spaces before signs, "is going to". */
const TIDY_GAIN = 25;
/** A pronoun that was replaced is a little less sure than a name that was said. */
const RESOLVED_COST = 0.6;
/** What was put in another order is a little further from what was said. */
const RESTATED_COST = 0.2;

/**
 * Shorter forms of a sentence, the fullest first: single clauses of it, without openings, asides, reasons and relative clauses;
 * never with an ellipsis. `before`: what was said before it, the nearest first.
 */
export function shortenSentence(
  text: string,
  mostCharacters: number,
  before: readonly (readonly Token[])[] = [],
): Shortened[] {
  const forms = [text, ...restate(text)].flatMap((way, number) =>
    shortenOne(way, mostCharacters, before).map((form) => ({
      ...form,
      cost: form.cost + (number > 0 ? RESTATED_COST : 0),
    })),
  );
  const cheapest = new Map(forms.toSorted((a, b) => b.cost - a.cost).map((form) => [form.text, form]));
  return [...cheapest.values()].toSorted((a, b) => a.cost - b.cost);
}

function shortenOne(text: string, mostCharacters: number, before: readonly (readonly Token[])[]): Shortened[] {
  const stripped = stripOpenings(text);
  const tokens = tagText(stripped);
  return clauseRuns(tokens).flatMap(({ from, to, cost }) => {
    const clause = openedWithout(stripped, tokens.slice(from, to));
    const resolved = resolveIn(clause, from === 0 ? before : [innermost(tokens.slice(0, from - 1)), ...before]);
    return [
      ...shorterForms(clause, mostCharacters, cost),
      ...(resolved ? shorterForms(resolved, mostCharacters, cost + RESOLVED_COST) : []),
    ];
  });
}

/** A clause without its own openings ("…, and I think prices fall"). */
function openedWithout(text: string, clause: readonly Token[]): readonly Token[] {
  const own = text.slice(clause[0]?.start, clause.at(-1)?.end);
  return tagText(stripOpenings(own));
}

/** "They told us that the old gears are slow": what was told. */
const innermost = (clause: readonly Token[]) =>
  clause.slice(clause.findLastIndex(({ lower, tag }) => lower === 'that' && tag === 'SCONJ') + 1);

function resolveIn(clause: readonly Token[], before: readonly (readonly Token[])[]): readonly Token[] | undefined {
  const resolved = resolveSubject(clause, before);
  return resolved === undefined ? undefined : tagText(resolved);
}

/** Runs of clauses that stand by themselves: not what is conceded before a "but", nor what is supposed or reported. */
function clauseRuns(tokens: readonly Token[]): Cut[] {
  const clauses = splitClauses(tokens);
  // "I would not bet on them, because …": the reason is the speaker's.
  const isOwnView = tokens[0]?.lower === 'i';
  return clauses.flatMap((first, begin) =>
    clauses.slice(begin).flatMap((last, length): Cut[] => {
      const next = clauses[begin + length + 1];
      const left = clauses.length - length - 1;
      if (next?.joinedBy === 'but' || next?.joinedBy === 'yet') return [];
      // "They do not buy it because it is cheap": neither half is what was said.
      // "You add it up, and it is a billion": the first half is a condition.
      if (next && tokens[first.from]?.lower === 'you') return [];
      if (
        [first.joinedBy, next?.joinedBy].includes('because') &&
        tokens.slice(0, last.to).some(isNegation) &&
        !isOwnView
      )
        return [];
      // "It is not the chip, it is the price."
      if (next && /^[,;:—–]$/.test(next.joinedBy ?? '') && tokens.slice(first.from, last.to).some(isNegation))
        return [];
      if (begin > 0 && !isFreeOf(tokens.slice(0, first.from))) return [];
      return [{ from: first.from, to: last.to, cost: left * 0.6 }];
    }),
  );
}

function shorterForms(tokens: readonly Token[], mostCharacters: number, cost: number): Shortened[] {
  const cuts = findCuts(tokens).slice(0, MOST_CUTS);
  const forms: Shortened[] = [];
  for (let chosen = 0; chosen < 1 << cuts.length; chosen++) {
    const applied = cuts.filter((_, bit) => (chosen & (1 << bit)) !== 0);
    if (lengthWithout(tokens, applied) > mostCharacters + TIDY_GAIN) continue;
    const shorter = withoutCuts(tokens, applied);
    if (shorter.length <= mostCharacters)
      forms.push({ text: shorter, cost: cost + applied.reduce((sum, cut) => sum + cut.cost, 0) });
  }
  return forms;
}

/** About how many characters are left, without making the text. */
const lengthWithout = (tokens: readonly Token[], cuts: readonly Cut[]) =>
  tokens.reduce(
    (sum, { start, end }, at) => (cuts.some(({ from, to }) => at >= from && at < to) ? sum : sum + end - start + 1),
    0,
  );

function withoutCuts(tokens: readonly Token[], cuts: readonly Cut[]): string {
  let out = '';
  let lastKept = -1;
  for (const [at, token] of tokens.entries()) {
    if (cuts.some(({ from, to }) => at >= from && at < to)) continue;
    const before = tokens[at - 1];
    const isJoined =
      lastKept >= 0 &&
      before !== undefined &&
      before.end === token.start &&
      (lastKept === at - 1 || token.tag === 'PUNCT');
    out += isJoined || lastKept < 0 ? token.text : ` ${token.text}`;
    lastKept = at;
  }
  return tidyTitle(out);
}

const tidyTitle = (text: string) =>
  text
    .replace(/\b(is|are|'s|'re|’s|’re) going to (?=be\b|\p{L}+)/gu, (going, verb: string) =>
      /^['’]/.test(verb) ? going : 'will ',
    )
    .replace(/(?<=\d) per ?cent\b/gi, '%')
    .replace(/\bin order to\b/gi, 'to')
    .replace(/\bthe United States\b/g, 'the US')
    .replace(/(?<![$€£¥\p{L}])(\d[\d.,]*) (million|billion|trillion) (?:US )?dollars?\b/gu, '$$$1 $2')
    .replace(/\s+([,;:.?!%])/g, '$1')
    .replace(/,(?:\s*,)+/g, ',')
    .replace(/[\s,;:.!—–-]+$/, '')
    .replace(/^[\s,;:—–-]+/, '')
    .replace(/^["“]?\p{Ll}/u, (head) => head.toUpperCase());
