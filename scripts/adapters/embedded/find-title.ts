import { LIMITS } from '#domain/insight.ts';
import type { TermMatcher } from '#domain/match-terms.ts';
import { wordsOf } from '#domain/words.ts';
import { findDangling } from './find-dangling.ts';
import { findMainVerb, isComplete, NOMINATIVE } from './find-main-verb.ts';
import { rateTitle } from './rate-title.ts';
import { hasSubject, type Statement } from './read-statement.ts';
import { shortenSentence } from './shorten-sentence.ts';
import { tagText, type Token } from './tag-text.ts';
import { REFUSALS } from './title-refusals.ts';

export interface Title {
  text: string;
  rating: number;
}

const LEAST = { words: 5, contentWords: 2, characters: 24, rating: -3 };
/** Words that say little by themselves. */
const LIGHT =
  /^(?:be|thing|things|lot|way|kind|sort|stuff|bit|people|something|anything|everything|time|today|part|point|case|example|guy|guys|make|get|do|go|have|say|see|know|think|want|need|come|take|look|put|use|really|good|big|great|other|first|second|one|two|three|same|many|much|more|right|different|next|question|answer)$/;
const NO_END = new Set(['DET', 'ADP', 'CCONJ', 'SCONJ', 'PRON', 'PART', 'AUX']);
/** Of the shortened forms, so many of those that lose least are looked at. */
const MOST_FORMS = 40;
/** What a title loses by what was left out of it. */
const CUT_COST = 0.5;

/** The best title that a statement makes: a complete shorter statement, with a subject and a finite verb, that points to nothing outside; `undefined` where there is none. */
export function findTitle({ text, before }: Statement, match: TermMatcher): Title | undefined {
  const titles = shortenSentence(text, LIMITS.titleCharacters, before)
    .slice(0, MOST_FORMS)
    .flatMap(({ text: shorter, cost }) => {
      const tokens = tagText(shorter);
      return isTitle(shorter, tokens)
        ? [{ text: shorter, rating: rateTitle({ text: shorter, tokens, spoken: text }, match) - CUT_COST * cost }]
        : [];
    });
  return titles.filter(({ rating }) => rating >= LEAST.rating).toSorted((a, b) => b.rating - a.rating)[0];
}

function isTitle(text: string, tokens: readonly Token[]): boolean {
  if (REFUSALS.some((sign) => sign.test(text))) return false;
  if (text.length < LEAST.characters || wordsOf(text).length < LEAST.words || contentOf(tokens) < leastContent(text))
    return false;
  const verb = findMainVerb(tokens);
  if (verb === undefined || !hasSubject(tokens, verb) || !isComplete(tokens) || !opensWell(tokens, verb)) return false;
  if (tokens.some((token, at) => isSecondVerb(token, tokens[at - 1]))) return false;
  const last = tokens.findLast(({ tag }) => tag !== 'PUNCT');
  return (
    last !== undefined &&
    (!NO_END.has(last.tag) ||
      /^(?:it|them|us|been|you|that|this|up|out|down|off|away|in|on|over|around|so|before|all)$/.test(last.lower)) &&
    findDangling([tokens]) === undefined
  );
}

/** "Every token is produces a vector." */
const isSecondVerb = (token: Token, before: Token | undefined) =>
  token.tag === 'VERB' && /[^s]s$/.test(token.lower) && /^(?:is|are|was|were|will|can|to)$/.test(before?.lower ?? '');

/** What begins with a phrase or a condition ("When prices fall, …") has its subject after the comma. */
function opensWell(tokens: readonly Token[], verb: number): boolean {
  const [first, second] = tokens;
  if (first?.lower === 'even' && !/^(?:if|though|when|as|in|for|with|on|at|by)$/.test(second?.lower ?? '')) return true;
  if (first?.tag === 'VERB' && !/(?:ing|ed)$/.test(first.lower)) return false;
  if (isDislocated(tokens, verb)) return false;
  if (
    !first ||
    (!['ADP', 'SCONJ'].includes(first.tag) &&
      !/^(?:when|if|as|because|although|while|since|once|after|before|until|even|with|by|in|for|at|on|from|to)$/.test(
        first.lower,
      ))
  )
    return true;
  // "About half of them" and "over 40 models" are subjects.
  if (
    /^(?:about|around|over|up|almost|nearly|at)$/.test(first.lower) &&
    tokens.slice(1, 4).some(({ tag }) => tag === 'NUM')
  )
    return true;
  const comma = tokens.findLastIndex(({ text }, at) => text === ',' && at < verb);
  return (
    comma > 0 &&
    tokens
      .slice(comma + 1, verb)
      .some(({ tag, lower }) => ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(tag) || lower === 'there')
  );
}

/** "The chips, they are slow": one comma between a noun phrase that opens the sentence and the subject; a time may stand there. */
function isDislocated(tokens: readonly Token[], verb: number): boolean {
  const [first] = tokens;
  const commas = tokens.slice(0, verb).flatMap(({ text }, at) => (text === ',' ? [at] : []));
  const [comma] = commas;
  if (comma === undefined || !first || !['DET', 'NOUN', 'PROPN', 'NUM', 'ADJ', 'PRON'].includes(first.tag))
    return false;
  const subject = tokens[(commas.at(-1) ?? comma) + 1]?.lower ?? '';
  if (commas.length > 1 && !NOMINATIVE.has(subject)) return false;
  return !tokens.slice(0, comma).some(({ lower }) => TIME.test(lower)) && tokens[comma + 1]?.lower !== 'and';
}
const TIME =
  /^(?:today|now|tomorrow|yesterday|ago|later|next|last|year|years|month|months|week|weeks|january|february|march|april|june|july|august|september|october|november|december|(?:19|20)\d\d|day|days|when|if|once|as|given)$/;

/** "There is also memory" says that something exists, and no more. */
const leastContent = (text: string) => (/^there\b/i.test(text) ? LEAST.contentWords + 2 : LEAST.contentWords);

const contentOf = (tokens: readonly Token[]) =>
  tokens.filter(({ tag, lower }) => ['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM'].includes(tag) && !LIGHT.test(lower)).length;
