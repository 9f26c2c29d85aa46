import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createCachingFetcher } from '../../../scripts/adapters/caching-fetcher.ts';
import { createFileCache } from '../../../scripts/adapters/file-cache.ts';
import { createHttpFetcher } from '../../../scripts/adapters/http-fetcher.ts';
import { ItemError, PostponedError } from '../../../scripts/errors.ts';
import type { Fetched, FetchOptions } from '../../../scripts/ports.ts';
import { startServer, type Route } from '../../support/loopback-server.ts';

let dir: string;
before(async () => void (dir = await mkdtemp(join(tmpdir(), 'winnow-polls-'))));
after(() => rm(dir, { recursive: true }));

const START = Date.parse('2026-07-02T06:00:00Z');
const MINUTE = 60_000;
const OPTIONS: FetchOptions = { accept: '*/*', maxBytes: 1000, cache: 'default' };
let caches = 0;

type Answer = Partial<Fetched> & { text?: string; error?: string; gone?: boolean; postponed?: boolean };

/** A host, and runs against it that remember each other; `run` is one of its own, so many minutes after the first. */
async function setUp(t: { after(close: () => Promise<void>): void }, routes: Record<string, Route>) {
  const server = await startServer(routes);
  t.after(server.close);
  const cache = createFileCache(join(dir, String(++caches)));
  const run = (minutes: number) => {
    const network = createHttpFetcher({ allowPrivateHosts: true, version: '0', timeouts: { idleMs: 300 } });
    const fetcher = createCachingFetcher(network, cache, () => new Date(START + minutes * MINUTE));
    return {
      ...fetcher,
      async get(path: string, options: Partial<FetchOptions> = {}): Promise<Answer> {
        try {
          const { body, ...rest } = await fetcher.fetch(server.origin + path, { ...OPTIONS, ...options });
          return { text: Buffer.from(body).toString(), ...rest };
        } catch (error) {
          assert.ok(error instanceof ItemError);
          return { error: error.message, gone: error.gone, postponed: error instanceof PostponedError };
        }
      },
    };
  };
  return { ...server, run };
}
const paths = (requests: { url: string }[]) => requests.map(({ url }) => url);

test('What is fresh is not asked for, in any later run, until it is stale', async (t) => {
  const { run, requests } = await setUp(t, {
    '/f': { headers: { 'cache-control': 'max-age=3600', etag: '"1"' }, body: 'x' },
  });
  assert.deepEqual(brief(await run(0).get('/f')), ['x', true]);
  assert.deepEqual(brief(await run(59).get('/f')), ['x', false]);
  assert.equal(requests.length, 1);
  assert.deepEqual(brief(await run(60).get('/f')), ['x', true]);
  assert.deepEqual(brief(await run(60).get('/f', { cache: 'no-cache' })), ['x', true]);
  assert.equal(requests.length, 3);
});
const brief = ({ text, asked }: Answer) => [text, asked];

test('A 304 makes the stored body fresh again, for as long as it says or as long as it said before', async (t) => {
  let age: string | undefined = 'max-age=3600';
  const { run, requests } = await setUp(t, {
    '/f': ({ headers }, response) =>
      void response
        .writeHead(headers['if-none-match'] ? 304 : 200, { etag: '"1"', ...(age && { 'cache-control': age }) })
        .end(headers['if-none-match'] ? '' : 'x'),
  });
  await run(0).get('/f');
  age = undefined;
  await run(60).get('/f');
  assert.deepEqual(brief(await run(119).get('/f')), ['x', false]);
  age = 'max-age=60';
  await run(120).get('/f');
  assert.deepEqual(brief(await run(122).get('/f')), ['x', true]);
  assert.equal(requests.length, 4);
});

