import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import type { ShowId } from '#domain/ids.ts';
import { StatusError } from '../../scripts/adapters/http/http-failure.ts';
import { createHttpFetcher, type HttpFetcherSettings } from '../../scripts/adapters/http-fetcher.ts';
import { ItemError } from '../../scripts/errors.ts';
import { startServer, type LoopbackServer, type Route } from '../support/loopback-server.ts';

const servers: LoopbackServer[] = [];
after(() => Promise.all(servers.map((server) => server.close())));

async function serve(routes: Parameters<typeof startServer>[0]): Promise<LoopbackServer> {
  const server = await startServer(routes);
  servers.push(server);
  return server;
}
const network = (settings: Partial<HttpFetcherSettings> = {}) =>
  createHttpFetcher({ allowPrivateHosts: true, version: '1.2.3', ...settings });
const options = { accept: 'text/plain', maxBytes: 1000 };
const textOf = (body: Uint8Array) => Buffer.from(body).toString();
const redirectTo = (location: string): Route => ({ status: 302, headers: { location } });

test('A body comes with its type and with the validators exactly as sent', async () => {
  const headers = {
    'content-type': 'text/plain; charset=x',
    etag: 'W/"a b"',
    'last-modified': 'yesterday, about noon',
  };
  const { origin } = await serve({ '/a': { headers, body: 'hello' } });
  const { body, ...answer } = await network().get(`${origin}/a#part`, options);
  assert.equal(textOf(body), 'hello');
  assert.deepEqual(answer, {
    url: `${origin}/a`,
    notModified: false,
    freshMs: 0,
    movedTo: undefined,
    contentType: 'text/plain; charset=x',
    etag: 'W/"a b"',
    lastModified: 'yesterday, about noon',
  });
});

test('The user agent names the program, its version and the contact, and invents none', async () => {
  const { origin, requests } = await serve({ '/': 'x' });
  await network().get(origin, options);
  await network({ contact: 'https://example.org/bot\r\nX: y' }).get(origin, options);
  assert.deepEqual(
    requests.map(({ headers }) => headers['user-agent']),
    ['Winnow/1.2.3', 'Winnow/1.2.3 (+https://example.org/botX: y)'],
  );
});

test('Validators are sent to the address that gave them, and to no other', async () => {
  const { origin, requests } = await serve({ '/old': redirectTo('/new'), '/new': { status: 304 } });
  const validators = { url: `${origin}/new`, etag: '"1"', lastModified: 'noon' };
  assert.equal((await network().get(`${origin}/old`, { ...options, validators })).notModified, true);
  assert.deepEqual(
    requests.map(({ headers }) => [headers['if-none-match'], headers['if-modified-since']]),
    [
      [undefined, undefined],
      ['"1"', 'noon'],
    ],
  );
});

for (const [encoding, compress] of Object.entries({
  gzip: gzipSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
  deflate: deflateSync,
})) {
  test(`A ${encoding} body is unpacked, and a bomb of it stops at the limit`, async () => {
    const headers = { 'content-encoding': encoding };
    const { origin } = await serve({
      '/small': { headers, body: compress('hello') },
      '/bomb': { headers, body: compress(Buffer.alloc(50_000_000)) },
    });
    assert.equal(textOf((await network().get(`${origin}/small`, options)).body), 'hello');
    const before = process.memoryUsage().arrayBuffers;
    await assert.rejects(
      network().get(`${origin}/bomb`, { ...options, maxBytes: 100_000 }),
      /larger than 100000 bytes/,
    );
    assert.ok(process.memoryUsage().arrayBuffers - before < 20_000_000);
  });
}

