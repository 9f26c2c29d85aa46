/** A logistic regression over named signs: `npm run fit` makes it from what readers marked. */
export interface LogisticModel<Sign extends string> {
  intercept: number;
  /** For each sign, its mean and standard deviation where the model was fitted, and the weight of its distance from the mean. */
  signs: Record<Sign, { mean: number; deviation: number; weight: number }>;
}

/** The logarithm of the odds that the model gives what was measured. */
export const logOdds = <Sign extends string>(
  measured: Record<Sign, number>,
  { intercept, signs }: LogisticModel<Sign>,
): number =>
  (Object.keys(signs) as Sign[]).reduce((sum, name) => {
    const { mean, deviation, weight } = signs[name];
    return sum + (weight * (measured[name] - mean)) / deviation;
  }, intercept);

/** The logistic function: the probability, 0 to 1, of what has these odds. */
export const toProbability = (odds: number): number => 1 / (1 + Math.exp(-odds));
