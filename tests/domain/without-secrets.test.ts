import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskAddress, withoutSecretAddresses, withoutSecrets } from '#domain/without-secrets.ts';

const TOKEN = 'f3a9c27b5d1e4f6081';
const UUID = '3f0b7c1e-58a4-4b1d-9c5e-0a1b2c3d4e5f';

for (const [text, expected] of [
  [
    `https://example.org/feed?token=${TOKEN}&page=2: HTTP status 404`,
    'https://example.org/feed?token=…&page=2: HTTP status 404',
  ],
  ['(redirected to http://me:pass@example.org:81/x).', '(redirected to http://example.org:81/x).'],
  ['http://me:pa/ss@example.org/x is no address', 'http://example.org/x is no address'],
  ['at https://example.org/feeds/aB3dE5fG7hJ9kL1mN3pQ/rss', 'at https://example.org/feeds/…/rss'],
  ['at https://subscribers.example.org/4b1d9c5e0a7f3d', 'at https://subscribers.example.org/…'],
  [`https://example.org/?${TOKEN}${TOKEN}, twice`, 'https://example.org/?…, twice'],
  ['ftp://me:pass@example.org/x: not followed', 'ftp://example.org/x: not followed'],
  ['https://example.org/a#auth=b', 'https://example.org/a#auth=…'],
  [`https://example.org/${UUID}/1.mp3?auth=b`, 'https://example.org/…/1.mp3?auth=…'],
  ["'https://me:it's@example.org/a' and 'b'", "'https://example.org/a' and 'b'"],
  [
    'https://example.org/100%/?q=a%20b and https://example.org',
    'https://example.org/100%/?q=a%20b and https://example.org',
  ],
  [
    'https://example.org/2026/07/02/episode-12-the-price-of-tokens-in-2026/',
    'https://example.org/2026/07/02/episode-12-the-price-of-tokens-in-2026/',
  ],
] as const)
  test(`a message may say ${JSON.stringify(expected)}`, () => assert.equal(withoutSecrets(text), expected));

for (const address of [
  `https://example.org/d/playlist/${UUID}/${UUID}/podcast.rss`,
  'https://example.org/public/shows/5e3f0b7c1e58a44b1d9c5e0a',
  'https://example.org/feeds/videos.xml?channel_id=UCaB3dE5fG7hJ9kL1mN3pQ4r',
  'https://example.org/private/feed.xml?guid=the-first',
  `https://example.org/t/${UUID}.vtt?episode=${UUID}`,
])
  test(`a message names ${address} as it is`, () => assert.equal(withoutSecrets(`${address}: 404`), `${address}: 404`));

test('a published text keeps the addresses that are for everybody', () => {
  const kept = 'See https://example.org/aB3dE5fG7hJ9kL1mN3pQ?utm_source=x.';
  assert.equal(withoutSecretAddresses(kept), kept);
  assert.equal(
    withoutSecretAddresses(`Yours: https://example.org/rss?auth=${TOKEN}.`),
    'Yours: https://example.org/rss?auth=….',
  );
});

test('of what a secret feed links, all that is random is masked', () => {
  const address = `https://example.org/${UUID}/posts/the-price-of-a-token-in-2026`;
  assert.equal(maskAddress(address), address);
  assert.equal(maskAddress(address, { ofSecretFeed: true }), address.replace(UUID, '…'));
});

test('a long line is read in no time', () => {
  const started = performance.now();
  for (const part of ['https://', 'https://a.b/?', 'a@', "a://'", 'a-1', '@a.'])
    withoutSecrets(part.repeat(100_000 / part.length));
  assert.ok(performance.now() - started < 1000);
});

test('an address with a hundred thousand brackets is looked at in no time', () => {
  const started = performance.now();
  for (const hide of [withoutSecrets, withoutSecretAddresses]) hide(`https://cdn.example/${')'.repeat(100_000)}x`);
  assert.ok(performance.now() - started < 2000);
});
