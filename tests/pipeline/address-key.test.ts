import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressKeyOf } from '../../scripts/pipeline/address-key.ts';

const FILE = 'https://cdn.example/shows/1.mp3';
const ALIKE: [name: string, address: string][] = [
  ['without https', 'http://cdn.example/shows/1.mp3'],
  ['with www', 'https://www.cdn.example/shows/1.mp3'],
  ['behind a counter', 'https://counter.example/e/cdn.example/shows/1.mp3'],
  ['behind several', 'https://www.a.example/pts/redirect.mp3/b.example/e/c.example/track/XY12/cdn.example/shows/1.mp3'],
  ['as an address in the path', 'https://counter.example/redirect.mp3/https://cdn.example/shows/1.mp3'],
  ['as an encoded address', 'https://host.example/s/9/play/17/https%3A%2F%2Fcdn.example%2Fshows%2F1.mp3'],
  ['as the query', 'http://www.counter.example/redirect.mp3?http://www.cdn.example/shows/1.mp3'],
];
for (const [name, address] of ALIKE) {
  test(`an address ${name} leads to the same file`, () => assert.deepEqual(addressKeyOf(address), addressKeyOf(FILE)));
}

test('a stamp in the query leaves the path, and "download.php?id=5" is told from "?id=6"', () => {
  const [a, b] = ['id=5', 'id=6'].map((query) => addressKeyOf(`https://cdn.example/download.php?${query}`));
  assert.equal(a?.path, b?.path);
  assert.notEqual(a?.whole, b?.whole);
});

test('a file is told from another, whatever is before it', () => {
  const keys = ['a.example/v1.2/x.mp3', 'a.example/v1.3/x.mp3', 'b.example/e/a.example/v1.2/y.mp3', 'a.example/x.mp3'];
  assert.equal(new Set(keys.map((key) => addressKeyOf(`https://${key}`).whole)).size, keys.length);
});

for (const address of [undefined, '', 'no address', 'https://show.example', 'https://show.example/', 'urn:x']) {
  test(`${address || 'nothing'} leads to nothing of its own`, () => {
    assert.deepEqual(
      { path: undefined, whole: undefined, ...addressKeyOf(address) },
      { path: undefined, whole: undefined },
    );
  });
}

test('a page that its query names is told from the home page', () => {
  assert.equal(addressKeyOf('https://show.example/?p=12').whole, 'show.example?p=12');
});

test('an address of a megabyte is read in linear time', () => {
  const startedAt = performance.now();
  for (const unit of ['a.', 'a.b/', '%', '/', '?', 'a-'])
    addressKeyOf(`https://cdn.example/${unit.repeat(1_000_000 / unit.length)}`);
  assert.ok(performance.now() - startedAt < 2000);
});

test('an address of a hundred thousand slashes is looked at in no time', () => {
  const started = performance.now();
  addressKeyOf(`https://cdn.example/${'/'.repeat(100_000)}x`);
  assert.ok(performance.now() - started < 2000);
});