test('Where permanent redirects lead is told, as far as each of them is one', async () => {
  const forGood = (location: string): Route => ({ status: 301, headers: { location } });
  const { origin } = await serve({
    '/old': forGood('/older'),
    '/older': { status: 308, headers: { location: '/new' } },
    '/half': forGood('/passing'),
    '/passing': redirectTo('/new'),
    '/late': redirectTo('/half'),
    '/new': 'x',
  });
  const movedTo = async (path: string) => (await network().get(origin + path, options)).movedTo;
  assert.equal(await movedTo('/old'), `${origin}/new`);
  assert.equal(await movedTo('/half'), `${origin}/passing`);
  assert.equal(await movedTo('/late'), undefined);
  assert.equal(await movedTo('/new'), undefined);
});

test('Five redirects are followed, a sixth is not, and a circle is named', async () => {
  const { origin, requests } = await serve({
    '/1': redirectTo('/2'),
    '/2': redirectTo('3'),
    '/3': redirectTo('/4'),
    '/4': redirectTo('/5'),
    '/5': redirectTo('/6'),
    '/6': 'there',
    '/0': redirectTo('/1'),
    '/round': redirectTo('/about'),
    '/about': redirectTo('/round'),
  });
  const answer = await network().get(`${origin}/1`, options);
  assert.deepEqual([answer.url, textOf(answer.body), requests.length], [`${origin}/6`, 'there', 6]);
  await assert.rejects(network().get(`${origin}/0`, options), /more than 5 redirects; open it in a browser/);
  await assert.rejects(network().get(`${origin}/round`, options), /redirects lead in a circle/);
});

const STATUS_CASES: [number, RegExp][] = [
  [204, /HTTP status 204: open the address in a browser/],
  [401, /wants a login/],
  [403, /WINNOW_CONTACT/],
  [404, /check the address in shows\.yaml/],
  [410, /gone for good; take it out of shows\.yaml/],
  [429, /tried again on the next run/],
  [503, /HTTP status 503: the host is in trouble; tried again on the next run/],
];
for (const [status, expected] of STATUS_CASES) {
  test(`Status ${status} says what to do, names the address and is kept as cause`, async () => {
    const { origin } = await serve({ '/feed': { status } });
    const error = await network()
      .get(`${origin}/feed`, options)
      .catch((reason: unknown) => reason);
    assert.ok(error instanceof ItemError);
    assert.match(error.message, expected);
    assert.ok(error.message.startsWith(`${origin}/feed: `));
    assert.ok(error.cause instanceof StatusError);
    assert.equal(error.cause.status, status);
  });
}

test('410 alone means gone for good, also behind a redirect that is for good, and not behind one for now', async () => {
  const { origin } = await serve({
    '/gone': { status: 410 },
    '/moved': { status: 301, headers: { location: '/gone' } },
    '/elsewhere': { status: 302, headers: { location: '/gone' } },
    '/absent': { status: 404 },
    '/long': 'x'.repeat(2000),
  });
  const goneOf = (path: string) =>
    network()
      .get(origin + path, options)
      .catch((error: unknown) => error instanceof ItemError && error.gone);
  const paths = ['/gone', '/moved', '/elsewhere', '/absent', '/long'];
  assert.deepEqual(await Promise.all(paths.map(goneOf)), [true, true, false, false, false]);
});

test('A password is sent as a login, and left out of the address that answered', async () => {
  const { origin, requests } = await serve({ '/': 'private' });
  const address = origin.replace('http://', 'http://me:s%20ecret@');
  assert.equal((await network().get(address, options)).url, `${origin}/`);
  await assert.rejects(network().get('http://me:s/ecret@example.org/', options), /this is not a web address/);
  assert.equal(requests.length, 1);
  assert.equal(requests[0]?.headers.authorization, `Basic ${Buffer.from('me:s ecret').toString('base64')}`);
});

test('A host that is silent, before the answer or in the middle of it, is given up', async () => {
  const { origin } = await serve({
    '/never': () => {},
    '/half': (_, response) => void response.writeHead(200).write('half'),
  });
  const impatient = network({ timeouts: { idleMs: 200 } });
  await assert.rejects(
    impatient.get(`${origin}/never`, options),
    /timed out: the host was silent for 0\.2 s; tried again on the next run/,
  );
  await assert.rejects(impatient.get(`${origin}/half`, options), /timed out: the host was silent/);
});

