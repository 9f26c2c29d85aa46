import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSecretAddress, isSecretFeed } from '#domain/secret-address.ts';

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
  'https://example.org/feed?listener_id=9f8e7d6c5b4a39281706',
  'https://private.example.org/feed?id=9f8e7d6c5b4a39281706',
  'no address',
])
  test(`a feed at ${feed} is for one listener only`, () => assert.ok(isSecretFeed({ feed })));

for (const feed of [
  'https://example.org/feed.xml',
  'https://example.org/d/playlist/3f0b7c1e-58a4-4b1d-9c5e-0a1b2c3d4e5f/podcast.rss',
  'https://example.org/public/shows/5e3f0b7c1e58a44b1d9c5e0a',
  'https://example.org/the-2024-edition-of-the-show/feed?format=rss&author=ada&keyword=chips',
  'https://example.org/private/feed.xml',
  'https://members.example.org/shows/the-2024-edition/feed2.xml',
  'https://example.org/feed?token=',
  'https://example.org/feeds/videos.xml?channel_id=UCaB3dE5fG7hJ9kL1mN3pQ4r',
  'https://example.org/feed?showId=3f0b7c1e-58a4-4b1d-9c5e-0a1b2c3d4e5f',
])
  test(`a feed at ${feed} is for everybody`, () => assert.ok(!isSecretFeed({ feed })));

test('a feed whose show says that it is for one listener only is a secret, whatever its address', () =>
  assert.ok(isSecretFeed({ feed: 'https://example.org/rss/12/abcdefgh', private: true })));

const TOKEN = 'f3a9c27b5d1e4f6081';
const UUID = '3f0b7c1e-58a4-4b1d-9c5e-0a1b2c3d4e5f';
for (const address of [
  'https://me:pass@example.org/1.mp3',
  `https://example.org/1.mp3?token=${TOKEN}`,
  `https://example.org/1.mp3?a=1&api_key=${TOKEN}`,
  `https://example.org/1.mp3#access_token=${TOKEN}`,
  'https://example.org/1?listener=ada%40example.org',
  'https://example.org/1.mp3?password=correct-horse-battery-staple',
  'https://example.org/1.mp3?token=abcdefghijklmnopqrstuvwx',
  `https://example.org/1.mp3?listener_token=${UUID}`,
  `https://example.org/login?token=${UUID}`,
])
  test(`${address} of a feed for everybody is published nowhere`, () => assert.ok(isSecretAddress(address)));

for (const address of [
  'https://example.org/1.mp3?updated=1700000000&dest-id=123',
  'https://example.org/1.mp4?apikey=172BB350-0012',
  `https://example.org/1.mp3?Expires=1&Signature=${TOKEN}&Key-Pair-Id=APKA${TOKEN}`,
  `https://example.org/1.mp3?X-Amz-Credential=${TOKEN}&X-Amz-Security-Token=${TOKEN}`,
  `https://example.org/${TOKEN}/1.mp3?utm_source=${TOKEN}`,
  'https://example.org/1.mp3?podcast_key=the-cost-of-tokens-explained',
  `https://example.org/o/show%2F1.mp3?alt=media&token=${UUID}`,
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
