import { compileTerms, type TermHit } from '#domain/match-terms.ts';
import type { Theme } from '#domain/theme.ts';
import { wordsOf } from '#domain/words.ts';
import { claimCueKinds, countOf, isChatter } from './claim-cues.ts';
import type { Sentence } from './read-sentences.ts';
import { readThemeWords } from './theme-words.ts';
import { contentWords, tellingness } from './word-rarity.ts';

/** What passages are measured in. */
export interface Talk {
  sentences: readonly Sentence[];
  themes: readonly Theme[];
  /** Title and description of the episode. */
  announcement: string;
}

/** What is counted in a sentence: numbers that can be summed over a passage. */
export interface SentenceSigns {
  words: number;
  /** Words of talk to the listener or the guest. */
  chatter: number;
  /** Words that come back in the episode. */
  recurring: number;
  /** Weight of the words that the episode's title and description say too. */
  announced: number;
  prediction: number;
  condition: number;
  negation: number;
  amount: number;
  opinion: number;
  /** For each kind of claim cue, 1 if it shows. */
  cues: number[];
  /** For each theme, the weight of its terms, and of the words that its definition is made of. */
  terms: number[];
  themeWords: number[];
}

/** A term of several words names its theme more surely. */
const TERM = { phrase: 1.5, word: 1 };
/** A word that is in so many sentences of an episode is one of its subjects. */
const RECURRING_SENTENCES = 3;

/** Counts, sentence by sentence, what tells a claim on a theme from other talk. */
export function countSigns({ sentences, themes, announcement }: Talk): SentenceSigns[] {
  const match = compileTerms(themes);
  const lexicons = themes.map(readThemeWords);
  const contents = sentences.map(({ words }) => contentWords(words));
  const announced = new Set(contentWords(wordsOf(announcement)));
  const sentencesWith = countSentencesWith(contents);
  return sentences.map(({ text, words }, at) => {
    const content = contents[at] ?? [];
    return {
      words: words.length,
      chatter: isChatter(text) ? words.length : 0,
      recurring: content.filter((word) => (sentencesWith.get(word) ?? 0) >= RECURRING_SENTENCES).length,
      announced: sum(content.map((word) => (announced.has(word) ? tellingness(word) : 0))),
      prediction: countOf('prediction', text),
      condition: countOf('condition', text),
      negation: countOf('negation', text),
      amount: countOf('amount', text),
      opinion: countOf('opinion', text),
      cues: claimCueKinds(text).map(Number),
      terms: weighTerms(match(words), themes),
      themeWords: lexicons.map((lexicon) => sum(content.map((word) => lexicon.get(word) ?? 0))),
    };
  });
}

const weighTerms = (hits: readonly TermHit[], themes: readonly Theme[]): number[] =>
  themes.map(({ id }) =>
    sum(hits.flatMap(({ theme, from, to }) => (theme === id ? [to - from > 1 ? TERM.phrase : TERM.word] : []))),
  );

function countSentencesWith(contents: readonly string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const content of contents) for (const word of new Set(content)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
