import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day, EpisodeId, InsightId, ThemeId } from '#domain/ids.ts';
import { makeDigest } from '../../scripts/pipeline/make-digest.ts';
import { published } from '../support/builders.ts';

const today = '2026-07-10' as Day;
const make = (insights: ReturnType<typeof published>[], digests: Parameters<typeof makeDigest>[0]['digests'] = []) =>
  makeDigest({ insights, digests, episodes: [] }, today, () => 'Gearing');
const ids = (digest: ReturnType<typeof makeDigest>) => digest?.insights.map(({ id }) => id);
const scored = (n: number, fields: Parameters<typeof published>[1] = {}) =>
  published(`2026-07-0${n}-x-000${n}`, {
    score: 1 - n / 20,
    episode: `e-${n}` as EpisodeId,
    addedAt: '2026-07-10' as Day,
    ...fields,
  });

test('the five best of the last 7 days, best first, each with a reason', () => {
  const digest = make([7, 6, 5, 4, 3, 2, 1].map((n) => scored(n)));
  assert.deepEqual(
    ids(digest),
    [1, 2, 3, 4, 5].map((n) => `2026-07-0${n}-x-000${n}`),
  );
  assert.equal(digest?.insights[0]?.reason, 'The strongest of 7 new insights on gearing');
});

test('at most two of one episode', () => {
  const one = { episode: 'one' as EpisodeId };
  assert.deepEqual(ids(make([scored(1, one), scored(2, one), scored(3, one), scored(4)])), [
    '2026-07-01-x-0001',
    '2026-07-02-x-0002',
    '2026-07-04-x-0004',
  ]);
});

for (const [what, fields] of [
  ['was added more than 7 days ago', { addedAt: '2026-07-03' as Day }],
  ['is withdrawn', { withdrawn: { date: today, reason: 'wrong' } }],
  ['does not deserve it', { score: 0.1 }],
] as const) {
  test(`an insight that ${what} is in no digest`, () => assert.equal(make([scored(1, fields)]), undefined));
}

test('an insight is in one digest only', () => {
  const digests = [{ date: '2026-07-09' as Day, insights: [{ id: '2026-07-01-x-0001' as InsightId, reason: 'x' }] }];
  assert.deepEqual(ids(make([scored(1), scored(2)], digests)), ['2026-07-02-x-0002']);
});

test('a day that has its digest gets no other', () => {
  assert.equal(
    make([scored(2)], [{ date: today, insights: [{ id: '2026-07-01-x-0001' as InsightId, reason: 'x' }] }]),
    undefined,
  );
});

const of = (...themes: string[]) => ({ themes: themes as ThemeId[] });
for (const [what, others, chosen] of [
  ['the best of another theme takes the last place', { 7: of('wear') }, [1, 2, 3, 4, 7]],
  ['one of two themes will do', { 6: of('gearing', 'wear') }, [1, 2, 3, 4, 6]],
  ['another first theme goes before another second one', { 6: of('gearing', 'wear'), 7: of('wear') }, [1, 2, 3, 4, 7]],
  ['where there is one theme, it has all places', {}, [1, 2, 3, 4, 5]],
] as const) {
  test(`at least two themes where there are two: ${what}`, () => {
    const fieldsOf = (n: number) => (others as Record<number, ReturnType<typeof of>>)[n];
    const digest = make([1, 2, 3, 4, 5, 6, 7].map((n) => scored(n, fieldsOf(n))));
    assert.deepEqual(
      ids(digest),
      chosen.map((n) => `2026-07-0${n}-x-000${n}`),
    );
  });
}
