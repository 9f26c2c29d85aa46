import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectPassages } from '../../../scripts/adapters/embedded/select-passages.ts';

const passage = (from: number, to: number, rating: number) => ({
  passage: { sentences: [], first: 0, end: 0, from, to },
  rating,
});
const chosen = (rated: ReturnType<typeof passage>[], most = 5) =>
  selectPassages(rated, most, (one) => one).map(({ passage: { from, to } }) => [from, to]);

test('the best are chosen, and none that overlaps a better one', () => {
  assert.deepEqual(chosen([passage(0, 60, 0.5), passage(50, 110, 0.9), passage(110, 170, 0.4)]), [
    [50, 110],
    [110, 170],
  ]);
});

test('of equal ones the earlier is chosen, and no more than asked for', () => {
  assert.deepEqual(chosen([passage(100, 160, 0.5), passage(0, 60, 0.5)], 1), [[0, 60]]);
});

test('a long passage leaves room for five of an episode', () => {
  const long = [0, 1, 2, 3, 4].map((at) => passage(at * 100, at * 100 + 88, 0.9 - at / 100));
  const short = passage(900, 948, 0.1);
  assert.deepEqual(chosen([...long, short]).at(-1), [900, 948]);
});

test('what becomes worse when it is finished gives way, and what cannot be chosen is not asked of', () => {
  const asked: number[] = [];
  const finished = selectPassages(
    [
      passage(0, 60, 0.9),
      passage(50, 110, 0.8),
      passage(120, 180, 0.7),
      passage(130, 190, 0.6),
      passage(200, 260, 0.5),
    ],
    2,
    (one) => {
      asked.push(one.passage.from);
      return one.passage.from === 0
        ? undefined
        : { ...one, rating: one.rating - (one.passage.from === 50 ? 0.2 : 0.05) };
    },
  );
  assert.deepEqual(
    finished.map(({ passage: { from } }) => from),
    [120, 50],
  );
  assert.deepEqual(asked, [0, 50, 120]);
});
