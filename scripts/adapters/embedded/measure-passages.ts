import { countSigns, type SentenceSigns, type Talk } from './count-signs.ts';
import type { Passage } from './propose-passages.ts';
import type { Sentence } from './read-sentences.ts';
import { createRunSums, subtract } from './run-sums.ts';

/** What is measured of a passage. Densities are by 50 words; "its theme" is the one that it has most of. */
export interface PassageSigns {
  /** How far it is all about its theme by the theme's terms, 0 to 1. */
  terms: number;
  /** Words of its theme, of the next theme, their root and logarithm over the whole passage, and how far they exceed the episode's. */
  themeWords: number;
  secondTheme: number;
  themeWordsRoot: number;
  themeWordsLog: number;
  themeWordsAboveEpisode: number;
  /** The same of the talk around it. */
  termsAround: number;
  themeWordsAround: number;
  /** Kinds of claim cue, as far as it is on a theme. */
  claimOnTheme: number;
  predictions: number;
  conditions: number;
  negations: number;
  amounts: number;
  opinions: number;
  recurringWords: number;
  /** Words of the episode's title and description: recaps and introductions are made of these. */
  announcedWords: number;
  chatter: number;
  /** How much of the whole talk is on its theme by the theme's terms. */
  episodeTerms: number;
  /** How far it is from the beginning of the talk, where guests are introduced and subjects announced, 0 to 1. */
  afterOpening: number;
}

/** Weight of terms at which a passage is about two thirds of the way to being all about its theme. */
const SATURATION = 2.5;
/** How many words before and after a passage are the talk around it. */
const AROUND_WORDS = 300;
/** So long a talk is still opening. */
const OPENING_WORDS = 2000;
/** More of the same sign says no more. */
const MOST_COUNTED = 2;

/** Measures passages of one talk. */
export function createPassageMeter(talk: Talk): (passage: Passage) => PassageSigns {
  const { sentences, themes } = talk;
  const signs = countSigns(talk);
  const sumRun = createRunSums(signs.map(toRow));
  const whole = fromRow(sumRun(0, sentences.length), themes.length);
  return ({ first, end, from, to }) => {
    const [start, stop] = [firstAfter(sentences, from - AROUND_WORDS), firstFrom(sentences, to + AROUND_WORDS)];
    const row = sumRun(first, end);
    const own = fromRow(row, themes.length);
    const around = fromRow(subtract(sumRun(start, stop), row), themes.length);
    const by50 = (count: number) => (count / own.words) * 50;
    const counted = (count: number) => Math.min(MOST_COUNTED, by50(count));
    const terms = 1 - Math.exp(-most(own.terms) / SATURATION);
    const [themeWords = 0, second = 0] = own.themeWords.toSorted((a, b) => b - a);
    return {
      terms,
      themeWords: by50(themeWords),
      secondTheme: by50(second),
      themeWordsRoot: Math.sqrt(themeWords),
      themeWordsLog: Math.log1p(themeWords),
      themeWordsAboveEpisode: by50(themeWords) * 2 - (most(whole.themeWords) / whole.words) * 100,
      termsAround: Math.sqrt((most(around.terms) / Math.max(1, around.words)) * 100),
      themeWordsAround: (most(around.themeWords) / Math.max(1, around.words)) * 50,
      claimOnTheme: share(own.cues) * terms,
      predictions: counted(own.prediction),
      conditions: counted(own.condition),
      negations: counted(own.negation),
      amounts: counted(own.amount),
      opinions: counted(own.opinion),
      recurringWords: by50(own.recurring),
      announcedWords: by50(own.announced),
      chatter: own.chatter / own.words,
      episodeTerms: Math.sqrt((most(whole.terms) / whole.words) * 100),
      afterOpening: Math.min(1, from / OPENING_WORDS),
    };
  };
}

const toRow = ({ cues, terms, themeWords, ...counts }: SentenceSigns): number[] => [
  ...COUNTS.map((name) => counts[name]),
  ...terms,
  ...themeWords,
  ...cues,
];
const COUNTS = [
  'words',
  'chatter',
  'recurring',
  'announced',
  'prediction',
  'condition',
  'negation',
  'amount',
  'opinion',
] as const;
function fromRow(row: readonly number[], themes: number): SentenceSigns {
  const counts = Object.fromEntries(COUNTS.map((name, column) => [name, row[column] ?? 0])) as Record<
    (typeof COUNTS)[number],
    number
  >;
  const rest = row.slice(COUNTS.length);
  return {
    ...counts,
    terms: rest.slice(0, themes),
    themeWords: rest.slice(themes, 2 * themes),
    cues: rest.slice(2 * themes),
  };
}

/** Index of the first sentence that ends after a word, and of the first that begins at or after one. */
const firstAfter = (sentences: readonly Sentence[], word: number) =>
  bisect(sentences.length, (at) => (sentences[at]?.to ?? 0) > word);
const firstFrom = (sentences: readonly Sentence[], word: number) =>
  bisect(sentences.length, (at) => (sentences[at]?.from ?? 0) >= word);

/** The first index at which a test that stays true turns true. */
function bisect(length: number, test: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const most = (values: readonly number[]) => Math.max(0, ...values);
const share = (cues: readonly number[]) => cues.filter((count) => count > 0).length / Math.max(1, cues.length);
