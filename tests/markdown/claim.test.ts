import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from '@mdx-js/mdx';
import { ContentError } from '#domain/content-error.ts';
import { parseClaim, renderClaim, writeClaim } from '#markdown/claim.ts';

const HOSTILE = [
  'export controls are the reason, and import licences the other',
  'import x from "fs"; and so on',
  'He said {process.env.HOME} and {1 + 1}',
  '<script>alert(1)</script> and <img src=x onerror=alert(1)>',
  '<!-- not a comment --> in here',
  '--- a rule?',
  '# not a heading',
  '1. not a list, * nor this, - nor that',
  'a | b | c with *stars*, _lines_, ~~strikes~~, `ticks` and \\ backslashes',
  'see www.example.com or https://example.com/x or mail a@example.com',
  '[a](javascript:alert(1)) and ![b](https://example.com/x.png)',
  'footnote[^1] and $1.10 & 50 % &amp; <3',
  '内卷 and emoji 🙂 and العربية',
];

test('what is written as a claim reads back as the same text', () => {
  for (const text of HOSTILE) assert.equal(parseClaim(writeClaim(text), 'x.mdx').text, text);
});

test('what is written compiles under a real MDX compiler as one paragraph without code', async () => {
  for (const text of HOSTILE) {
    const js = String(await compile(writeClaim(text), { jsx: true }));
    assert.doesNotMatch(js, /^(import (?!\{)|export (?!default))/m, text);
    const body = /<_components\.p>(.*)<\/_components\.p>;/s.exec(js)?.[1] ?? '';
    assert.ok(!/<(?!\/?_components\.)/.test(body.replace(/\{"(?:[^"\\]|\\.)*"\}/g, '')), `${text} -> ${js}`);
  }
});

for (const [what, body] of [
  ['as they are', 'one\0 t\u202ewo\u200b three'],
  ['as character references', 'one&#x202e; t&#8203;wo *th&#xFEFF;ree*'],
] as const) {
  test(`characters that are no text are removed from a claim, ${what}`, () => {
    const claim = parseClaim(body, 'x.mdx');
    assert.equal(claim.text, 'one two three');
    assert.equal(renderClaim(claim).replace(/<[^>]+>/g, ''), 'one two three');
  });
}

test('a claim is rendered as text, never as markup that nobody wrote', () => {
  const html = renderClaim(parseClaim(writeClaim('<script>alert(1)</script> & {x}'), 'x.mdx'));
  assert.equal(html, '<p>&#x3C;script>alert(1)&#x3C;/script> &#x26; {x}</p>');
});

for (const [what, body, line] of [
  ['ESM', 'fine\n\nexport const p = 1', 3],
  ['an expression', 'one {process.env.HOME}', 1],
  ['a component', 'text\n\n<Evil />', 3],
  ['HTML', 'a <b>bold</b> word', 1],
  ['an image', '![x](https://example.com/x.png)', 1],
  ['a script link', '[x](javascript:alert(1))', 1],
  ['a link with a login', 'one\n\n[x](https://me:secret@example.org/)', 3],
  ['a link that looks like another', '[bank](https://bank.example@example.org/)', 1],
  ['thousands of levels', `${'> '.repeat(4000)}deep`, 1],
  ['an open brace', 'one {', 1],
] as const) {
  test(`${what} in a claim is refused with file and line`, () => {
    assert.throws(
      () => parseClaim(body, 'content/insights/x.mdx', 20),
      (error: unknown) =>
        error instanceof ContentError && error.message.startsWith(`content/insights/x.mdx:${19 + line}: body: `),
    );
  });
}
