import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InsightId } from '#domain/ids.ts';
import type { Relation } from '#domain/insight.ts';
import { relateInsights } from '../../scripts/pipeline/relate-insights.ts';
import type { Comparison } from '../../scripts/ports.ts';
import { CLAIM, published } from '../support/builders.ts';

const id = (n: number) => `2026-06-0${n}-x-000${n}` as InsightId;
const earlier = [1, 2, 3, 4].map((n) => published(id(n), {}, `${n} ${CLAIM}`));
const linked = published('2026-07-02-a-0001', {
  related: earlier.map((one, at) => ({
    id: one.id,
    similarity: 0.9 - at / 10,
    ...(at < 2 && { same: true as const }),
  })),
});
const alone = published('2026-07-02-b-0002');

test('the engine is asked once, about the three nearest of each insight that has any', async () => {
  const asked: (readonly Comparison[])[] = [];
  const relate = async (comparisons: readonly Comparison[]) => {
    asked.push(comparisons);
    return {
      relations: [
        new Map<InsightId, Relation>([
          [id(1), 'agrees'],
          [id(2), 'extends'],
          [id(3), 'contradicts'],
        ]),
      ],
    };
  };
  const { related } = await relateInsights([alone, linked], { insights: earlier }, { relate });
  assert.deepEqual(
    asked.map((comparisons) => comparisons.map(({ earlier }) => earlier.map(({ claim }) => claim[0]))),
    [[['1', '2', '3']]],
  );
  assert.deepEqual(
    related.map(({ insight }) => insight.related.map(({ relation, same }) => [relation, same])),
    [
      [],
      [
        ['agrees', true],
        ['extends', undefined],
        ['contradicts', undefined],
        [undefined, undefined],
      ],
    ],
  );
});

test('relations that an engine cannot tell are unknown', async () => {
  assert.deepEqual((await relateInsights([linked], { insights: earlier }, {})).related, [linked]);
  const relate = async () => ({ relations: [] });
  assert.deepEqual((await relateInsights([linked], { insights: earlier }, { relate })).related, [linked]);
});
