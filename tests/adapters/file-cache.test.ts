import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { createFileCache } from '../../scripts/adapters/file-cache.ts';

let dir: string;
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'winnow-cache-'))));
afterEach(() => rm(dir, { recursive: true, force: true }));
const value = new Uint8Array([0, 255, 10, 0]);
const onlyFile = async () => {
  const [entry] = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((found) => found.isFile());
  assert.ok(entry);
  return join(entry.parentPath, entry.name);
};

test('A value comes back by kind and key, whatever the key, from another instance too', async () => {
  const key = '../../etc/\0 内卷?'.repeat(100);
  await createFileCache(dir).put('http', key, value);
  assert.deepEqual(new Uint8Array((await createFileCache(dir).get('http', key)) ?? []), value);
  assert.equal(await createFileCache(dir).get('transcript', key), undefined);
  assert.equal(await createFileCache(dir).get('http', 'other'), undefined);
});

test('Files lie under layout, kind and the first two hex digits of the hashed key', async () => {
  await createFileCache(dir).put('http', 'a', value);
  assert.match(
    (await onlyFile()).slice(dir.length),
    /^.v1.http.ca.ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb$/,
  );
});

test('An empty value is a value', async () => {
  const cache = createFileCache(dir);
  await cache.put('http', 'a', new Uint8Array());
  assert.equal((await cache.get('http', 'a'))?.length, 0);
});

test('A damaged, shortened or emptied entry is a miss, and can be written again', async () => {
  const cache = createFileCache(dir);
  await cache.put('http', 'a', value);
  const file = await onlyFile();
  const sound = await readFile(file);
  const damages = [
    () => writeFile(file, Buffer.concat([sound.subarray(0, -1), Buffer.from([1])])),
    () => truncate(file, sound.length - 1),
    () => truncate(file, 5),
    () => truncate(file, 0),
  ];
  for (const damage of damages) {
    await damage();
    assert.equal(await cache.get('http', 'a'), undefined);
    await cache.put('http', 'a', value);
    assert.equal((await cache.get('http', 'a'))?.length, value.length);
  }
});

test('An entry that is there but cannot be opened is no miss: reading throws', async () => {
  const cache = createFileCache(dir);
  await cache.put('http', 'a', value);
  const file = await onlyFile();
  await rm(file);
  await symlink(file, file);
  await assert.rejects(cache.get('http', 'a'), { code: 'ELOOP' });
});

test('A cache folder that is a file has nothing in it', async () => {
  await writeFile(join(dir, 'file'), '');
  assert.equal(await createFileCache(join(dir, 'file')).get('http', 'a'), undefined);
});

test('Many writes of one key at once leave one whole entry and nothing beside it', async () => {
  const cache = createFileCache(dir);
  await Promise.all(Array.from({ length: 20 }, (_, index) => cache.put('http', 'a', Buffer.alloc(1000, index))));
  const found = await cache.get('http', 'a');
  assert.equal(found?.length, 1000);
  assert.equal(new Set(found).size, 1);
  await onlyFile();
});
