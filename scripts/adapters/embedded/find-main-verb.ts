import type { Token } from './tag-text.ts';

/** Forms that are always finite, whatever the tagger makes of them. */
const FINITE = new Set(
  (
    "is are was were am isn't 's 're 'm has had have 've 'd do does did can could will would shall should may might must " +
    "'ll wo ca became becomes become got gets went goes came comes"
  ).split(' '),
);
/** Verbs that the tagger takes for nouns ("the model costs 10 cents", "everyone copies it"). */
const VERBS_TAKEN_FOR_NOUNS = new Set(
  (
    'costs cost copies needs need means works work makes make builds build cuts cut hurts hurt beats beat drives drive ' +
    'wins win runs run wants want sells sell prices trains train matters matter plans uses use shows show leads lead ' +
    'rises rise falls fall fails fail helps help moves move depends depend remains remain drops drop lasts last ' +
    'changes change starts start stops stop requires require creates create produces produce spends spend ' +
    'buys buy pays pay loses lose lags lag grows grow scales scale ships ship delivers deliver offers offer ' +
    'faces face limits allows allow lets let puts put gives give takes take turns turn looks look sounds released ' +
    'outperforms beats accounts competes compete dominates charges charge subsidizes burns burn ' +
    'handles tends tend wants likes cares care struggles benefits demands slows kills saves matters thinks seems activates'
  ).split(' '),
);
/** What opens a clause inside another, which has a verb of its own. */
const SUBORDINATORS = new Set(
  (
    'which who whom whose that when where what how why whether if because although though while whereas unless until ' +
    'since once as after before whatever whoever wherever whenever whichever'
  ).split(' '),
);
export const NOMINATIVE = new Set('i we you they he she it everyone everybody people'.split(' '));
/** What may stand within the words of one verb ("is not really going to be"). */
const IN_VERB_GROUP = new Set(['AUX', 'PART', 'ADV', 'VERB']);

/**
 * Index of the finite verb of the main clause, by counting the clauses that are opened before it; `undefined` where there is none.
 * A shallow reading: no parser, only tags and closed lists of words.
 */
export const findMainVerb = (tokens: readonly Token[]): number | undefined => readClauses(tokens).mainVerb;

/** Whether every clause that is opened has its verb: "analysis shows that the way they are served" has not. */
export const isComplete = (tokens: readonly Token[]): boolean => {
  const { mainVerb, open } = readClauses(tokens);
  return mainVerb !== undefined && open <= 0;
};

function readClauses(tokens: readonly Token[]): { mainVerb: number | undefined; open: number } {
  let open = 0;
  let mainVerb: number | undefined;
  for (let at = 0; at < tokens.length; at++) {
    if (opensClause(tokens, at) || ((mainVerb === undefined || open > 0) && opensBareClause(tokens, at))) open++;
    else if (at > 0 && isFinite(tokens, at)) {
      if (mainVerb === undefined && open === 0 && isSecondOfClause(tokens, at)) continue;
      if (mainVerb === undefined && open === 0) mainVerb = at;
      else open--;
      at = endOfVerbGroup(tokens, at) - 1;
    }
  }
  return { mainVerb, open };
}

/** "The rules that were written and changed": a verb straight after "and" belongs with the one before, in its clause. */
const isSecondOfClause = (tokens: readonly Token[], at: number): boolean =>
  /^(?:and|or)$/.test(tokens[at - 1]?.lower ?? '') &&
  tokens.slice(0, at).some(({ lower }, before) => /^(?:that|which|who)$/.test(lower) && opensClause(tokens, before));

