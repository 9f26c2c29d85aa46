import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReadableLine, readableText } from '#domain/readable-text.ts';

for (const [what, text, readable] of [
  ['controls', 'a\0b\x07c\x1b[31md\x7fe\x9bf', 'abc[31mdef'],
  ['lone surrogates', 'a\ud800b\udc00c \ud83d\u200b\ude42', 'abc '],
  ['code points that are no characters', 'a\ufffeb\uffff\ufdd0\ufdefc\u{1fffe}\u{10ffff}', 'abc'],
  [
    'overrides, embeddings and isolates of direction',
    '\u202aa\u202b\u202c\u202d\u202eb\u2066\u2067\u2068\u2069c',
    'abc',
  ],
  ['marks of direction', '\u200ea\u200fb\u061cc', 'abc'],
  ['zero widths and soft hyphens', 'a\u200bb\u2060c\ufeffd\u00ade', 'abcde'],
  ['tags, with which text is written unseen', 'a\u{e0001}\u{e0041}\u{e007f}b', 'ab'],
  ['annotations and fillers', 'a\ufff9b\ufffac\ufffb\u3164d\uffa0', 'abcd'],
  ['joiners that join nothing', 'pa\u200dy me\u200cnt \u200d', 'pay ment '],
  ['a second joiner', '👩\u200d\u200d💻', '👩\u200d💻'],
] as const) {
  test(`${what} are removed`, () => assert.equal(readableText(text), readable));
}

for (const [what, text] of [
  ['line ends and tabs', 'a\nb\r\nc\td'],
  ['emoji of several', '👩\u200d💻 👨🏽\u200d⚕\ufe0f ❤\ufe0f\u200d🔥'],
  ['Persian spelling', 'می\u200cخواهم'],
  ['Indic spelling', 'क्\u200dष ക്\u200d'],
  ['Chinese, Hebrew, accents and private characters', '内卷 שלום e\u0301 \ue000'],
  ['the sign before an Arabic number', '\u0600١٢'],
] as const) {
  test(`${what} stay`, () => assert.equal(readableText(text), text));
}

test('white space that is no line end everywhere is a space', () =>
  assert.equal(readableText('a\vb\fc\x85d\u2028e\u2029f'), 'a b c d e f'));

test('what is meant for one line is on one', () => assert.equal(ReadableLine.parse(' a\r\n\u2028 b\0\n'), 'a b'));

test('every character of Unicode, twice, is as good as once', () => {
  for (let plane = 0; plane < 0x11; plane++) {
    const all = Array.from({ length: 0x10000 }, (_, at) => String.fromCodePoint(plane * 0x10000 + at)).join('');
    const once = readableText(all);
    assert.equal(readableText(once), once);
    assert.ok(once.isWellFormed());
  }
});

test('megabytes of it take no time', () => {
  for (const sign of ['\u200d', '\0', '😀\u200d', 'a\u0301', '\ud800']) {
    const start = performance.now();
    readableText(sign.repeat(1_000_000));
    assert.ok(performance.now() - start < 2000, `${JSON.stringify(sign)}: ${performance.now() - start} ms`);
  }
});
