import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locateWords, withoutSoundMarks, wordsOf } from '#domain/words.ts';

for (const [text, words] of [
  ['The Price, the price!', ['the', 'price', 'the', 'price']],
  ["it's 1.10 — or ten", ['it', 's', '1', '10', 'or', 'ten']],
  ['$5 is not 5%', ['$', '5', 'is', 'not', '5', '%']],
  ['so [music] there [laughter]', ['so', 'there']],
  ['内卷 means involution', ['内', '卷', 'means', 'involution']],
  ['AI模型 ＡＩ', ['ai', '模', '型', 'ai']],
  ['naïve café', ['naïve', 'café']],
  ['می\u200cخواهم میخواهم', ['میخواهم', 'میخواهم']],
  ['so 👩\u200d💻 there', ['so', 'there']],
  ['', []],
] as const) {
  test(`the words of "${text}" are ${words.join(' ')}`, () => {
    assert.deepEqual(wordsOf(text), words);
  });
}

test('a word knows its place in the text as given, sound marks included', () => {
  const text = 'so [music] there';
  assert.deepEqual(
    locateWords(text).map(({ start, end }) => text.slice(start, end)),
    ['so', 'there'],
  );
});

test('speech is shown without sound marks and without double spaces', () => {
  assert.equal(withoutSoundMarks('  so [music]  there\nwe are [inaudible] '), 'so there we are');
});