test('A host that sends a byte now and then is given up after the total time', async () => {
  const { origin } = await serve((_, response) => {
    const drip = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(drip));
  });
  await assert.rejects(
    network({ timeouts: { totalMs: 300 } }).get(origin, { ...options, maxBytes: 1e9 }),
    /timed out: not finished after 0\.3 s/,
  );
});

test('A host that times out is asked no more by that show, and by nobody once three shows waited in vain', async () => {
  const { origin, requests } = await serve({ '/tarpit': () => {}, '/good': 'good' });
  const impatient = network({ timeouts: { idleMs: 50 } });
  const ask = (show: string, path: string) =>
    impatient.get(origin + path, { ...options, show: show as ShowId }).then(
      ({ body }) => textOf(body),
      (error: unknown) => /not asked again|silent/.exec(String(error))?.[0],
    );
  for (let time = 0; time < 3; time++) assert.equal(await ask('hostile', '/tarpit'), 'silent');
  assert.equal(await ask('hostile', '/tarpit'), 'not asked again');
  assert.equal(await ask('victim', '/good'), 'good');
  assert.equal(requests.length, 4);
  for (const show of ['second', 'third']) assert.equal(await ask(show, '/tarpit'), 'silent');
  assert.equal(await ask('victim', '/good'), 'not asked again');
  assert.equal(requests.length, 6);
});

test('A dropped connection is tried once more, and no more than that', async () => {
  let asked = 0;
  const { origin } = await serve({
    '/once': (request, response) => void (asked++ === 0 ? request.socket.destroy() : response.end('better')),
    '/cut': (request, response) =>
      void response.writeHead(200, { 'content-length': '10' }).write('half', () => request.socket.destroy()),
  });
  assert.equal(textOf((await network().get(`${origin}/once`, options)).body), 'better');
  await assert.rejects(network().get(`${origin}/cut`, options), /the connection dropped, twice/);
});

test('A host is asked one thing at a time, and six hosts at once', async () => {
  let now = 0;
  let most = 0;
  const slow: Route = (_, response) => {
    most = Math.max(most, ++now);
    setTimeout(() => response.end(String(now--)), 30);
  };
  const same = await serve(slow);
  const shared = network();
  await Promise.all([1, 2, 3, 4].map((n) => shared.get(`${same.origin}/${n}`, options)));
  assert.equal(most, 1);
  const many = await Promise.all(Array.from({ length: 9 }, () => serve(slow)));
  await Promise.all(many.map(({ origin }) => shared.get(origin, options)));
  assert.equal(most, 6);
});

test('What cannot be asked at all says why', async (context) => {
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as { port: number };
  await new Promise((resolve) => closed.close(resolve));
  const notHttp = createServer((socket) => void socket.end('220 mail ready\r\n')).listen(0, '127.0.0.1');
  await once(notHttp, 'listening');
  context.after(() => notHttp.close());
  const mail = (notHttp.address() as { port: number }).port;
  await assert.rejects(network().get(`http://127.0.0.1:${port}/`, options), /the host refused the connection/);
  await assert.rejects(network().get(`http://127.0.0.1:${mail}/`, options), /does not speak HTTP/);
  await assert.rejects(network().get(`https://127.0.0.1:${mail}/`, options), /no secure connection/);
  await assert.rejects(network().get('ftp://example.org/feed', options), /only http and https are read, not "ftp:"/);
  await assert.rejects(network().get('feed.xml', options), /not a web address/);
});

test('A body compressed in a way that is not read, or damaged, is refused', async () => {
  const { origin } = await serve({
    '/odd': { headers: { 'content-encoding': 'compress' }, body: 'x' },
    '/damaged': { headers: { 'content-encoding': 'gzip' }, body: 'not gzip' },
  });
  await assert.rejects(network().get(`${origin}/odd`, options), /compressed as "compress", which is not read/);
  await assert.rejects(network().get(`${origin}/damaged`, options), /the compressed body is damaged/);
});
