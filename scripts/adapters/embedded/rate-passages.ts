import { readFileSync } from 'node:fs';
import type { Talk } from './count-signs.ts';
import { createPassageMeter, type PassageSigns } from './measure-passages.ts';
import type { Passage } from './propose-passages.ts';

export interface RatedPassage {
  passage: Passage;
  /** 0 to 1: how likely a reader of the talk would keep it, by the model. */
  rating: number;
}
/** A logistic regression: `npm run fit` makes it from episodes that readers marked. */
export interface PassageModel {
  intercept: number;
  /** For each sign, its mean and standard deviation where the model was fitted, and the weight of its distance from the mean. */
  signs: Record<keyof PassageSigns, { mean: number; deviation: number; weight: number }>;
}

/** What `npm run fit` wrote last. */
export const SHIPPED_MODEL = JSON.parse(
  readFileSync(new URL('passage-model.json', import.meta.url), 'utf8'),
) as PassageModel;

/** Rates passages of one talk by what can be seen in their words. */
export function ratePassages(passages: readonly Passage[], talk: Talk, model: PassageModel): RatedPassage[] {
  const measure = createPassageMeter(talk);
  return passages.map((passage) => ({ passage, rating: rate(measure(passage), model) }));
}

/** By the logistic function of the weighted signs. */
function rate(measured: PassageSigns, { intercept, signs }: PassageModel): number {
  const sum = Object.entries(signs).reduce(
    (total, [name, { mean, deviation, weight }]) =>
      total + (weight * (measured[name as keyof PassageSigns] - mean)) / deviation,
    intercept,
  );
  return 1 / (1 + Math.exp(-sum));
}