test('What a body says of its own freshness counts where it is longer, from when it was asked for', async (t) => {
  const { run, origin, requests } = await setUp(t, {
    '/f': { headers: { 'cache-control': 'max-age=3600' }, body: 'x' },
  });
  const first = run(0);
  await first.get('/f');
  await first.keepFresh(`${origin}/f`, 90 * MINUTE);
  assert.deepEqual(brief(await run(89).get('/f')), ['x', false]);
  await run(89).keepFresh(`${origin}/f`, 10 * MINUTE);
  await run(89).get('/f');
  assert.equal(requests.length, 1);
  assert.deepEqual(brief(await run(90).get('/f')), ['x', true]);
});

test('A clock that was set back does not make anything rest', async (t) => {
  const { run, requests } = await setUp(t, { '/f': { headers: { 'cache-control': 'max-age=3600' }, body: 'x' } });
  await run(0).get('/f');
  await run(-100).get('/f');
  assert.equal(requests.length, 2);
});

for (const [status, value] of [
  [429, '7200'],
  [503, new Date(Date.now() + 120 * MINUTE).toUTCString()],
] as const) {
  test(`After ${status} with Retry-After "${value.replace(/.*GMT/, 'a date')}", nobody asks before`, async (t) => {
    const limited: Route = { status, headers: { 'retry-after': value } };
    const routes: Record<string, Route> = {
      '/f': { headers: { etag: '"1"' }, body: 'x' },
      '/none': limited,
      '/other': 'y',
    };
    const { run, requests } = await setUp(t, routes);
    await run(0).get('/f');
    routes['/f'] = limited;
    assert.match(String((await run(1).get('/f')).error), new RegExp(`HTTP status ${status}`));
    await run(1).get('/none');
    assert.equal(requests.length, 3);
    const held = await run(100).get('/f');
    assert.deepEqual(brief(held), ['x', false]);
    assert.match(String(held.held), /wants to be left alone until 2026-07-02 08:0\d UTC/);
    const nothing = await run(100).get('/none');
    assert.equal(nothing.postponed, true);
    assert.match(String(nothing.error), /\/none: not asked for in this run: its host wants to be left alone until/);
    assert.equal(requests.length, 3);
    assert.deepEqual(brief(await run(100).get('/other')), ['y', true]);
    routes['/f'] = 'new';
    assert.deepEqual(brief(await run(125).get('/f')), ['new', true]);
  });
}

test('Who must know now asks all the same', async (t) => {
  const { run, requests } = await setUp(t, {
    '/f': { status: 429, headers: { 'retry-after': '7200' } },
    '/g': { status: 410 },
  });
  for (const minute of [0, 1, 2]) {
    await run(minute).get('/f', { cache: 'no-cache' });
    await run(minute).get('/g', { cache: 'no-cache' });
  }
  assert.equal(requests.length, 6);
});

test('410 ends the asking for good, in words that say what to do', async (t) => {
  const routes: Record<string, Route> = { '/f': { headers: { 'cache-control': 'max-age=60' }, body: 'x' } };
  const { run, requests } = await setUp(t, routes);
  await run(0).get('/f');
  routes['/f'] = { status: 410 };
  assert.equal((await run(10).get('/f')).gone, true);
  const later = await run(1_000_000).get('/f');
  assert.equal(later.gone, true);
  assert.match(String(later.error), /gone for good, so it is not asked for any more; take it out of shows\.yaml/);
  assert.equal(requests.length, 2);
});

test('A permanent redirect is remembered: the next run asks the new address, and says so', async (t) => {
  const moved: Route = { status: 301, headers: { location: '/new' } };
  const routes: Record<string, Route> = { '/f': moved, '/new': { headers: { etag: '"1"' }, body: 'x' } };
  const { run, requests, origin } = await setUp(t, routes);
  assert.equal((await run(0).get('/f')).movedTo, `${origin}/new`);
  assert.equal((await run(1).get('/f')).movedTo, `${origin}/new`);
  assert.deepEqual(paths(requests), ['/f', '/new', '/new']);
  assert.equal(requests[2]?.headers['if-none-match'], '"1"');
  // Where the new address fails, the next run asks where it was.
  routes['/new'] = { status: 404 };
  routes['/f'] = 'back';
  assert.match(String((await run(2).get('/f')).error), /HTTP status 404/);
  assert.deepEqual([brief(await run(3).get('/f')), paths(requests).at(-1)], [['back', true], '/f']);
  assert.equal((await run(4).get('/f')).movedTo, undefined);
});

