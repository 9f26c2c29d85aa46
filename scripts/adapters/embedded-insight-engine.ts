import { indexTranscript } from '#domain/locate-quote.ts';
import { compileTerms } from '#domain/match-terms.ts';
import type { Theme } from '#domain/theme.ts';
import type { Draft, InsightEngine, Proposal, Reading } from '../ports.ts';
import { createNameCorrector } from './embedded/correct-names.ts';
import { findNoise } from './embedded/find-noise.ts';
import { toProbability } from './embedded/logistic-model.ts';
import { looksEnglish } from './embedded/looks-english.ts';
import { proposePassages } from './embedded/propose-passages.ts';
import { ratePassages, SHIPPED_MODEL, type PassageModel, type RatedPassage } from './embedded/rate-passages.ts';
import { readSentences, type Sentence } from './embedded/read-sentences.ts';
import { selectPassages } from './embedded/select-passages.ts';
import { createWriter } from './embedded/write-draft.ts';

const MOST_DRAFTS = 7;
/**
 * An episode that says fewer different terms, or so many less often, or whose best three passages are rated lower on average, is
 * not about any theme, whatever it mentions once. A passage must be likely enough too, by itself and beside the best of its episode.
 */
const LEAST = { terms: 3, termsByThousandWords: 0.4, bestThree: 0.14, passage: 0.03, shareOfBest: 0.15 };
/** How much it counts that a passage has a title that would be printed, beside that it is kept. */
const TITLE_SHARE = 0.35;
/** Sentences before a passage that its writing looks at. */
const SENTENCES_BEFORE = 3;

/** Picks and cleans the best passages on the themes: no key, no network, the same result every time. Reads English. */
export function createEmbeddedEngine(model: PassageModel = SHIPPED_MODEL): InsightEngine {
  return {
    name: 'embedded',
    propose(reading): Promise<Proposal> {
      const index = indexTranscript(reading.transcript);
      if (!looksEnglish(index.words))
        return nothing('the embedded engine reads English, and this talk is in another language');
      const sentences = readSentences(index);
      if (!namesThemes(sentences, reading.themes)) return nothing('the talk hardly names a theme');
      const rated = ratePassages(proposePassages(sentences, findNoise(sentences)), talkOf(reading, sentences), model);
      if (meanOfBestThree(rated) < LEAST.bestThree) return nothing('no passage is clearly on a theme');
      const likely = rated.filter(({ rating }) => rating >= LEAST.passage);
      return Promise.resolve({ drafts: draftBest(likely, reading, sentences) });
    },
  };
}

/** A talk that is on a theme says its terms more than in passing. */
function namesThemes(sentences: readonly Sentence[], themes: readonly Theme[]): boolean {
  const words = sentences.flatMap((sentence) => sentence.words);
  const said = compileTerms(themes)(words);
  return (
    new Set(said.map(({ term }) => term)).size >= LEAST.terms &&
    (said.length / words.length) * 1000 >= LEAST.termsByThousandWords
  );
}

function meanOfBestThree(rated: readonly RatedPassage[]): number {
  const best = selectPassages(rated, 3, (one) => one);
  return best.reduce((sum, { rating }) => sum + rating, 0) / Math.max(1, best.length);
}

const nothing = (reason: string): Promise<Proposal> => Promise.resolve({ drafts: [], reason });

const talkOf = ({ themes, episode }: Reading, sentences: readonly Sentence[]) => ({
  sentences,
  themes,
  announcement: `${episode.title}\n${episode.description ?? ''}`,
});

function draftBest(
  rated: readonly RatedPassage[],
  { themes, glossary }: Reading,
  sentences: readonly Sentence[],
): Draft[] {
  const write = createWriter({ themes, correctNames: createNameCorrector(glossary) });
  const chosen = selectPassages(rated, MOST_DRAFTS, ({ passage, rating }) => {
    const before = sentences.slice(Math.max(0, passage.first - SENTENCES_BEFORE), passage.first);
    const turn = passage.sentences[0]?.turn;
    const draft = write(
      passage,
      before.filter((sentence) => sentence.turn === turn),
    );
    return draft && { passage, rating: rating * toProbability(draft.titleRating) ** TITLE_SHARE, draft };
  });
  const least = Math.max(LEAST.passage, LEAST.shareOfBest * (chosen[0]?.rating ?? 0));
  const worth = chosen.filter(({ rating }) => rating >= least);
  return worth.map(({ passage, rating, draft: { title, claim } }) => ({
    ...{ title, claim },
    quote: passage.sentences.map(({ text }) => text).join(' '),
    nearWord: passage.from,
    importance: rating,
  }));
}
