import { findMainVerb, isFinite } from './find-main-verb.ts';
import { findTailCuts } from './find-tail-cuts.ts';
import type { Token } from './tag-text.ts';

/** Tokens of a sentence that can be left out, end exclusive, and how much is lost with them. */
export interface Cut {
  from: number;
  to: number;
  cost: number;
}

/** Adverbs in -ly that say how sure, how much or how often: without them the sentence would say more than was said. */
const MEASURED =
  /^(?:nearly|roughly|approximately|probably|possibly|partly|partially|mostly|largely|mainly|primarily|potentially|relatively|barely|hardly|rarely|early|only|apparently|allegedly|reportedly|supposedly|likely|unlikely|effectively|virtually|practically|fairly|increasingly|annually|daily|weekly|monthly|yearly|usually|typically|generally|normally|theoretically|presumably|arguably|seemingly|hopefully|occasionally|sparsely|equally|slightly|family|supply|apply|rely|fly|reply|assembly|previously|formerly|initially|eventually|currently|legally|technically|locally|globally|openly|publicly|directly|indirectly|marginally)$/;
/** Words inside a sentence that add weight and no sense. */
const PADDING = new Set(
  'really actually basically essentially literally obviously just very quite simply certainly incredibly'.split(' '),
);

/** What can go out of a sentence, the cheapest first. */
export function findCuts(tokens: readonly Token[]): Cut[] {
  const verb = findMainVerb(tokens) ?? tokens.length;
  return [
    ...paddingCuts(tokens),
    ...wordCuts(tokens),
    ...spanCuts(tokens),
    ...headCuts(tokens, verb),
    ...asideCuts(tokens, verb),
    ...findTailCuts(tokens, verb),
  ].toSorted((a, b) => a.cost - b.cost);
}

