import { Matrix, solve } from 'ml-matrix';

export interface LogisticFit {
  intercept: number;
  means: number[];
  deviations: number[];
  /** Of the standardised columns. */
  weights: number[];
}
const STEPS = 8;

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares).
 * `rows` are examples, `shares` how far each is a positive one, 0 to 1; `ridge` is the strength of the pull of every weight to
 * zero (le Cessie & van Houwelingen 1992), against examples of weight 1.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  shares: readonly number[],
  ridge: number,
): LogisticFit {
  const { means, deviations } = describeColumns(rows);
  const standard = rows.map((row) => [...row.map((x, at) => (x - (means[at] ?? 0)) / (deviations[at] ?? 1)), 1]);
  const columns = means.length + 1;
  let beta = Matrix.zeros(columns, 1);
  for (let step = 0; step < STEPS; step++) beta = Matrix.sub(beta, newtonStep({ rows: standard, shares, ridge }, beta));
  const weights = beta.getColumn(0);
  return { intercept: weights.at(-1) ?? 0, means, deviations, weights: weights.slice(0, -1) };
}

interface Regression {
  rows: readonly number[][];
  shares: readonly number[];
  ridge: number;
}

function newtonStep({ rows, shares, ridge }: Regression, beta: Matrix): Matrix {
  const columns = beta.rows;
  const [gradient, hessian] = [Matrix.zeros(columns, 1), Matrix.zeros(columns, columns)];
  rows.forEach((row, example) => {
    const odds = row.reduce((sum, x, at) => sum + x * beta.get(at, 0), 0);
    const p = 1 / (1 + Math.exp(-odds));
    const [error, variance] = [p - (shares[example] ?? 0), p * (1 - p)];
    for (let i = 0; i < columns; i++) {
      const xi = row[i] ?? 0;
      gradient.set(i, 0, gradient.get(i, 0) + error * xi);
      for (let j = 0; j <= i; j++) hessian.set(i, j, hessian.get(i, j) + variance * xi * (row[j] ?? 0));
    }
  });
  for (let i = 0; i < columns; i++) {
    for (let j = i + 1; j < columns; j++) hessian.set(i, j, hessian.get(j, i));
    // The intercept, in the last column, is pulled nowhere.
    if (i === columns - 1) continue;
    hessian.set(i, i, hessian.get(i, i) + ridge);
    gradient.set(i, 0, gradient.get(i, 0) + ridge * beta.get(i, 0));
  }
  return solve(hessian, gradient);
}

function describeColumns(rows: readonly (readonly number[])[]) {
  const matrix = new Matrix(rows.map((row) => [...row]));
  const means = matrix.mean('column');
  const deviations = matrix.standardDeviation('column', { mean: means }).map((deviation) => deviation || 1);
  return { means, deviations };
}
