import { test } from 'node:test';
import fc from 'fast-check';
import { assertClosed, hostileTexts } from '../support/closed-world.ts';

const CASES = 10_000;

test(`${CASES} mixtures of what an outsider may write read back as the same words, and no compiler of MDX finds more in them`, (t) => {
  // Another one every time: what is found wrong is printed with it, smallest case first.
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  const start = performance.now();
  try {
    fc.assert(fc.property(hostileTexts(), assertClosed), { numRuns: CASES, seed });
  } finally {
    t.diagnostic(`${CASES} cases with seed ${seed} in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
});
