import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isHalfWritten, writeWholeFile } from '../../scripts/adapters/write-whole-file.ts';
import { mountSmallDisk, noSmallDisk } from '../support/small-disk.ts';

const emptyDir = () => mkdtemp(join(tmpdir(), 'winnow-'));

test('a file is written with the folders on the way to it, and takes the place of what was there', async () => {
  const dir = await emptyDir();
  const path = join(dir, 'a/b/c.json');
  for (const text of ['a longer text', '', '内卷']) {
    await writeWholeFile(path, text);
    assert.equal(await readFile(path, 'utf8'), text);
  }
  await writeWholeFile(path, new Uint8Array([0, 255]), { fsync: false });
  assert.deepEqual([...(await readFile(path))], [0, 255]);
  assert.deepEqual(await readdir(join(dir, 'a/b')), ['c.json']);
});

test('what cannot be put in its place leaves nothing behind', async () => {
  const dir = await emptyDir();
  await writeWholeFile(join(dir, 'folder.json/x'), 'x');
  await assert.rejects(writeWholeFile(join(dir, 'folder.json'), 'y'), { code: 'EISDIR' });
  assert.deepEqual(await readdir(dir), ['folder.json']);
});

test('a half-written file is known by its name, which no file of ours has', () => {
  for (const name of ['2026-07-02-gears-ab12.mdx.104175003', '2026-07-03.json.1']) assert.ok(isHalfWritten(name), name);
  for (const name of ['2026-07-02-gears-ab12.mdx', 'a.json', 'a.json.bak', 'notes.104175003', '7.mdx.1a'])
    assert.ok(!isHalfWritten(name), name);
});

test(
  'on a full disk, writing throws, the file that was there stays, and no part of the new one does',
  { skip: noSmallDisk },
  async (t) => {
    const disk = await mountSmallDisk('32k');
    t.after(() => disk.close());
    const script = join(await emptyDir(), 'write.ts');
    await writeFile(
      script,
      `import { writeWholeFile } from '${join(import.meta.dirname, '../../scripts/adapters/write-whole-file.ts')}';
     const path = process.env.DISK + '/a.json';
     await writeWholeFile(path, 'old');
     await writeWholeFile(path, 'new'.repeat(20_000)).then(() => console.log('written'), ({ code }) => console.log(code));`,
    );
    const { stdout, stderr } = await disk.run(`"$NODE" "${script}"`);
    assert.equal(stdout, 'ENOSPC\n', stderr);
    assert.deepEqual(await readdir(disk.seen), ['a.json']);
    assert.equal(await readFile(join(disk.seen, 'a.json'), 'utf8'), 'old');
  },
);
