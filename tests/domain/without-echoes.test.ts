import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutEchoes } from '#domain/without-echoes.ts';

const TOKEN = 'f3a9c27b5d1e4f6081';

test('what a host repeats of the address that it was asked for is masked as well', () => {
  const feed = `https://me:pass%20word@example.org/feeds/aB3dE5fG7hJ9kL1mN3pQ?auth=${TOKEN}`;
  const said = `no ${TOKEN} and "pass word" of pass%20word for me at /feeds/aB3dE5fG7hJ9kL1mN3pQ`;
  assert.equal(withoutEchoes(said, [feed]), 'no … and "…" of … for me at /feeds/…');
});

test('the address itself is masked as it was written, with whatever its login is of', () => {
  const feed = `https://me:a 'b"@example.org/feed.xml?auth=${TOKEN}`;
  assert.equal(withoutEchoes(`${feed}: 404`, [feed]), 'https://example.org/feed.xml?auth=…: 404');
});

test('of an address of which no rule tells the secret, the host stays, and the words of other addresses', () => {
  const feed = 'https://example.org/rss/podcast/abcdefgh?l=ijklmnop';
  const said = `${feed}: no podcast for abcdefgh or ijklmnop at https://example.org/feeds/abcdefgh`;
  const expected = 'https://example.org/…: no podcast for … or … at https://example.org/feeds/…';
  assert.equal(withoutEchoes(said, [feed], { whole: true }), expected);
});

test('a secret that the end of what is quoted cuts in two is masked as well', () => {
  const feed = `https://example.org/feed.xml?auth=${TOKEN}`;
  const said = `("no ${TOKEN.slice(0, 9)}") and ..."${TOKEN.slice(5)} is"`;
  assert.equal(withoutEchoes(said, [feed]), '("no …") and ..."… is"');
});
