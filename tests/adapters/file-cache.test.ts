import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { createFileCache } from '../../scripts/adapters/file-cache.ts';
import { mountSmallDisk, noSmallDisk } from '../support/small-disk.ts';

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

const rebuilt = (count: number) =>
  `cache: ${count} ${count === 1 ? 'entry' : 'entries'} of ${dir} damaged; fetched or made again`;

for (const [what, damage] of [
  [
    'another byte',
    async (file) => writeFile(file, Buffer.concat([(await readFile(file)).subarray(0, -1), Buffer.of(1)])),
  ],
  ['garbage of the same length', async (file) => writeFile(file, Buffer.alloc((await readFile(file)).length, 7))],
  ['its end cut off', async (file) => truncate(file, (await readFile(file)).length - 1)],
  ['most of it cut off', (file) => truncate(file, 5)],
  ['nothing in it', (file) => truncate(file, 0)],
  ['a folder in its place', async (file) => (await rm(file), void (await mkdir(join(file, 'x'), { recursive: true })))],
  ['a link to itself in its place', async (file) => (await rm(file), symlink(file, file))],
  [
    'a file where its folder was',
    async (file) => (await rm(dirname(file), { recursive: true }), writeFile(dirname(file), '')),
  ],
  [
    'a file where all of its kind were',
    async (file) => {
      const folder = dirname(dirname(file));
      await rm(folder, { recursive: true });
      await writeFile(folder, '');
    },
  ],
  ['nobody allowed to read it', (file) => chmod(file, 0)],
] as [string, (file: string) => Promise<void>][]) {
  test(`An entry with ${what} is a miss, is told of, and can be written again`, async (t) => {
    await createFileCache(dir).put('http', 'a', value);
    const file = await onlyFile();
    await damage(file);
    const cache = createFileCache(dir);
    const found = await cache.get('http', 'a');
    if (found && process.getuid?.() === 0) return t.skip('root may read everything');
    assert.equal(found, undefined);
    assert.deepEqual(cache.notes(), [rebuilt(1)]);
    await cache.put('http', 'a', value);
    assert.deepEqual([...((await createFileCache(dir).get('http', 'a')) ?? [])], [...value]);
  });
}

test(
  'Where the machine has run out of something, reading throws, as the entry is there',
  { skip: process.platform === 'win32' },
  async () => {
    await createFileCache(dir).put('http', 'a', value);
    const code = `import { closeSync, openSync } from 'node:fs';
    const { createFileCache } = await import(${JSON.stringify(join(import.meta.dirname, '../../scripts/adapters/file-cache.ts'))});
    const cache = createFileCache(${JSON.stringify(dir)});
    await cache.get('http', 'other');
    try { for (;;) openSync('/dev/null'); } catch {}
    await cache.get('http', 'a').then(() => process.exit(1), (error) => process.exit(error.code === 'EMFILE' ? 7 : 2));`;
    const limited = `ulimit -n 64; exec "${process.execPath}" --input-type=module -e '${code.replaceAll("'", `'"'"'`)}'`;
    assert.equal(spawnSync('sh', ['-c', limited]).status, 7);
  },
);

test('A folder that is new or of another version is told of; one that was used before is not', async () => {
  await rm(dir, { recursive: true });
  const first = createFileCache(dir);
  assert.deepEqual(first.notes(), []);
  await first.get('http', 'a');
  const isNew = `cache: ${dir} is new; everything is fetched and made afresh`;
  assert.deepEqual(first.notes(), [isNew]);
  await first.put('http', 'a', value);
  const second = createFileCache(dir);
  await second.get('http', 'a');
  assert.deepEqual(second.notes(), []);
  await rename(join(dir, 'v1'), join(dir, 'v0'));
  const third = createFileCache(dir);
  assert.equal(await third.get('http', 'a'), undefined);
  assert.deepEqual(third.notes(), [
    isNew,
    `cache: ${dir}/v0 was made by another version of Winnow and is not read; it may be deleted`,
  ]);
});

for (const [what, prepare, code] of [
  ['is read-only', 'mount -o remount,ro "$DISK"', 'EROFS'],
  ['is full', 'head -c 100000 /dev/zero > "$DISK/full" || true', 'ENOSPC'],
] as const) {
  test(`A cache that ${what} is gone without, and told of`, { skip: noSmallDisk }, async (t) => {
    const disk = await mountSmallDisk('32k');
    t.after(() => disk.close());
    const script = `const { createFileCache } = await import("${join(import.meta.dirname, '../../scripts/adapters/file-cache.ts')}");
      const cache = createFileCache(process.env.DISK);
      for (const key of ["a", "b"]) await cache.put("http", key, new Uint8Array(9000));
      console.log(await cache.get("http", "a"), cache.notes().at(-1));`;
    const { stdout, stderr } = await disk.run(`(${prepare}) 2>/dev/null; "$NODE" --input-type=module -e '${script}'`);
    assert.match(
      stdout,
      new RegExp(`^undefined cache: 2 entries could not be written into .* \\(${code}\\), so`),
      stderr,
    );
    assert.deepEqual(
      (await readdir(disk.seen, { recursive: true, withFileTypes: true })).filter(
        (it) => it.isFile() && it.name !== 'full',
      ),
      [],
    );
  });
}

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
