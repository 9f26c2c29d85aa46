import { LIMITS } from '#domain/insight.ts';
import type { TermMatcher } from '#domain/match-terms.ts';
import { wordsOf } from '#domain/words.ts';
import { findDangling } from './find-dangling.ts';
import { findMainVerb, isComplete, NOMINATIVE } from './find-main-verb.ts';
import { rateTitle } from './rate-title.ts';
import { hasSubject, type Statement } from './read-statement.ts';
import { shortenSentence } from './shorten-sentence.ts';
import { tagText, type Token } from './tag-text.ts';

export interface Title {
  text: string;
  rating: number;
}

const LEAST = { words: 5, contentWords: 2, characters: 24, rating: -3 };
/** Words that say little by themselves. */
const LIGHT =
  /^(?:be|thing|things|lot|way|kind|sort|stuff|bit|people|something|anything|everything|time|today|part|point|case|example|guy|guys|make|get|do|go|have|say|see|know|think|want|need|come|take|look|put|use|really|good|big|great|other|first|second|one|two|three|same|many|much|more|right|different|next|question|answer)$/;
/** A title does not begin in the middle of a thought, with a condition that belongs to another sentence, or with an order. */
const NO_BEGINNING =
  /^(?:i|me|my|mine|well|meaning|let|how|the way (?:that|this|it)|why|where|who|whose|of|not|than|like|then|though|whereas|which|or|another|maybe|perhaps|just|the (?:(?:first|second|third|last|latter|former|next)(?! (?-i:\p{Lu}))|other|same|question|answer|thing)|one (?:is|was|of)|plus|such|same|here|got|as \p{Lu}\p{L}+ (?:said|says|mentioned)|(?:first|second|third) (?:is|was)|number (?:one|two|three)|totally|he|she|his|her|him|they|them|their|its|this|that|these|those|imagine|suppose|say|think|look|take|you(?:'re| are) right|only|both|each|again|so|and|but|does|did|do|is|are|was|were|can|could|will|would|have|has|there you|you (?:look|add|go|take|have to say|can say)|especially|what (?:that|this|it))\b/iu;
/** Talk about the talk, not about the world. */
const ABOUT_TALK =
  /\b(?:i|me|my|mine|myself)\b|\b(?:question|conversation|episode|podcast|slide)\b|["“”?]|\bet cetera\b|\bsorry\b|\b(?:said|says|put it) (?:this|it)\b/i;
/** "Allen says, in 2020": what was said is missing. */
const CUT_REPORT = /\b(?:says|said|argues|argued|claims|claimed|notes|thinks),?\s.{1,24}$/i;
/** "Not only" and "not just" call for what comes after; a last part without a verb was cut in two. */
const HALF =
  /\b(?:in|of|on|for|with|about|from|to|at|than) (?:that|this) (?!year|month|week|decade|country|world|industry|kind|\p{L}+ (?:is|are|was|were|can|will|would|has|have)\b)\p{L}+|(?:\bnot|n't) (?:just|only|so much|because)\b(?!.*\bbut\b)|\b(?:think|believe),|,? (?:but|so|or|yet) (?:at|in|on|for|by|with|as|of|to) [^,]*$/iu;
/** Nouns that call for an "of". */
/** "They do that", "AI has sped that up": what was done is said elsewhere. */
const POINTS_AWAY =
  /\b(?:do|does|did|doing|done|see|seen|accelerat\p{Ll}+|chang\p{Ll}+|mak\p{Ll}+|us\p{Ll}+|got?|had|have|has) (?:that|this)(?: \p{Ll}+ly)?$/iu;
/** Says that there is something to say ("there are two reasons"), or takes what it is about from outside ("it made it", "the chips they have"). */
const EMPTY =
  /^There(?:['’]s| is| are|['’]re) (?:also |just |really )?(?:(?:a lot of|lots of|tons of|two|three|four|several|many|some|a couple of|a few|a number of)(?: \p{L}+)? (?:facets|theories|things|ways|reasons|challenges|problems|questions|areas|points|parts|aspects|issues|examples|sides)\b|(?:tons|lots|many|some|plenty) (?:that|who|of (?:them|those|these))\b)|\bit \p{L}+ it\b|^the \p{L}+ (?:they|he|she) (?:have|has|had|are|is|were|was)\b|\b(?:do|doing|did|done) (?:that|this) (?:and|or|so|too|as)\b/iu;
/** A degree without what it is of, and "but also" without "not only". */
const BROKEN =
  /\b(?:very|so|too|quite|really|pretty|more|most|also)$|^(?!.*\bnot (?:only|just)\b).*\bbut also\b|\bthe (?!more|less|same)\p{Ll}+ the (?!more|less|same)\p{Ll}+ (?:to|of|in)\b|\b(?:better|worse|cheaper|faster|more) it (?:becomes|is|gets|makes|will)\b/iu;
/** A thought that was begun twice ("you're there's"), a preposition straight before a verb ("like for is"), two verbs ("is produces"). */
const TWICE_BEGUN =
  /\b(?:I|you|we|they|it|he|she|there)(?:['’](?:re|s|ll|ve)| (?:will|are|is|have|can|charge))? (?:(?:you|we|they|there|it)(?:['’](?:re|s|ll|ve)\b| (?:will|are|is|have|can)\b))|\b(?:for|of|at|by|from|like|with) (?:is|are|was|were|has)\b|\bor something\b|\b(?:is|was) (?:yes|no|look|okay|it['’]s|it is|there)\b|\b(?:you know|i mean)\b/i;
/** "The gear is cheap, it is clean": two sentences in one. */
const SPLICED =
  /^(?!(?:if|when|as|because|although|though|while|since|once|after|before|until|even|unless|in|for|with|without|at|by|to|on|from|the more|today|now|given)\b).*, (?:it|they|we|you|he|she)(?:['’]| (?:is|are|was|were|has|have|will|can)\b)/i;
/** "Where they were planning to spend", "you can't send to them": a verb without what it needs. */
const WANTS_OBJECT = /\b(?:spend|send|put|give|make|take|bring|have|use|buy|get|offer)(?: (?:to|on|in|for) \p{L}+)?$/iu;
const HALF_END = /(?<!\bin )\bpart$|\b(?:lot|kind|sort|number|bit|amount)$/i;
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
  if (
    [NO_BEGINNING, ABOUT_TALK, HALF, HALF_END, POINTS_AWAY, EMPTY, BROKEN, TWICE_BEGUN, WANTS_OBJECT, SPLICED].some(
      (sign) => sign.test(text),
    )
  )
    return false;
  if (text.length < LEAST.characters || wordsOf(text).length < LEAST.words || contentOf(tokens) < leastContent(text))
    return false;
  const verb = findMainVerb(tokens);
  if (
    verb === undefined ||
    !hasSubject(tokens, verb) ||
    !isComplete(tokens) ||
    !opensWell(tokens, verb) ||
    CUT_REPORT.test(text)
  )
    return false;
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
