import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '#domain/ids.ts';
import { noveltyOf, scoreOf, specificityOf, type ScoreParts } from '../../scripts/pipeline/score-insight.ts';
import { published } from '../support/builders.ts';

const parts = (fields: Partial<ScoreParts> = {}): ScoreParts => ({
  ...{ importance: 0.6, themeFit: 0.5, novelty: 0.5, specificity: 0.5 },
  ...fields,
});

for (const part of ['importance', 'themeFit', 'novelty', 'specificity'] as const) {
  test(`more ${part} gives a higher score, never out of 0 to 1`, () => {
    const scores = [-1, 0, 0.25, 0.5, 0.75, 1, 7].map((value) => scoreOf(parts({ [part]: value })));
    assert.deepEqual(
      scores,
      scores.toSorted((a, b) => a - b),
    );
    assert.ok(new Set(scores).size >= 5 && scores[0]! >= 0 && scores.at(-1)! <= 1, scores.join(' '));
  });
}

test('the other parts never take away more than three tenths of the importance', () => {
  const least = scoreOf({ importance: 1, themeFit: 0, novelty: 0, specificity: 0 });
  assert.ok(least >= 0.64 && least < 0.7, `${least}`);
  assert.equal(scoreOf({ importance: 1, themeFit: 1, novelty: 1, specificity: 1 }), 1);
});

const near = (publishedAt: string, similarity: number, verdict: 'same' | 'related' = 'related') => ({
  published: published('2026-01-01-x-0001', { publishedAt: publishedAt as Day }),
  show: 'other',
  ...{ similarity, verdict },
});
for (const [what, neighbours, novelty] of [
  ['nothing like it', [], 1],
  ['the same claim the day before', [near('2026-07-01', 0.85, 'same')], 0],
  ['something half as near', [near('2026-07-01', 0.75)], 0.5],
  ['the nearest counts', [near('2026-07-01', 0.6), near('2026-06-01', 0.9)], 0],
  ['the same claim a year ago', [near('2025-07-01', 1, 'same')], 1],
  ['the same claim in what was published later', [near('2026-07-03', 1, 'same')], 1],
] as const) {
  test(`novelty: ${what}: ${novelty}`, () =>
    assert.equal(Math.round(noveltyOf([...neighbours], '2026-07-02' as Day) * 100) / 100, novelty));
}

for (const [vaguer, sharper] of [
  ['There is a lot of stuff that makes things cheaper.', 'Batching makes the serving of models cheaper.'],
  ['Batching makes the serving of models cheaper.', 'Batching makes the serving of models 40 per cent cheaper.'],
  ['The price fell to 10 cents.', 'The price of Qwen fell from 30 to 10 cents in Hangzhou.'],
] as const) {
  test(`"${sharper}" is more specific than "${vaguer}", or as little`, () => {
    assert.ok(specificityOf(sharper) >= specificityOf(vaguer));
    assert.ok(specificityOf(sharper) <= 1 && specificityOf(vaguer) >= 0);
  });
}

test('numbers and names make a claim specific, up to a bound; a capital at the beginning of a sentence does not', () => {
  assert.equal(specificityOf('Prices fell. Nobody minds.'), 0);
  assert.equal(specificityOf('The price fell to 10 cents.'), 0.25);
  assert.equal(specificityOf('Ann of Acme and Bob of Zenith sold 3 of 4 for $5 in May and 6 in June.'), 1);
});