const paddingCuts = (tokens: readonly Token[]): Cut[] =>
  tokens.flatMap(({ lower, tag }, at): Cut[] => {
    const [before, after] = [tokens[at - 1]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
    const isPadding =
      PADDING.has(lower) && !['not', "n't", 'only', 'as'].includes(before) && !['as', 'not', ',', '.'].includes(after);
    if ((isPadding || (lower === 'pretty' && tokens[at + 1]?.tag === 'ADJ')) && before !== '')
      return [{ from: at, to: at + 1, cost: 0.05 }];
    const isManner =
      tag === 'ADV' &&
      lower.endsWith('ly') &&
      !MEASURED.test(lower) &&
      !/^(?:not|n't|as|so|too|how|more|less|and|very|pretty|quite|extremely|really|most|much|fairly|increasingly|only|almost|nearly|virtually)$/.test(
        before,
      ) &&
      after !== 'and' &&
      before !== '';
    return isManner ? [{ from: at, to: at + 1, cost: 0.15 }] : [];
  });

/** Words that a headline does without: "says that they", "the whole industry", "after the ban, I think prices fall". */
const wordCuts = (tokens: readonly Token[]): Cut[] =>
  tokens.flatMap(({ lower, tag }, at): Cut[] => {
    const [before, next, after] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
    if (lower === 'that' && REPORTS.test(before?.lower ?? '') && next && BEGINS_CLAUSE.has(next.tag))
      return [{ from: at, to: at + 1, cost: 0.05 }];
    // "Chips that are made in the north": chips made in the north.
    if (
      /^(?:that|which|who)$/.test(lower) &&
      before !== undefined &&
      ['NOUN', 'PROPN'].includes(before.tag) &&
      /^(?:is|are|was|were)$/.test(next?.lower ?? '') &&
      after?.tag === 'VERB' &&
      /(?:ed|en|ing)$/.test(after.lower)
    )
      return [{ from: at, to: at + 2, cost: 0.1 }];
    if (lower === 'i' && before?.text === ',' && /^(?:think|believe)$/.test(next?.lower ?? ''))
      return [{ from: at, to: after?.text === ',' ? at + 3 : at + 2, cost: 0.15 }];
    if (tag === 'ADJ' && GENERAL.test(lower) && isNominal(next) && before !== undefined)
      return [{ from: at, to: at + 1, cost: 0.2 }];
    return [];
  });
const REPORTS =
  /^(?:says?|said|thinks?|thought|believes?|believed|claims?|claimed|argues?|argued|shows?|showed|means?)$/;
const BEGINS_CLAUSE: ReadonlySet<string> = new Set(['PRON', 'DET', 'NOUN', 'PROPN']);
/** Adjectives that narrow nothing down. */
const GENERAL = /^(?:whole|actual|entire|overall)$/;
const isNominal = (token: Token | undefined) => token !== undefined && ['NOUN', 'PROPN', 'ADJ'].includes(token.tag);

/** "Over the past ten years or so" within a statement about today. */
const SPAN =
  /^(?:over|in|for|during) the (?:past|last) (?:[^ ]+ ){0,3}(?:years?|months?|weeks?|decades?|days?)(?: or so)?(?=,| |$)/;
const PRESENT =
  /^(?:right now|today|these days|at the moment|at this point|at that point|once again|in general|by the way|in a sense|in some sense|in many ways|of course)(?=,| |$)/;

const spanCuts = (tokens: readonly Token[]): Cut[] =>
  tokens.flatMap((_, at): Cut[] => {
    const rest = tokens
      .slice(at, at + 9)
      .map(({ lower }) => lower)
      .join(' ');
    const phrase = SPAN.exec(rest)?.[0] ?? PRESENT.exec(rest)?.[0];
    return phrase && at > 0 ? [{ from: at, to: at + phrase.split(' ').length, cost: 0.4 }] : [];
  });

/** "Battered by the ban, the company …", "As demand grew, …", "In the last few years, …": what stands before the main clause and does not limit it. */
function headCuts(tokens: readonly Token[], verb: number): Cut[] {
  const comma = tokens.findIndex(({ text }) => text === ',');
  const [first, second] = tokens;
  if (!first || !second || comma < 2 || comma > 18) return [];
  const head = tokens.slice(0, comma);
  const isParticiple = first.tag === 'VERB' && /(?:ing|ed)$/.test(first.lower) && findMainVerb(head) === undefined;
  const isReason =
    /^(?:although|though|because|since|as|while)$/.test(first.lower) &&
    head.some((_, at) => at > 0 && isFinite(tokens, at));
  const isSpan = SPAN.test(head.map(({ lower }) => lower).join(' '));
  const to = comma + 1;
  if (isParticiple || isReason || isSpan) return [{ from: 0, to, cost: 0.8 }];
  return isPointer(head) && verb > comma ? [{ from: 0, to, cost: 0.6 }] : [];
}

/** "In this filing, …" only points; "in the north, …" says where the sentence holds. */
const isPointer = (head: readonly Token[]) =>
  head.length <= 4 &&
  head[0]?.tag === 'ADP' &&
  /^(?:this|that)$/.test(head[1]?.lower ?? '') &&
  head.at(-1)?.lower !== 'case';

/** What stands between two commas: a relative clause, an apposition, "including …", "for example". */
function asideCuts(tokens: readonly Token[], verb: number): Cut[] {
  const all = tokens.flatMap(({ text }, at) => (text === ',' ? [at] : []));
  // "Last week, the maker, who …": the subject comes after the first comma.
  const commas = /^(?:last|this|next|today|now|yesterday|earlier)$/.test(tokens[0]?.lower ?? '') ? all.slice(1) : all;
  const [begin] = commas;
  // "Engineers who build it, who see it every day, say": all that stands between the subject and its verb.
  const long: Cut[] =
    begin !== undefined &&
    commas.length > 2 &&
    commas.includes(verb - 1) &&
    isNominal(tokens[begin - 1]) &&
    begin < verb - 1
      ? [{ from: begin, to: verb, cost: 0.8 }]
      : [];
  const single = commas.flatMap((from, number): Cut[] => {
    const to = commas[number + 1];
    if (to === undefined) return [];
    return isAside(tokens, { from, to, verb }) ? [{ from, to: to + 1, cost: 0.6 }] : [];
  });
  return [...long, ...single];
}

function isAside(tokens: readonly Token[], { from, to, verb }: { from: number; to: number; verb: number }): boolean {
  const inside = tokens.slice(from + 1, to);
  const [first, next] = [inside[0], tokens[to + 1]];
  if (!first || !next || inside.length > 20) return false;
  if (
    inside.some(({ lower }) =>
      ['if', 'unless', 'not', "n't", 'without', 'except', 'when', 'probably', 'maybe', 'perhaps'].includes(lower),
    )
  )
    return false;
  if (
    /^(?:which|who|including|especially|particularly|such|although|though|of|like|for|in)$/.test(first.lower) &&
    next.lower !== 'and'
  )
    return true;
  if (first.lower === 'i' && /^(?:think|believe)$/.test(inside[1]?.lower ?? '') && inside.length === 2) return true;
  // An apposition: a noun phrase between the subject and its verb.
  return verb === to + 1 && ['DET', 'NOUN', 'PROPN', 'ADJ'].includes(first.tag) && findMainVerb(inside) === undefined;
}
