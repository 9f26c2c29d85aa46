import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAnswer } from '../../src/components/search-answer.ts';
import { excerptOf, markWords } from '../../src/components/search-excerpt.ts';
import { toIndexText, toQuery } from '../../src/searchable-text.ts';

const write = (parts: ReturnType<typeof markWords>) =>
  parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
const wordsOf = (text: string) => toIndexText(text).split(/\s+/);

test('words are marked without the signs around them, Chinese characters that follow each other as one', () => {
  assert.equal(write(markWords(wordsOf('(the token price), they say'), [1, 2])), '(the [token] [price]), they say');
  assert.equal(write(markWords(wordsOf('说内卷，对'), [1, 2])), '说[内卷]，对');
  assert.equal(write(markWords(wordsOf('at $1.10.'), [1])), 'at [$1.10].');
});

test('an excerpt begins after the title, and where most of the words are', () => {
  const words = Array.from({ length: 200 }, (_, index) => `w${index}`);
  assert.match(write(excerptOf(words, [], 5)), /^w5 w6 .* w49 …$/);
  assert.match(write(excerptOf(words, [0, 1, 7], 5)), /^w5 w6 \[w7\] w8/);
  assert.match(write(excerptOf(words, [20, 120, 130], 5)), /^… w112 .*\[w120\].*\[w130\].* w156 …$/);
  assert.match(write(excerptOf(words, [199], 5)), /^… w155 .*\[w199\]$/);
  assert.equal(write(excerptOf(['Title', 'short', 'claim.'], [1], 1)), '[short] claim.');
});

const hit = (text: string, person = '') => {
  const content = wordsOf(text).join(' ');
  return { content, locations: content.split(' ').map((_, at) => at), meta: { person } };
};
for (const [query, text, answers] of [
  ['pricing', 'the prices fell', true],
  ['prici', 'the pricing', true],
  ['$1.10', 'it is $1.10 now', true],
  ['$1.99', 'it is $1 now', false],
  ['$1.10', 'it is $11.10 now', false],
  ['H100s', 'an H100 rack', true],
  ['quetzal', 'Q is a letter', false],
  ['deepseek quetzal', 'DeepSeek again', false],
  ['cafés', 'a cafe', true],
] as const) {
  test(`“${text}” is ${answers ? 'an' : 'no'} answer to “${query}”`, () => {
    assert.equal(isAnswer(hit(text), toQuery(query)), answers);
  });
}

test('a name that is not in the text is an answer', () => {
  assert.equal(isAnswer(hit('nothing of it', 'Zoë Müller'), 'muller'), true);
});
