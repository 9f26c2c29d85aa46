import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editFrontMatter } from '#markdown/front-matter-edit.ts';

const file = (yaml: string) => `---\n${yaml}---\n\nscore: 1 in the body stays\n`;

for (const [what, yaml, fields, edited] of [
  ['a number', 'a: 1 # one\nscore: 0.1 # mine\nb: 2\n', { score: 0.2 }, 'a: 1 # one\nscore: 0.2\nb: 2\n'],
  ['a list in brackets', 'themes: [a,   b]\nc: "x"\n', { themes: ['c'] }, 'themes:\n  - c\nc: "x"\n'],
  [
    'a list without indentation',
    'r:\n- { id: x }\n- { id: y }\n# why\nq: 1\n',
    { r: ['z'] },
    'r:\n  - z\n# why\nq: 1\n',
  ],
  ['a field that is not there', 'a: 1\n', { score: 0.2 }, 'a: 1\nscore: 0.2\n'],
  [
    'a field that goes',
    "a: 'x'\nr:\n  - id: y\n    n: 1\nb: >-\n  long\n  text\n",
    { r: undefined },
    "a: 'x'\nb: >-\n  long\n  text\n",
  ],
  ['a field of the same name further in', 'q:\n  score: 3\nscore: 1\n', { score: 2 }, 'q:\n  score: 3\nscore: 2\n'],
  ['an empty value', 'score:\nb: 1\n', { score: 2 }, 'score: 2\nb: 1\n'],
  ['the last field', 'a: 1\nr:\n  - 1\n  - 2\n', { r: [3], s: 4 }, 'a: 1\nr:\n  - 3\ns: 4\n'],
  ['all in braces', '{ "a": "x", "score": 1 }\n', { score: 2 }, 'a: x\nscore: 2\n'],
] as const) {
  test(`${what} is set, and every other byte stays`, () =>
    assert.equal(editFrontMatter(file(yaml), fields), file(edited)));
}

test('line ends and a byte order mark stay as they are', () => {
  const crlf = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
  assert.equal(
    editFrontMatter(crlf(file('a: 1\nthemes:\n  - a\nb: 2\n')), { themes: ['x', 'y'] }),
    crlf(file('a: 1\nthemes:\n  - x\n  - y\nb: 2\n')),
  );
});
