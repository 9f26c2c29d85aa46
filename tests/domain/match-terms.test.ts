import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ThemeId } from '#domain/ids.ts';
import { wordsOf } from '#domain/words.ts';
import { compileTerms, singular } from '#domain/match-terms.ts';
import { aTheme } from '../support/builders.ts';

const match = compileTerms([
  aTheme({ terms: ['hub gear', 'gear', 'chain', '链条'] }),
  aTheme({ id: 'wear' as ThemeId, terms: ['chain', 'oil'] }),
]);
const found = (text: string) => match(wordsOf(text)).map(({ theme, term }) => `${theme}: ${term}`);

test('terms are found in any case, in the plural, and in other scripts', () => {
  assert.deepEqual(found('Chains and HUB GEARS, 坏了链条'), [
    'gearing: chain',
    'wear: chain',
    'gearing: hub gear',
    'gearing: 链条',
  ]);
});

test('of two terms of one theme that overlap, the longer counts', () =>
  assert.deepEqual(found('a hub gear'), ['gearing: hub gear']));
test('a term is not found inside a word', () => assert.deepEqual(found('chained to foil'), []));

for (const [word, folded] of [
  ['prices', 'price'],
  ['policies', 'policy'],
  ['boss', 'boss'],
  ['taxes', 'tax'],
  ['gpus', 'gpus'],
  ['bus', 'bus'],
  ['chips', 'chip'],
  ['h20s', 'h20'],
] as const) {
  test(`${word} is folded to ${folded}`, () => assert.equal(singular(word), folded));
}
