import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isPublicAddress } from '../../scripts/adapters/address-guard.ts';
import { createHttpFetcher } from '../../scripts/adapters/http-fetcher.ts';
import { startServer, type LoopbackServer } from '../support/loopback-server.ts';
import { startNameServer } from '../support/name-server.ts';

let server: LoopbackServer;
before(async () => void (server = await startServer({ '/': 'secret' })));
after(() => server.close());
const options = { accept: '*/*', maxBytes: 100 };

const REFUSED = [
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '240.0.0.1',
  '198.18.0.1',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fec0::1',
  'ff02::1',
  '2002:7f00:1::',
  '64:ff9b::7f00:1',
  '2001:db8::1',
  '4000::1',
  'localhost',
  '',
];
for (const address of REFUSED)
  test(`${address || 'An empty address'} is not public`, () => assert.equal(isPublicAddress(address), false));
for (const address of ['8.8.8.8', '151.101.1.1', '2606:4700::1111'])
  test(`${address} is public`, () => assert.equal(isPublicAddress(address), true));

test('Every way to spell loopback is refused before a byte is sent, with the way to allow it', async () => {
  const { port } = new URL(server.origin);
  const guarded = createHttpFetcher({ allowPrivateHosts: false, version: '0' });
  for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0']) {
    const expected = /not a public address; allow with --allow-private-hosts or ALLOW_PRIVATE_HOSTS=1/;
    await assert.rejects(guarded.get(`http://${host}:${port}/`, options), expected, host);
  }
  assert.equal(server.requests.length, 0);
});

test('Private hosts answer where they are allowed', async () => {
  const open = createHttpFetcher({ allowPrivateHosts: true, version: '0' });
  assert.equal(Buffer.from((await open.get(server.origin, options)).body).toString(), 'secret');
});

/** Linux answers at all of 127/8: one of it stands for the public Internet, the other for the machine itself. */
const [OUTSIDE, INSIDE] = ['127.0.0.2', '127.0.0.1'];
const isPublic = (address: string) => address === OUTSIDE;
const skip = process.platform === 'linux' ? false : 'only Linux answers at 127.0.0.2';

test(
  'An address is judged when the connection is made: a name that changes its answer gains nothing',
  { skip },
  async (t) => {
    const outside = await startServer(
      (_, response) => void response.writeHead(200, { connection: 'close' }).end('public'),
      OUTSIDE,
    );
    const { port } = new URL(outside.origin);
    const inside = await startServer(() => {}, INSIDE, Number(port));
    const names = await startNameServer((_, nth) => [nth === 1 ? OUTSIDE : INSIDE]);
    t.after(() => Promise.all([outside.close(), inside.close(), names.close()]));
    const { get } = createHttpFetcher({ allowPrivateHosts: false, version: '0', lookup: names.lookup, isPublic });
    const url = `http://rebinding.example:${port}/`;
    assert.equal(Buffer.from((await get(url, options)).body).toString(), 'public');
    // One question a connection: what was judged is what is connected to.
    assert.equal(names.asked.length, 1);
    await assert.rejects(get(url, options), /leads to 127\.0\.0\.1, which is not a public address/);
    assert.deepEqual([names.asked.length, outside.requests.length, inside.requests.length], [2, 1, 0]);
  },
);

test('Of a name with several addresses, only the public ones are connected to', { skip }, async (t) => {
  const inside = await startServer({ '/': 'private' }, INSIDE);
  const { port } = new URL(inside.origin);
  const outside = await startServer({ '/': 'public' }, OUTSIDE, Number(port));
  const names = await startNameServer(() => [INSIDE, OUTSIDE, '10.0.0.1']);
  t.after(() => Promise.all([outside.close(), inside.close(), names.close()]));
  const { get } = createHttpFetcher({ allowPrivateHosts: false, version: '0', lookup: names.lookup, isPublic });
  const { body } = await get(`http://both.example:${port}/`, options);
  assert.deepEqual([Buffer.from(body).toString(), inside.requests.length], ['public', 0]);
});

test('A redirect is judged like any other address, by name and by number', { skip }, async (t) => {
  const inside = await startServer({ '/': 'private' }, INSIDE);
  const names = await startNameServer(() => [INSIDE]);
  const { port } = new URL(inside.origin);
  const targets = {
    '/number': inside.origin,
    '/name': `http://inside.example:${port}/`,
    '/short': `http://2130706433:${port}/`,
  };
  const routes = Object.entries(targets).map(([path, location]) => [path, { status: 302, headers: { location } }]);
  const outside = await startServer(Object.fromEntries(routes), OUTSIDE);
  t.after(() => Promise.all([outside.close(), inside.close(), names.close()]));
  const { get } = createHttpFetcher({ allowPrivateHosts: false, version: '0', lookup: names.lookup, isPublic });
  for (const path of Object.keys(targets))
    await assert.rejects(
      get(outside.origin + path, options),
      /redirected to .*leads to 127\.0\.0\.1, which is not a public/,
    );
  assert.deepEqual([outside.requests.length, inside.requests.length], [3, 0]);
});