/** A verb that tells time and person; what stands after "to", "be" or a modal is not looked at, as its auxiliary was. */
export function isFinite(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  // "to just talk"
  const before = tokens[at - 1]?.tag === 'ADV' && tokens[at - 2]?.lower === 'to' ? tokens[at - 2] : tokens[at - 1];
  if (!token || !before || ['to', 'the', 'a', 'an', 'my', 'our', 'their', 'his', 'its', 'your'].includes(before.lower))
    return false;
  if (token.lower === "'s") return token.tag === 'AUX' || !isNominal(tokens[at + 1]);
  // "medium-sized"
  if (/^[-‑]$/.test(before.text)) return false;
  if (FINITE.has(token.lower)) return token.text !== 'May';
  // "the model costs ten cents"
  if (
    /^costs?$/.test(token.lower) &&
    (tokens[at + 1]?.tag === 'NUM' ||
      /^(?:about|around|roughly|less|more|\$|only|just|nothing|you|us|them)$/.test(tokens[at + 1]?.lower ?? ''))
  )
    return true;
  if (token.tag === 'AUX') return !['be', 'been', 'being', 'having'].includes(token.lower);
  // "to go spend", "help them win": the second verb is an infinitive.
  if (token.tag === 'VERB' && /^(?:go|come|help|let|make)$/.test(before.lower)) return false;
  // "an even longer list of parts"
  if (token.tag === 'VERB' && tokens[at + 1]?.lower === 'of' && ['ADJ', 'ADV', 'DET'].includes(before.tag))
    return false;
  if (token.tag === 'VERB')
    return (
      !token.lower.endsWith('ing') && !['of', 'in', 'for', 'with', 'by', 'from', 'on', 'at'].includes(before.lower)
    );
  // "that you get", "which limited": the tagger takes these for a noun and an adjective.
  if (['i', 'we', 'you', 'they', 'he', 'she', 'who'].includes(before.lower) && ['NOUN', 'ADJ'].includes(token.tag))
    return token.lower !== 'guys';
  if (before.lower === 'which' && /(?:ed|s)$/.test(token.lower)) return true;
  return VERBS_TAKEN_FOR_NOUNS.has(token.lower) && isSubjectEnd(before) && !isFinite(tokens, at + 1);
}

const isNominal = (token: Token | undefined) =>
  token !== undefined && ['NOUN', 'PROPN', 'ADJ', 'NUM', 'SYM'].includes(token.tag);
const isSubjectEnd = (token: Token) => ['NOUN', 'PROPN', 'PRON', 'ADV', 'AUX'].includes(token.tag);

function opensClause(tokens: readonly Token[], at: number): boolean {
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (!token) return false;
  if (token.lower === 'that') return opensThatClause(tokens, at);
  if (['as', 'since', 'before', 'after', 'once', 'until'].includes(token.lower)) return opensTimeClause(tokens, at);
  if (SUBORDINATORS.has(token.lower)) return true;
  if (token.lower === 'so' && at > 0 && NOMINATIVE.has(tokens[at + 1]?.lower ?? '')) return true;
  // "Had they sold, …", "Should it fall, …".
  if (at === 0 && /^(?:had|should|were)$/.test(token.lower)) return true;
  // "the chips they make": a pronoun straight after a noun begins a clause about it.
  return (
    NOMINATIVE.has(token.lower) &&
    before !== undefined &&
    token.lower !== 'people' &&
    (['NOUN', 'PROPN'].includes(before.tag) || (tokens[at - 2]?.lower === 'of' && /s$/.test(before.lower)))
  );
}

/** "The oil the gear needs": a noun straight after a noun's phrase begins a clause about it. */
const opensBareClause = (tokens: readonly Token[], at: number): boolean =>
  /^(?:the|a|an|my|our|their)$/.test(tokens[at]?.lower ?? '') &&
  ['NOUN', 'PROPN'].includes(tokens[at - 1]?.tag ?? '') &&
  !/ing$/.test(tokens[at - 1]?.lower ?? '');

/** "Since they fell", but not "since 2019", "once again". */
function opensTimeClause(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const isHead = before === undefined || before.lower === 'that' || before.text === ',';
  // "After the ban, they fell": a phrase that a comma ends before any verb is no clause.
  const comma = tokens.findIndex(({ text }, later) => later > at && text === ',');
  const reach = tokens.slice(at + 1, Math.min(at + 8, comma < 0 ? tokens.length : comma));
  return (
    after !== undefined &&
    (NOMINATIVE.has(after.lower) || (isHead && reach.some((_, next) => isFinite(tokens, at + next + 1))))
  );
}

/** "That" alone, or before a noun, opens nothing. */
function opensThatClause(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (!before || !after || /^(?:what|which|who|how)$/.test(before.lower)) return false;
  if (!tokens.some((_, later) => later > at && isFinite(tokens, later))) return false;
  return ['NOUN', 'PROPN', 'VERB', 'ADJ', 'AUX', 'PRON'].includes(before.tag) && !(before.lower === 'of');
}

/** The place after the words of one verb: "has not really fallen", "is going to be"; the next finite verb is another one. */
function endOfVerbGroup(tokens: readonly Token[], at: number): number {
  let end = at + 1;
  while (end < tokens.length && IN_VERB_GROUP.has(tokens[end]?.tag ?? '')) {
    const isVerb = tokens[end]?.tag === 'VERB';
    if (isVerb && tokens[end - 1]?.tag === 'VERB') break;
    end++;
    if (isVerb && tokens[end]?.lower !== 'to') break;
  }
  return tokens[at]?.tag === 'VERB' && tokens[at + 1]?.lower !== 'to' ? at + 1 : end;
}
