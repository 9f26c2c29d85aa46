import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { readSite } from '../../src/site.ts';

test('without settings the site is at localhost and reads the repository’s own content', () => {
  const unset = {
    contentDir: undefined,
    cacheDir: resolve('.cache'),
    origin: 'http://localhost:4321',
    basePath: '/',
    timezone: 'UTC',
    contact: undefined,
  };
  assert.deepEqual(readSite({}), unset);
  assert.deepEqual(
    readSite({ CONTENT_DIR: '', SITE_URL: ' ', BASE_PATH: '', TIMEZONE: '' }),
    unset,
    'empty means unset',
  );
});

for (const [given, expected] of [
  ['winnow', '/winnow/'],
  ['/winnow', '/winnow/'],
  ['/a/b/', '/a/b/'],
  ['/', '/'],
] as const) {
  test(`BASE_PATH "${given}" is "${expected}"`, () => assert.equal(readSite({ BASE_PATH: given }).basePath, expected));
}

test('CONTENT_DIR is taken from the current folder', () => {
  assert.equal(readSite({ CONTENT_DIR: 'x/y' }).contentDir, resolve('x/y'));
  assert.equal(readSite({ CONTENT_DIR: '/tmp/x' }).contentDir, '/tmp/x');
});

for (const [name, value, advice] of [
  ['SITE_URL', 'example.org', /SITE_URL: .*https:\/\/example\.org/],
  ['SITE_URL', 'https://example.org/winnow', /SITE_URL: .*BASE_PATH/],
  ['BASE_PATH', '/a b', /BASE_PATH: .*\/winnow/],
  ['TIMEZONE', 'Mars/Olympus', /TIMEZONE: .*Europe\/Berlin/],
] as const) {
  test(`${name}=${value} is refused with advice`, () => assert.throws(() => readSite({ [name]: value }), advice));
}
