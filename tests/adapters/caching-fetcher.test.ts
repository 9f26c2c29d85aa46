import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCachingFetcher } from '../../scripts/adapters/caching-fetcher.ts';
import { createHttpFetcher } from '../../scripts/adapters/http-fetcher.ts';
import type { Cache, Fetched } from '../../scripts/ports.ts';
import { startServer, type Route } from '../support/loopback-server.ts';

const options = { accept: '*/*', maxBytes: 1000, cache: 'no-cache' } as const;
const brief = ({ body, unchanged }: Fetched) => [Buffer.from(body).toString(), unchanged];

function createFakeCache(): Cache & { entries: Map<string, Uint8Array> } {
  const entries = new Map<string, Uint8Array>();
  return {
    entries,
    get: async (kind, key) => entries.get(`${kind} ${key}`),
    put: async (kind, key, value) => void entries.set(`${kind} ${key}`, value),
  };
}

async function setUp(route: Route) {
  const server = await startServer({ '/feed': route, '/moved': { status: 301, headers: { location: '/feed' } } });
  const cache = createFakeCache();
  const fetcher = createCachingFetcher(createHttpFetcher({ allowPrivateHosts: true, version: '0' }), cache);
  return { ...server, cache, fetcher, url: `${server.origin}/feed` };
}

const ETAG = 'W/"odd \\ one"';
const DATE = 'Thu, 2 Jul 2026 6:00 gmt';
const conditional: Route = ({ headers }, response) => {
  const known = headers['if-none-match'] === ETAG && headers['if-modified-since'] === DATE;
  response
    .writeHead(known ? 304 : 200, { etag: ETAG, 'last-modified': DATE, 'content-type': 'text/xml' })
    .end(known ? '' : 'line\nline');
};

test('The second question carries both validators to the letter, and a 304 gives the stored body', async () => {
  const { fetcher, url, requests, close } = await setUp(conditional);
  assert.deepEqual(brief(await fetcher.fetch(url, options)), ['line\nline', false]);
  const second = await fetcher.fetch(url, options);
  assert.deepEqual([...brief(second), second.contentType, second.url], ['line\nline', true, 'text/xml', url]);
  assert.equal(requests[0]?.headers['if-none-match'], undefined);
  assert.equal(requests.length, 2);
  await close();
});

test('A 304 behind a redirect gives the body stored under the address that was asked for', async () => {
  const { fetcher, origin, url, close } = await setUp(conditional);
  await fetcher.fetch(`${origin}/moved`, options);
  const second = await fetcher.fetch(`${origin}/moved`, options);
  assert.deepEqual([...brief(second), second.url], ['line\nline', true, url]);
  await close();
});

test('The same body sent again is not "unchanged": only the host says that', async () => {
  const { fetcher, url, close } = await setUp('same');
  await fetcher.fetch(url, options);
  assert.deepEqual(brief(await fetcher.fetch(url, options)), ['same', false]);
  await close();
});

test('A stored body without its validators, damaged or forgotten, is asked for without condition', async () => {
  const { fetcher, cache, url, requests, close } = await setUp(conditional);
  await fetcher.fetch(url, options);
  const [[key, entry] = ['', new Uint8Array()]] = [...cache.entries];
  for (const damaged of [entry.subarray(0, -1), entry.subarray(10), Buffer.from('{}\nline'), new Uint8Array()]) {
    cache.entries.set(key, damaged);
    assert.deepEqual(brief(await fetcher.fetch(url, options)), ['line\nline', false]);
  }
  await fetcher.forget(url);
  assert.deepEqual(brief(await fetcher.fetch(url, options)), ['line\nline', false]);
  assert.ok(requests.every(({ headers }) => headers['if-none-match'] === undefined));
  await close();
});

test('A 304 to a question without condition is asked once more, and then reported', async () => {
  let asked = 0;
  const { fetcher, url, requests, close } = await setUp(
    (_, response) => void response.writeHead(asked++ === 1 ? 200 : 304).end(),
  );
  assert.deepEqual(brief(await fetcher.fetch(url, options)), ['', false]);
  assert.equal(requests.length, 2);
  await fetcher.forget(url);
  const failure =
    /^ItemError: http:\/\/127\.0\.0\.1:\d+\/feed: the host answers 304 \(not modified\), but no body is stored/;
  await assert.rejects(fetcher.fetch(url, options), failure);
  await close();
});

test('force-cache asks once, only-if-cached never', async () => {
  const { fetcher, url, requests, close } = await setUp('body');
  await assert.rejects(fetcher.fetch(url, { ...options, cache: 'only-if-cached' }), /not in the cache/);
  assert.equal(requests.length, 0);
  assert.deepEqual(brief(await fetcher.fetch(url, { ...options, cache: 'force-cache' })), ['body', false]);
  assert.deepEqual(brief(await fetcher.fetch(url, { ...options, cache: 'force-cache' })), ['body', true]);
  assert.deepEqual(brief(await fetcher.fetch(url, { ...options, cache: 'only-if-cached' })), ['body', true]);
  assert.equal(requests.length, 1);
  await close();
});

test('An error leaves what is stored as it is', async () => {
  let broken = false;
  const { fetcher, url, close } = await setUp((request, response) => {
    if (broken) response.writeHead(500).end();
    else (conditional as (...args: unknown[]) => void)(request, response);
  });
  await fetcher.fetch(url, options);
  broken = true;
  await assert.rejects(fetcher.fetch(url, options), /HTTP status 500/);
  broken = false;
  assert.deepEqual(brief(await fetcher.fetch(url, options)), ['line\nline', true]);
  await close();
});
