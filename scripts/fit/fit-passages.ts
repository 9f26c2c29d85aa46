import { createPassageMeter, type PassageSigns } from '../adapters/embedded/measure-passages.ts';
import { findNoise } from '../adapters/embedded/find-noise.ts';
import { proposePassages, type Passage } from '../adapters/embedded/propose-passages.ts';
import type { PassageModel } from '../adapters/embedded/rate-passages.ts';
import { readSentences } from '../adapters/embedded/read-sentences.ts';
import type { Theme } from '#domain/theme.ts';
import { fitModel, type Examples } from './fit-model.ts';
import type { MarkedTalk } from './read-marked-talks.ts';

export type PassageExamples = Examples<keyof PassageSigns>;
/** Examples are passages that overlap, so that a thousand of them tell as much as a hundred. */
const RIDGE = 500;

/** The passages of a talk, measured, each with the share of its readers who kept something of it. */
export function measureTalk(
  { index, title, description, kept }: MarkedTalk,
  themes: readonly Theme[],
): PassageExamples {
  const sentences = readSentences(index);
  const passages = proposePassages(sentences, findNoise(sentences));
  const measure = createPassageMeter({ sentences, themes, announcement: `${title}\n${description}` });
  return {
    measured: passages.map(measure),
    shares: passages.map(
      (passage) => kept.filter((spans) => spans.some((span) => holds(passage, span))).length / kept.length,
    ),
  };
}

/** As the scorer counts a hit: eight words of what was kept, or half of it. */
function holds(passage: Passage, { from, to }: { from: number; to: number }): boolean {
  const shared = Math.min(passage.to, to) - Math.max(passage.from, from);
  return shared >= Math.min(8, Math.ceil((to - from) / 2));
}

/** The model that tells best, over all these talks, which passages readers keep. */
export const fitPassages = (talks: readonly PassageExamples[]): PassageModel =>
  fitModel(
    { measured: talks.flatMap(({ measured }) => measured), shares: talks.flatMap(({ shares }) => shares) },
    RIDGE,
  );
