import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isQuotation } from '#domain/quotation.ts';

const words = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `word${from + n}`).join(' ');
const own = (count: number) => Array.from({ length: count }, (_, n) => `own${n}`).join(' ');
const SAID = words(0, 60);

for (const [what, text, expected] of [
  ['what was said, over again', SAID, true],
  ['most of it in the words that were said', `${words(10, 17)} ${own(3)}`, true],
  ['eight words on end in a long text', `${own(36)} ${words(10, 18)} ${own(36)}`, true],
  ['seven words on end in a long text', `${own(36)} ${words(10, 17)} ${own(36)}`, false],
  ['words in brackets', `[${words(0, 4)}] [${words(4, 8)}] [${words(8, 12)}] ${own(30)}`, true],
  ['the same words in another order', words(0, 30).split(' ').toReversed().join(' '), false],
  ['other words', own(40), false],
  ['nothing', '', false],
] as const) {
  test(`${what}: ${expected ? 'a' : 'no'} quotation`, () => assert.equal(isQuotation(text, ['', SAID]), expected));
}

test('where nothing was said that may not be told, nothing is a quotation', () => {
  assert.equal(isQuotation(SAID, []), false);
  assert.equal(isQuotation(SAID, ['']), false);
});
