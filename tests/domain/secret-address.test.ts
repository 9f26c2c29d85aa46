import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSecretAddress, isSecretFeed, withoutSecretAddresses, withoutSecrets } from '#domain/secret-address.ts';

for (const feed of [
  'https://me:pass@example.org/4',
  'https://example.org/rss/creator?auth=abc',
  'https://example.org/feed?accessToken=x',
  'https://example.org/feed?l=9f8e7d6c5b4a39281706',
  'https://example.org/feed#key=abc',
  'https://example.org/feeds/aB3dE5fG7hJ9kL1mN3pQ',
  'https://example.org/podcast/12/private/3f0b7c1e-58a4-4b1d-9c5e-0a1b2c3d4e5f.rss',
  'https://subscribers.example.org/4b1d9c5e0a7f3d',
  'https://premium.example.org/feed/3f0b7c1e58a44b1d9c5e0a1b2c3d4e5f',
  'no address',
])
  test(`a feed at ${feed} is for one listener only`, () => assert.ok(isSecretFeed(feed)));

for (const feed of [
  'https://example.org/feed.xml',
  'https://example.org/d/playlist/3f0b7c1e-58a4-4b1d-9c5e-0a1b2c3d4e5f/podcast.rss',
  'https://example.org/public/shows/5e3f0b7c1e58a44b1d9c5e0a',
  'https://example.org/the-2024-edition-of-the-show/feed?format=rss&author=ada&keyword=chips',
  'https://example.org/private/feed.xml',
  'https://members.example.org/shows/the-2024-edition/feed2.xml',
  'https://example.org/feed?token=',
])
  test(`a feed at ${feed} is for everybody`, () => assert.ok(!isSecretFeed(feed)));

const TOKEN = 'f3a9c27b5d1e4f6081';
for (const address of [
  'https://me:pass@example.org/1.mp3',
  `https://example.org/1.mp3?token=${TOKEN}`,
  `https://example.org/1.mp3?a=1&api_key=${TOKEN}`,
  `https://example.org/1.mp3#access_token=${TOKEN}`,
  'https://example.org/1?listener=ada%40example.org',
])
  test(`${address} of a feed for everybody is published nowhere`, () => assert.ok(isSecretAddress(address)));

for (const address of [
  'https://example.org/1.mp3?updated=1700000000&dest-id=123',
  'https://example.org/1.mp4?apikey=172BB350-0012',
  `https://example.org/1.mp3?Expires=1&Signature=${TOKEN}&Key-Pair-Id=APKA${TOKEN}`,
  `https://example.org/1.mp3?X-Amz-Credential=${TOKEN}&X-Amz-Security-Token=${TOKEN}`,
  `https://example.org/${TOKEN}/1.mp3?utm_source=${TOKEN}`,
  'https://example.org/watch?v=aB3dE5fG7hJ&authuser=0',
]) {
  test(`${address} of a feed for everybody stays a link`, () => assert.ok(!isSecretAddress(address)));
}

test('what a feed for one listener links is secret wherever it could be another for each', () => {
  const secret = (address: string) => isSecretAddress(address, { ofSecretFeed: true });
  assert.ok(secret(`https://example.org/1.mp3?Signature=${TOKEN}`));
  assert.ok(secret('https://example.org/3f0b7c1e-58a4-4b1d-9c5e-0a1b2c3d4e5f/1'));
  assert.ok(!secret('https://example.org/posts/the-price-of-a-token-in-2026'));
});

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

test('what a host repeats of the address that it was asked for is masked as well', () => {
  const feed = `https://me:pass%20word@example.org/feeds/aB3dE5fG7hJ9kL1mN3pQ?auth=${TOKEN}`;
  const said = `no ${TOKEN} and "pass word" of pass%20word for me at /feeds/aB3dE5fG7hJ9kL1mN3pQ`;
  assert.equal(withoutSecrets(said, [feed]), 'no … and "…" of … for me at /feeds/…');
});

test('a published text keeps the addresses that are for everybody', () => {
  const kept = 'See https://example.org/aB3dE5fG7hJ9kL1mN3pQ?utm_source=x.';
  assert.equal(withoutSecretAddresses(kept), kept);
  assert.equal(
    withoutSecretAddresses(`Yours: https://example.org/rss?auth=${TOKEN}.`),
    'Yours: https://example.org/rss?auth=….',
  );
});

test('a long line is read in no time', () => {
  const started = performance.now();
  for (const part of ['https://', 'https://a.b/?', 'a@', 'a-1', '@a.'])
    withoutSecrets(part.repeat(100_000 / part.length));
  assert.ok(performance.now() - started < 1000);
});

test('an address with a hundred thousand brackets is looked at in no time', () => {
  const started = performance.now();
  for (const hide of [withoutSecrets, withoutSecretAddresses]) hide(`https://cdn.example/${')'.repeat(100_000)}x`);
  assert.ok(performance.now() - started < 2000);
});
