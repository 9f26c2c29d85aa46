import { indexTranscript } from '#domain/locate-quote.ts';
import { compileTerms } from '#domain/match-terms.ts';
import type { Vector } from '#domain/similarity.ts';
import { definitionOf, likeness } from '#domain/theme-likeness.ts';
import type { Draft, Embedder, InsightEngine, Proposal, Reading } from '../ports.ts';
import { createNameCorrector } from './embedded/correct-names.ts';
import { looksEnglish } from './embedded/english.ts';
import { findNoise } from './embedded/find-noise.ts';
import { proposePassages, type Passage } from './embedded/propose-passages.ts';
import { ratePassages, type RatedPassage } from './embedded/rate-passages.ts';
import { readSentences } from './embedded/read-sentences.ts';
import { selectPassages, type Selectable } from './embedded/select-passages.ts';
import { writeClaim } from './embedded/write-claim.ts';
import { writeTitle } from './embedded/write-title.ts';

/** So many passages of an episode are compared with the definitions by embedding, which costs most of the time. */
const SHORTLIST = 18;
const MOST_DRAFTS = 6;
/** What likeness to a definition adds to a rating, at the most. */
const LIKENESS_WEIGHT = 0.5;
/** An episode whose best passage is rated lower is not about any theme; a passage must come near that too. */
const LEAST = { best: 0.7, passage: 0.5 };

/** Picks and cleans the best passages on the themes: no key, no network, the same result every time. Reads English. */
export function createEmbeddedEngine(embedder: Embedder): InsightEngine {
  const definitionVectors = new Map<string, Promise<Vector[]>>();
  return {
    name: 'embedded',
    async propose(reading): Promise<Proposal> {
      const index = indexTranscript(reading.transcript);
      if (!looksEnglish(index.words))
        return { drafts: [], reason: 'the embedded engine reads English, and this talk is in another language' };
      const shortlist = draftShortlist(reading, index);
      const definitions = await once(definitionVectors, JSON.stringify(reading.themes), () =>
        embedder.embed(reading.themes.map(definitionOf)),
      );
      const vectors = await embedder.embed(shortlist.map(({ claim }) => claim));
      const rated = shortlist.map((candidate, at) =>
        rateByLikeness(candidate, vectors[at] ?? new Float32Array(), definitions),
      );
      const best = Math.max(0, ...rated.map(({ rating }) => rating));
      if (best < LEAST.best) return { drafts: [], reason: 'no passage is clearly on a theme' };
      const chosen = selectPassages(
        rated.filter(({ rating }) => rating >= LEAST.passage),
        MOST_DRAFTS,
      );
      return { drafts: chosen.map(toDraft) };
    },
  };
}

interface Candidate extends RatedPassage {
  title: string;
  claim: string;
}

/** The best passages by their words that make a claim and a title; of those that overlap, only the best. */
function draftShortlist({ themes, glossary }: Reading, index: ReturnType<typeof indexTranscript>): Candidate[] {
  const match = compileTerms(themes);
  const correctNames = createNameCorrector(glossary);
  const sentences = readSentences(index);
  const rated = ratePassages(proposePassages(sentences, findNoise(sentences)), match).toSorted(
    (a, b) => b.rating - a.rating,
  );
  const shortlist: Candidate[] = [];
  for (const candidate of rated) {
    if (shortlist.length >= SHORTLIST) break;
    if (shortlist.some(({ passage }) => overlap(passage, candidate.passage) > 0)) continue;
    const claim = writeClaim(candidate.passage, correctNames);
    if (claim) shortlist.push({ ...candidate, claim: claim.join(' '), title: writeTitle(claim, match) });
  }
  return shortlist;
}

function rateByLikeness(candidate: Candidate, vector: Vector, definitions: readonly Vector[]): Candidate & Selectable {
  const like = Math.max(0, ...definitions.map((definition) => likeness(vector, definition)));
  return { ...candidate, vector, rating: candidate.rating + LIKENESS_WEIGHT * like };
}

const toDraft = ({ title, claim, passage, rating }: Candidate): Draft => ({
  title,
  claim,
  quote: passage.sentences.map(({ text }) => text).join(' '),
  nearWord: passage.from,
  importance: Math.min(1, Math.max(0, rating / 1.5)),
});

const overlap = (a: Passage, b: Passage) => Math.min(a.to, b.to) - Math.max(a.from, b.from);

function once<T>(memory: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = memory.get(key) ?? make();
  memory.set(key, made);
  return made;
}
