import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isPublicAddress } from '../../scripts/adapters/address-guard.ts';
import { createHttpFetcher } from '../../scripts/adapters/http-fetcher.ts';
import { startServer, type LoopbackServer } from '../support/loopback-server.ts';

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
