import { readFileSync } from 'node:fs';
import type { Talk } from './count-signs.ts';
import { logOdds, toProbability, type LogisticModel } from './logistic-model.ts';
import { createPassageMeter, type PassageSigns } from './measure-passages.ts';
import type { Passage } from './propose-passages.ts';

export interface RatedPassage {
  passage: Passage;
  /** 0 to 1: how likely a reader of the talk would keep it, by the model. */
  rating: number;
}
export type PassageModel = LogisticModel<keyof PassageSigns>;

/** What `npm run fit` wrote last. */
export const SHIPPED_MODEL = JSON.parse(
  readFileSync(new URL('passage-model.json', import.meta.url), 'utf8'),
) as PassageModel;

/** Rates passages of one talk by what can be seen in their words. */
export function ratePassages(passages: readonly Passage[], talk: Talk, model: PassageModel): RatedPassage[] {
  const measure = createPassageMeter(talk);
  return passages.map((passage) => ({ passage, rating: toProbability(logOdds(measure(passage), model)) }));
}
