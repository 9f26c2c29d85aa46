import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tagText } from '../../../scripts/adapters/embedded/tag-text.ts';

const tagOf = (text: string, word: string) => tagText(text).find((token) => token.text === word)?.tag;

for (const [text, word, tag] of [
  ["I'm late.", 'I', 'PRON'],
  ["I'm late.", "'m", 'AUX'],
  ["Here's the chain.", "'s", 'AUX'],
  ['It is the speed that you get.', 'get', 'VERB'],
  ['We all want to ride.', 'want', 'VERB'],
  ['The maker informed Winterton of it.', 'informed', 'VERB'],
  ['You guys ride far.', 'guys', 'NOUN'],
  ['Grok is a tool and Rides are fun.', 'Rides', 'PROPN'],
] as const) {
  test(`"${word}" in "${text}" is ${tag}`, () => assert.equal(tagOf(text, word), tag));
}

test('every token keeps its place in the text', () => {
  const text = "Yes, I'm sure: you’re late.";
  for (const { text: word, start, end } of tagText(text))
    assert.equal(text.replaceAll('’', "'").slice(start, end), word);
});
