import { wordsOf } from '#domain/words.ts';
import { isChatter } from './claim-cues.ts';
import { cleanSpeech } from './clean-speech.ts';
import { findMainVerb } from './find-main-verb.ts';
import { tagText, type Token } from './tag-text.ts';

/** A sentence of the talk as it can be printed. */
export interface Statement {
  text: string;
  tokens: readonly Token[];
  /** Index, among the tokens, of the finite verb of the main clause. */
  verb: number;
  /** Place among the passage's sentences; the parts of one sentence share it. */
  at: number;
  /** What the same person says before it, the nearest first. */
  before: readonly (readonly Token[])[];
}

/** A shorter sentence says nothing that stands alone ("There's OK."). */
const LEAST_WORDS = 4;
/** What is left of speech that cleaning could not mend: a broken-off thought, talk of somebody's talk, a correction. */
const ROUGH =
  /\.\.\.|…|[—–-]\W*$|(?<!\p{N})\s-\s|\bblah\b|,\s*(?:you know|i mean|no|sorry|wait)\b|\bi mean\b|\b(?:was|were|'s|'re|is|am|be) like,|\b(?:um+|uh+)\b|(?<![\p{L}\p{N}-])\p{Ll}{1,7}-(?=[\s,])|\[|\]|\b(?:the|a|an|of|my|our|its|their)[.,;]|\b(?:the|a|an) (?:the|a|an|is|was|are|we|they|he|she|it|I)\b|\bto to\b|\bis is\b|\bor like\b|, like (?:he|she|they|we|you|it)\b|\b(?:about |)like (?:actually|as)\b|\babout like\b|\b(?:and|or|but|so|was) like\b|\b(?:kind|sort) of (?:it|we|they|you|he|she|there|i)\b|\b(?:for|of|to|with|at) if\b|\ban? \p{L}{3,}ing the\b|\bthat that that\b|\bhave do\b|(?<=\p{L},? )Yeah\b|\boh,|\bquote,|\bsay(?:ing)?,|\bokay\b|n['’]t (?:think|know),/iu;
/** A sentence that was broken off for another one: "something This will be". */
const BROKEN_OFF = /\p{Ll},? (?:This|That|These|The|It|They|We|You|He|She|And|But|So|If|What|In|Then|There) \p{Ll}/u;
/** Said to the people in the room, or of what will be talked about. */
const ADDRESS =
  /\b(?:you(?:['’]ve| have) been|you(?:['’]re| are) (?:also )?(?:the |a |co-)?(?:founder|ceo|author|head|suggesting|saying|asking|pointing|describing|talking)|you (?:said|asked|mentioned|talked|touched|wrote|guys)|your (?:question|point|expectation|view|thesis|argument|book|audience|viewers|newsletter|paper|company)|(?:can|could|may) i ask|as you (?:said|say|mentioned|laid|put|described|noted|pointed)|i['’]m curious|(?:going to|let['’]s) (?:talk|discuss|dive|get into)|you (?:started|founded|wrote|joined|launched|published|told|grew up|were at|write|say)|(?:said|mentioned) earlier|earlier,? i (?:said|mentioned)|(?:we|i)(?:['’]ll| will| can| could| should| want to| wanted to| would like to|['’]d like to)? (?:maybe |just |also |then )*(?:talk|dive|go deep|get into|discuss|touch on|walk|go through|list|cover)\b|(?:talk|talked|talking|chat|spoke|discuss|discussed) about (?:it |this |that )?(?:earlier|before|later|in a (?:minute|second))|(?:this|that) (?:question|conversation|slide|chart|graph|video|clip|tweet|article)|on the screen|folks at home|ladies and gentlemen|bear with me|(?<!when )(?:we|i)(?:['’]re|['’]m| are| am) (?:just )?talking about)\b/i;

/** The statement of a sentence, or `undefined` where it is none: a question, chatter, a fragment, or speech too broken to print. */
export function readStatement(
  text: string,
  at: number,
  correctNames: (text: string) => string,
  before: readonly (readonly Token[])[] = [],
): Statement | undefined {
  if (isChatter(text) || ADDRESS.test(text)) return undefined;
  const clean = capitalise(endSentence(correctNames(cleanSpeech(text))));
  if (/\?\W*$/.test(clean) || ROUGH.test(clean) || BROKEN_OFF.test(clean) || wordsOf(clean).length < LEAST_WORDS)
    return undefined;
  const tokens = tagText(clean);
  const verb = findMainVerb(tokens);
  if (verb === undefined || !hasSubject(tokens, verb) || isOrder(tokens) || isAddressed(tokens)) return undefined;
  return { text: clean, tokens, verb, at, before };
}

/** Before the verb stands a name, a noun, a pronoun or what is done with it ("running it costs"). */
export const hasSubject = (tokens: readonly Token[], verb: number): boolean =>
  tokens
    .slice(0, verb)
    .some(
      ({ tag, lower }) =>
        ['NOUN', 'PROPN', 'PRON', 'NUM', 'DET'].includes(tag) || /ing$/.test(lower) || lower === 'there',
    );

/** "Ann, you are right." */
const isAddressed = ([first, comma, next]: readonly Token[]) =>
  first?.tag === 'PROPN' && comma?.text === ',' && /^(?:you|i|we|do|can)$/.test(next?.lower ?? '');

/** "Train on more tokens than you need." */
const isOrder = ([first]: readonly Token[]) =>
  ORDERS.test(first?.lower ?? '') ||
  (first?.tag === 'VERB' &&
    !/(?:ing|ed)$/.test(first.lower) &&
    !/^(?:should|maybe|perhaps|given|compared|made|built|driven|had|were)$/.test(first.lower));
const ORDERS =
  /^(?:train|use|put|go|get|make|take|look|try|think|consider|remember|note|ask|read|buy|give|keep|let|tell|check|see|wait|stop|listen|hold|bring|add|say|do|be)$/;

const endSentence = (text: string) => (/[.?!…]["”’)]*$/.test(text) ? text : `${text.replace(/[,;:—–-]+$/, '')}.`);

/** A name that is written small ("neijuan") begins a sentence with a capital all the same. */
const capitalise = (text: string) => text.replace(/^["“]?\p{Ll}/u, (head) => head.toUpperCase());
