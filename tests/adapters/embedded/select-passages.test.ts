import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectPassages } from '../../../scripts/adapters/embedded/select-passages.ts';

const passage = (from: number, to: number, rating: number) => ({
  passage: { sentences: [], first: 0, end: 0, from, to },
  rating,
});
const chosen = (rated: ReturnType<typeof passage>[], most = 5) =>
  selectPassages(rated, most).map(({ passage: { from, to } }) => [from, to]);

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
