import type { ThemeId } from '#domain/ids.ts';
import type { TermHit, TermMatcher } from '#domain/match-terms.ts';
import { claimCues, isChatter, isDangling } from './claim-cues.ts';
import type { Passage } from './propose-passages.ts';
import type { Sentence } from './read-sentences.ts';

export interface RatedPassage {
  passage: Passage;
  /** 0 to 1, before likeness to the themes' definitions. */
  rating: number;
}

/** What a passage gains by terms, cues of a claim, and how it begins; what it loses by chatter. Set by hand on real episodes. */
const WEIGHT = { terms: 0.6, cues: 0.4, chatter: 0.35, dangling: 0.08 };
/** A term of several words names its theme more surely, and each further mention of a term adds less. */
const TERM = { phrase: 1.5, word: 1, repeat: 0.4 };
/** Weight of terms at which a passage is about two thirds of the way to being all about its theme. */
const SATURATION = 2.5;

/** Rates passages by what can be seen in the words alone. */
export function ratePassages(passages: readonly Passage[], match: TermMatcher): RatedPassage[] {
  const seen = new Map<Sentence, SentenceSigns>();
  const signsOf = (sentence: Sentence) =>
    seen.get(sentence) ?? seen.set(sentence, readSigns(sentence, match)).get(sentence)!;
  return passages.map((passage) => {
    const signs = passage.sentences.map(signsOf);
    const weights = weighTerms(signs.flatMap(({ hits }) => hits));
    const [best = 0, second = 0] = [...weights.values()].toSorted((a, b) => b - a);
    const terms = 1 - Math.exp(-(best + second / 2) / SATURATION);
    const cues = claimCues(passage.sentences.map(({ text }) => text).join(' '));
    const chatter = share(passage.sentences, (sentence) => signsOf(sentence).chatter);
    const dangling = isDangling(passage.sentences[0]?.text ?? '') ? 1 : 0;
    const rating =
      WEIGHT.terms * terms +
      WEIGHT.cues * cues * (0.5 + 0.5 * terms) -
      WEIGHT.chatter * chatter -
      WEIGHT.dangling * dangling;
    return { passage, rating };
  });
}

interface SentenceSigns {
  hits: TermHit[];
  chatter: boolean;
}
const readSigns = (sentence: Sentence, match: TermMatcher): SentenceSigns => ({
  hits: match(sentence.words),
  chatter: isChatter(sentence.text),
});

function weighTerms(hits: readonly TermHit[]): Map<ThemeId, number> {
  const weights = new Map<ThemeId, number>();
  const seen = new Set<string>();
  for (const { theme, term, from, to } of hits) {
    const weight = (to - from > 1 ? TERM.phrase : TERM.word) * (seen.has(`${theme} ${term}`) ? TERM.repeat : 1);
    weights.set(theme, (weights.get(theme) ?? 0) + weight);
    seen.add(`${theme} ${term}`);
  }
  return weights;
}

const share = (sentences: readonly Sentence[], is: (sentence: Sentence) => boolean) => {
  const words = (list: readonly Sentence[]) => list.reduce((sum, { words }) => sum + words.length, 0);
  return words(sentences.filter(is)) / Math.max(1, words(sentences));
};
