import type { TaggedWord } from './english.ts';

/** Contractions that the tokenizer leaves whole, as names ("I'm") or adverbs ("Here's"). */
const WHOLE_CONTRACTION = /^(i|here|where|how|why|when)('m|'s|'re|'ll|'ve|'d)$/i;
const SUBJECT_PRONOUN = /^(?:i|we|you|they|he|she|who)$/;
/** "You guys", "we humans": nouns that may follow a pronoun. */
const APPOSED = /^(?:guys|folks|people|humans|americans|ones|two|three|both|all)$/;

/**
 * Mends what a tagger trained on writing gets wrong in speech, by the words beside it (transformation rules, after Brill 1995):
 * a noun straight after a subject pronoun is its verb ("you get"), an adjective in -ed between a noun and its object too.
 */
export function retag(words: readonly TaggedWord[]): TaggedWord[] {
  const split = words.flatMap(splitContraction);
  return split.map((word, at) => {
    if (isVerb(split, at)) return { ...word, tag: 'VERB' };
    return isPluralNoun(split, at) ? { ...word, tag: 'NOUN' } : word;
  });
}

function splitContraction(word: TaggedWord): TaggedWord[] {
  const [, head, tail] = WHOLE_CONTRACTION.exec(word.text) ?? [];
  if (head === undefined || tail === undefined) return [word];
  return [
    { text: head, tag: /^i$/i.test(head) ? 'PRON' : 'ADV' },
    { text: tail, tag: 'AUX' },
  ];
}

function isVerb(words: readonly TaggedWord[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (!before || !word) return false;
  const lower = word.text.toLowerCase();
  if (word.tag === 'NOUN' && !APPOSED.test(lower)) {
    const subject = /^(?:all|both|just|also)$/i.test(before.text) ? words[at - 2] : before;
    if (subject && SUBJECT_PRONOUN.test(subject.text.toLowerCase()) && (subject === before || isObjectStart(after)))
      return true;
  }
  return word.tag === 'ADJ' && lower.endsWith('ed') && ['NOUN', 'PROPN'].includes(before.tag) && isObjectStart(after);
}

/** "The old gears in the north": no verb stands straight after an adjective or an article. */
const isPluralNoun = (words: readonly TaggedWord[], at: number): boolean =>
  words[at]?.tag === 'VERB' &&
  /[^s]s$/.test(words[at].text) &&
  /^(?:DET|ADJ|NUM)$/.test(words[at - 1]?.tag ?? '') &&
  /^(?:ADP|AUX|PUNCT)$/.test(words[at + 1]?.tag ?? '');

const isObjectStart = (word: TaggedWord | undefined) =>
  word !== undefined && (['DET', 'PRON', 'PROPN', 'NUM'].includes(word.tag) || /^(?:to|that)$/i.test(word.text));
