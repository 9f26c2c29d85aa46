import { createPassageMeter, type PassageSigns } from '../adapters/embedded/measure-passages.ts';
import { findNoise } from '../adapters/embedded/find-noise.ts';
import { proposePassages, type Passage } from '../adapters/embedded/propose-passages.ts';
import type { PassageModel } from '../adapters/embedded/rate-passages.ts';
import { readSentences } from '../adapters/embedded/read-sentences.ts';
import type { Theme } from '#domain/theme.ts';
import { fitLogistic } from './fit-logistic.ts';
import type { MarkedTalk } from './read-marked-talks.ts';

/** The passages of a talk, measured, each with the share of its readers who kept something of it. */
export interface Examples {
  rows: number[][];
  shares: number[];
  names: (keyof PassageSigns)[];
}

export function measureTalk({ index, title, description, kept }: MarkedTalk, themes: readonly Theme[]): Examples {
  const sentences = readSentences(index);
  const passages = proposePassages(sentences, findNoise(sentences));
  const measure = createPassageMeter({ sentences, themes, announcement: `${title}\n${description}` });
  const measured = passages.map(measure);
  return {
    rows: measured.map((signs) => Object.values(signs)),
    shares: passages.map(
      (passage) => kept.filter((spans) => spans.some((span) => holds(passage, span))).length / kept.length,
    ),
    names: Object.keys(measured[0] ?? {}) as (keyof PassageSigns)[],
  };
}

/** As the scorer counts a hit: eight words of what was kept, or half of it. */
function holds(passage: Passage, { from, to }: { from: number; to: number }): boolean {
  const shared = Math.min(passage.to, to) - Math.max(passage.from, from);
  return shared >= Math.min(8, Math.ceil((to - from) / 2));
}

/** The model that tells best, over all these talks, which passages readers keep. */
export function fitPassages(talks: readonly Examples[]): PassageModel {
  const rows = talks.flatMap((talk) => talk.rows);
  const { intercept, means, deviations, weights } = fitLogistic(
    rows,
    talks.flatMap(({ shares }) => shares),
  );
  const names = talks[0]?.names ?? [];
  const signs = names.map((name, at) => [
    name,
    { mean: round(means[at]), deviation: round(deviations[at]), weight: round(weights[at]) },
  ]);
  return { intercept: round(intercept), signs: Object.fromEntries(signs) as PassageModel['signs'] };
}

const round = (value = 0) => Number(value.toPrecision(4));
