import type { LogisticModel } from '../adapters/embedded/logistic-model.ts';
import { fitLogistic } from './fit-logistic.ts';

/** Things that were measured, each with how far it is what is looked for, 0 to 1. */
export interface Examples<Sign extends string> {
  measured: Record<Sign, number>[];
  shares: number[];
}

/** The model that tells best, over all examples, which are looked for; `ridge` pulls its weights to zero. */
export function fitModel<Sign extends string>(
  { measured, shares }: Examples<Sign>,
  ridge: number,
): LogisticModel<Sign> {
  const names = Object.keys(measured[0] ?? {}) as Sign[];
  const rows = measured.map((one) => names.map((name) => one[name]));
  const { intercept, means, deviations, weights } = fitLogistic(rows, shares, ridge);
  const signs = names.map((name, at) => [
    name,
    { mean: round(means[at]), deviation: round(deviations[at]), weight: round(weights[at]) },
  ]);
  return { intercept: round(intercept), signs: Object.fromEntries(signs) as LogisticModel<Sign>['signs'] };
}

const round = (value = 0) => Number(value.toPrecision(4));
