import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutCrowds } from '#domain/without-crowds.ts';

const shown = (sources: string[]) =>
  withoutCrowds(sources, (source) => ({ episode: source, show: source[0] ?? '' })).join(' ');

for (const [what, sources, kept] of [
  ['at most two of an episode', ['a1', 'a1', 'a1', 'b1'], 'a1 a1 b1'],
  ['at most three of a show', ['a1', 'a1', 'a2', 'a3', 'b1'], 'a1 a1 a2 b1'],
  ['at most ten', 'abcdefghijkl'.split(''), 'a b c d e f g h i j'],
] as const) {
  test(`${what}, the first of them`, () => assert.equal(shown([...sources]), kept));
}
