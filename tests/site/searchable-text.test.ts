import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromIndexText, partsOf, phrasesOf, toIndexText, toQuery, withoutSigns } from '../../src/searchable-text.ts';

/** The words that Pagefind finds in `text`, without the signs it passes over. */
const wordsOf = (text: string) =>
  toIndexText(text)
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}$%\u2024]/gu, '').replace('\u2024', '.'))
    .filter(Boolean);

for (const [text, words] of [
  ['it costs $1.10 a million.', ['it', 'costs', '$1.10', 'a', 'million']],
  ['DeepSeek-V3.2', ['DeepSeek', 'V3.2']],
  ['from $0.14–$2.19', ['from', '$0.14', '$2.19']],
  ['a price—which fell…then rose', ['a', 'price', 'which', 'fell', 'then', 'rose']],
  ['说内卷，对', ['说', '内', '卷', '对']],
  ['用DeepSeek做', ['用', 'DeepSeek', '做']],
  ['pre- and post-training', ['pre', 'and', 'post', 'training']],
] as const) {
  test(`“${text}” is indexed as ${words.join(' | ')}`, () => {
    assert.deepEqual(wordsOf(text), words);
    assert.deepEqual(wordsOf(toQuery(`"${text}"`)), words, 'a query is cut alike');
  });

  test(`“${text}” can be read again as it was`, () => {
    assert.equal(fromIndexText(toIndexText(text)), text);
  });
}

test('a query has none of the marks that tell cuts from spaces', () => {
  assert.equal(toQuery(' DeepSeek-V3 内卷 '), 'DeepSeek- V3 内 卷');
});

test('words that tell nothing apart are left out of a query that has others', () => {
  assert.equal(toQuery('the price of a token'), 'price token');
  assert.equal(toQuery('The'), 'The');
  assert.equal(toQuery('"the price of a token"'), '"the price of a token"');
});

test('runs of Chinese characters in a query are phrases, single ones are not', () => {
  assert.deepEqual(phrasesOf('DeepSeek 内卷 价格战 and 价'), ['内 卷', '价 格 战']);
});

test('amounts lose their currency, other signs stay', () => {
  assert.equal(withoutSigns('DeepSeek $1.10 or 24% in A$AP'), 'DeepSeek 1.10 or 24% in A$AP');
});

test('the parts of a query are its words and phrases that tell something apart, each once', () => {
  assert.deepEqual(partsOf('the price of "a token" – price 内卷'), ['price', '"a token"', '内卷']);
});
