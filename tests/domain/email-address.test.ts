import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdsEmail, nameWithoutEmail, withoutEmails } from '#domain/email-address.ts';

for (const [text, expected] of [
  ['Write to ada.price+show@mail.example.org.', 'Write to ….'],
  ['mailto:ada@example.org', 'mailto:…'],
  ['<ada@example.org>, "bo@example.co.uk"', '<…>, "…"'],
  ['grüße@beispiel.example 和 李@例子.公司', '… 和 …'],
  ['Follow @ada and ada@home', 'Follow @ada and ada@home'],
  [
    '@ada@social.example at https://social.example/@ada@other.example',
    '@ada@social.example at https://social.example/@ada@other.example',
  ],
  ['x@ada@example.org', 'x@…'],
  ['3 @ 4.50, meet@7pm', '3 @ 4.50, meet@7pm'],
] as const)
  test(`of ${JSON.stringify(text)} stays ${JSON.stringify(expected)}`, () => {
    assert.equal(withoutEmails(text), expected);
    assert.equal(holdsEmail(text), text !== expected);
  });

for (const [name, expected] of [
  ['ada@example.org (Ada Price)', 'Ada Price'],
  ['Ada Price <ada@example.org>', 'Ada Price'],
  ['Ada Price, ada@example.org', 'Ada Price'],
  ['ada@example.org', ''],
  ['Ada (ada@example.org), Bo (bo@example.org)', 'Ada, Bo'],
  ['Ada, ada@example.org, Bo', 'Ada, Bo'],
  ['Ada (of "Price")', 'Ada (of "Price")'],
] as const)
  test(`${name} is called ${JSON.stringify(expected)}`, () => assert.equal(nameWithoutEmail(name), expected));

test('a long line is read in no time', () => {
  const started = performance.now();
  for (const part of ['a', 'a!', 'a@a.', 'a.a@', '@']) withoutEmails(part.repeat(100_000 / part.length));
  assert.ok(performance.now() - started < 1000);
});
