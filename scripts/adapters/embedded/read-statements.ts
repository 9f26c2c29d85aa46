import { cleanSpeech } from './clean-speech.ts';
import type { NameCorrector } from './correct-names.ts';
import { splitSentences } from './english.ts';
import { readStatement, type Statement } from './read-statement.ts';
import { isFreeOf, splitClauses } from './split-clauses.ts';
import { stripOpenings } from './strip-openings.ts';
import { tagText } from './tag-text.ts';

/** What is supposed for the sake of argument, and what is said next under it. */
const SUPPOSITION =
  /\b(?:let['’]s (?:say|suppose|assume|imagine|pretend)|suppose|imagine|what if|hypothetically|for the sake of argument|say you|pretend)\b/i;
const SUPPOSED_AFTER = 2;
/** So far back a pronoun at the head of a sentence may point. */
const REACH = 3;
/** What is taken back at once: the sentence before was another's opinion, mimicked. */
const REJECTION =
  /^(?:and |but |well,? |no,? |now,? |, )*(?:(?:that|this|it|which)(?:['’]s| is| was| just is| just)? (?:always |just |simply |completely |totally |obviously |clearly )*(?:not (?:true|right|the case|what|how)|n['’]t (?:true|right|the case)|wrong|illogical|false|nonsense|a myth|ridiculous|bullshit|silly|absurd|a lie)|that isn['’]t (?:true|right)|no[,.]|not true|wrong[,.])/i;
/** Where one sentence begins after another that the splitter left whole ("100X. It's", "on the margin. when"). */
const MISSED_BORDER =
  /(?<=[\p{L}\p{N}]{2}[.!?]["”]?)(?<!\b(?:Mr|Mrs|Ms|Dr|St|vs|etc|Inc|No|Jr|Sr|Corp|Ltd|approx|al|Co|Prof|Gen|Sen|Rep|Gov))\s+(?=["“]?\p{L})/u;
/** From this length on a sentence is a chain of several. */
const RUN_ON_WORDS = 45;
const CONTINUES = /^(?:because|whereas|which)\b/i;

export interface Context {
  correctNames: NameCorrector;
  /** What the same person says before the passage. */
  before?: readonly { text: string }[] | undefined;
}

/** The statements of a passage, in order; what is supposed, mimicked, asked, or broken is left out. */
export function readStatements(sentences: readonly string[], { correctNames, before = [] }: Context): Statement[] {
  const said = joinContinued(
    wholeSentences(sentences, before.at(-1)?.text)
      .flatMap((text) => text.split(MISSED_BORDER))
      .flatMap(cutRunOn),
  );
  const earlier = before.map(({ text }) => text);
  const around = [...earlier, ...sentences].join(' ');
  const tagged = [...earlier, ...said].map((text) => tagText(stripOpenings(correctNames(cleanSpeech(text), around))));
  return said.flatMap((text, at) => {
    const justBefore = [...earlier, ...said.slice(0, at)].slice(-SUPPOSED_AFTER);
    if (justBefore.some((one) => SUPPOSITION.test(one)) || SUPPOSITION.test(text)) return [];
    if (REJECTION.test(cleanSpeech(said[at + 1] ?? ''))) return [];
    const before = tagged.slice(Math.max(0, earlier.length + at - REACH), earlier.length + at).toReversed();
    return readStatement(text, at, (clean) => correctNames(clean, around), before) ?? [];
  });
}

/** Talk that was cut at its cues, as it has few full stops, in the sentences that it has; a beginning and an end without one are left out. */
function wholeSentences(sentences: readonly string[], before: string | undefined): string[] {
  if (sentences.every(isEnded)) return [...sentences];
  const whole = splitSentences(sentences.join(' '));
  const startsWhole = before === undefined || isEnded(before);
  return whole.filter((text, at) => (at > 0 || startsWhole) && (isEnded(text) || at < whole.length - 1));
}

const isEnded = (text: string) => /[.?!…]["”’)\]]*$/.test(text.trim());

/** A sentence of many clauses as the sentences that it could have been. */
function cutRunOn(text: string): string[] {
  if (text.split(' ').length < RUN_ON_WORDS || /\?\W*$/.test(text)) return [text];
  const tokens = tagText(text);
  const starts = splitClauses(tokens)
    .filter(
      ({ from, joinedBy }) =>
        from === 0 || (/^(?:and|but|so|;)$/.test(joinedBy ?? '') && isFreeOf(tokens.slice(0, from))),
    )
    .map(({ from }) => from);
  return starts.map((from, number) => {
    const next = starts[number + 1];
    const part = text.slice(tokens[from]?.start, next === undefined ? text.length : tokens[next - 1]?.start);
    return `${part.replace(/[\s.,;]+$/, '')}.`;
  });
}

/** "It fell. Because nobody bought it." is one sentence. */
function joinContinued(sentences: readonly string[]): string[] {
  const joined: string[] = [];
  for (const sentence of sentences) {
    const last = joined.at(-1);
    if (last !== undefined && CONTINUES.test(sentence) && /\p{L}\.$/u.test(last) && !sentence.includes(','))
      joined[joined.length - 1] =
        `${last.slice(0, -1)}${/^because/i.test(sentence) ? '' : ','} ${lowerFirst(sentence)}`;
    else joined.push(sentence);
  }
  return joined;
}

const lowerFirst = (text: string) => text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