test('A redirect for now is asked anew each time', async (t) => {
  const { run, requests } = await setUp(t, { '/f': { status: 302, headers: { location: '/new' } }, '/new': 'x' });
  for (const minute of [0, 1]) assert.equal((await run(minute).get('/f')).movedTo, undefined);
  assert.deepEqual(paths(requests), ['/f', '/new', '/f', '/new']);
});

for (const [how, failing] of [
  ['answers 500', { status: 500 }],
  ['is silent', () => {}],
  ['drops the connection', (request) => void request.socket.destroy()],
] as [string, Route][]) {
  test(`A host that ${how} is asked less and less, run by run, and as usual once it answers`, async (t) => {
    const routes: Record<string, Route> = { '/f': failing, '/g': failing };
    const { run, requests } = await setUp(t, routes);
    // The n-th failure on end, and whether the run so many minutes after the last one asks.
    for (const [minute, asks] of [
      [0, true],
      [1, true],
      [60, false],
      [61, true],
      [180, false],
      [181, true],
    ] as const) {
      const before = requests.length;
      const thisRun = run(minute);
      const first = await thisRun.get('/f');
      await thisRun.get('/g', { cache: 'force-cache' });
      assert.equal(requests.length > before, asks, `at minute ${minute}`);
      assert.equal(first.postponed, !asks);
      if (!asks)
        assert.match(String(first.error), /its host failed in [23] runs on end, and is asked again after 2026-07-02/);
    }
    routes['/f'] = 'x';
    assert.deepEqual(brief(await run(1000).get('/f')), ['x', true]);
    routes['/f'] = failing;
    await run(1001).get('/f');
    const before = requests.length;
    await run(1002).get('/f');
    assert.ok(requests.length > before);
  });
}

test('Each address of a host is judged by itself, and a 404 is no fault of a host', async (t) => {
  const { run, requests } = await setUp(t, { '/good': 'x', '/bad': { status: 500 } });
  for (const minute of [0, 1, 2, 3]) {
    const one = run(minute);
    for (const path of ['/bad', '/good', '/bad', '/none']) await one.get(path);
  }
  const count = (path: string) => paths(requests).filter((asked) => asked === path).length;
  assert.deepEqual(['/good', '/none', '/bad'].map(count), [4, 4, 4]);
});

test('An address that redirects to a host that fails is left alone, and that host is not', async (t) => {
  const down = await startServer({ '/f': { status: 500 }, '/well': 'x' });
  t.after(down.close);
  const { run, requests } = await setUp(t, { '/f': { status: 302, headers: { location: `${down.origin}/f` } } });
  for (const minute of [0, 1, 2]) await run(minute).get('/f');
  assert.deepEqual(
    [paths(requests), paths(down.requests)],
    [
      ['/f', '/f'],
      ['/f', '/f'],
    ],
  );
  assert.equal((await run(2).fetch(`${down.origin}/well`, OPTIONS)).asked, true);
});

test('410 behind a redirect for now, or at a place that it moved to, does not end the asking where it was', async (t) => {
  const routes: Record<string, Route> = {
    '/f': { status: 302, headers: { location: '/new' } },
    '/new': { status: 410 },
  };
  const { run } = await setUp(t, routes);
  await run(0).get('/f');
  routes['/f'] = { status: 301, headers: { location: '/new' } };
  routes['/new'] = 'x';
  assert.equal((await run(1).get('/f')).text, 'x');
  routes['/new'] = { status: 410 };
  await run(2).get('/f');
  routes['/f'] = 'back';
  assert.equal((await run(3).get('/f')).text, 'back');
});
