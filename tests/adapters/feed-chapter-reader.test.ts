import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createCachingFetcher } from '../../scripts/adapters/caching-fetcher.ts';
import { createFeedChapterReader } from '../../scripts/adapters/feed-chapter-reader.ts';
import { createFileCache } from '../../scripts/adapters/file-cache.ts';
import { createHttpFetcher } from '../../scripts/adapters/http-fetcher.ts';
import { ItemError } from '../../scripts/errors.ts';
import { startServer, type LoopbackServer } from '../support/loopback-server.ts';

let dir: string;
let server: LoopbackServer;
let body = '';
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'winnow-chapters-'));
  server = await startServer((_request, response) => void response.end(body));
});
after(async () => {
  await server.close();
  await rm(dir, { recursive: true });
});

let files = 0;
const reader = createFeedChapterReader({
  fetch: (url, options) => fetcher().fetch(url, options),
  keepFresh: (url, ms) => fetcher().keepFresh(url, ms),
  forget: (url) => fetcher().forget(url),
});
const fetcher = () =>
  createCachingFetcher(createHttpFetcher({ allowPrivateHosts: true, version: '0' }), createFileCache(dir));
const address = () => `${server.origin}/${++files}.json`;
const read = (file: unknown) => {
  body = typeof file === 'string' ? file : JSON.stringify(file);
  return reader.read(address());
};
const list = (chapters: unknown) => ({ version: '1.2.0', chapters });

test('a chapters file is read in the order of its times, in milliseconds', async () => {
  const chapters = [
    { startTime: 90.5, title: 'Chains', img: 'https://example.org/1.png' },
    { startTime: 0, title: 'Intro', endTime: 90 },
    { startTime: '180', title: 'Oil &amp; <b>rust</b>' },
  ];
  assert.deepEqual(await read(list(chapters)), [
    { startMs: 0, title: 'Intro' },
    { startMs: 90_500, title: 'Chains' },
    { startMs: 180_000, title: 'Oil & rust' },
  ]);
});

test('changes of picture, nameless chapters and nonsense are left out, the others are kept', async () => {
  const chapters = [
    { startTime: 0, title: 'Intro' },
    { startTime: 5, title: 'A picture', toc: false },
    { startTime: 6 },
    { startTime: 7, title: ' <br> ' },
    { startTime: -1, title: 'Before' },
    { startTime: 1e300, title: 'Never' },
    { startTime: 'soon', title: 'Soon' },
    { startTime: 8, title: ['a'] },
    null,
    'x',
    { startTime: 0, title: 'The same start' },
    { startTime: 9, title: 'Chains', toc: 'maybe' },
  ];
  assert.deepEqual(await read(list(chapters)), [
    { startMs: 0, title: 'Intro' },
    { startMs: 9000, title: 'Chains' },
  ]);
});

test('of a list without end the first hundred are kept, with titles of at most 200 characters', async () => {
  const chapters = await read(
    list(Array.from({ length: 1500 }, (_, n) => ({ startTime: n, title: `${n} ${'long '.repeat(100)}` }))),
  );
  assert.equal(chapters.length, 100);
  assert.ok(chapters.every(({ title }) => title.length <= 200));
});

for (const [what, file] of [
  ['an error page', '<!doctype html><p>Not here</p>'],
  ['a file that was cut off', '{"version":"1.2.0","chapters":[{"startTime":0,"ti'],
  ['a list of none', list([])],
  ['chapters that are no list', list({ length: 3 })],
  ['a list alone', [{ startTime: 0, title: 'Intro' }]],
  ['nothing', ''],
  ['deep nesting', '['.repeat(100_000)],
  ['a prototype', '{"__proto__":{"chapters":[{"startTime":0,"title":"x"}]}}'],
] as const) {
  test(`${what} is no chapters file, and is asked for anew the next time`, async () => {
    body = typeof file === 'string' ? file : JSON.stringify(file);
    const url = address();
    await assert.rejects(reader.read(url), (error) => error instanceof ItemError && error.message.includes(url));
    body = JSON.stringify(list([{ startTime: 0, title: 'Intro' }]));
    assert.equal((await reader.read(url)).length, 1);
  });
}

test('a file that was read is not asked for again, and one beyond a megabyte is not read', async () => {
  body = JSON.stringify(list([{ startTime: 0, title: 'Intro' }]));
  const url = address();
  await reader.read(url);
  const asked = server.requests.length;
  await reader.read(url);
  assert.equal(server.requests.length, asked);
  await assert.rejects(read(`${' '.repeat(1024 * 1024)}{}`), ItemError);
});
