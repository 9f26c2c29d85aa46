import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findHolder, lockFolder } from '../../scripts/adapters/folder-lock.ts';
import { RunError, SettingsError } from '../../scripts/errors.ts';
import { mountSmallDisk, noSmallDisk } from '../support/small-disk.ts';

const LOCK = join(import.meta.dirname, '../../scripts/adapters/folder-lock.ts');
const emptyDir = () => mkdtemp(join(tmpdir(), 'winnow-'));

/** Another process, which holds the lock until it is killed. */
async function holderOf(dir: string) {
  const code = `const { lockFolder } = await import(${JSON.stringify(LOCK)});
    await lockFolder(${JSON.stringify(dir)}, 'npm run daily'); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  assert.match(String((await once(child.stdout, 'data'))[0]), /held/);
  return child;
}

test('while a process holds a folder, another is told who, since when and what to do; once it is killed, the next has it at once', async () => {
  const dir = await emptyDir();
  const child = await holderOf(dir);
  const since = JSON.parse(await readFile(join(dir, '.lock'), 'utf8')).startedAt;
  const message =
    `another run (npm run daily, process ${child.pid}, since ${since}) is at work on ${dir}; ` +
    'wait until it has ended, then run this again';
  await assert.rejects(
    lockFolder(dir, 'npm run place'),
    (error) => error instanceof RunError && error.message === message,
  );
  assert.equal(await findHolder(dir), message);
  child.kill('SIGKILL');
  await once(child, 'close');
  assert.equal(await findHolder(dir), undefined);
  const lock = await lockFolder(dir, 'npm run place');
  assert.equal(JSON.parse(await readFile(join(dir, '.lock'), 'utf8')).pid, process.pid);
  await lock.release();
  assert.deepEqual(await readdir(dir), []);
});

test('a released folder can be taken again; in one process, too, only one has it', async () => {
  const dir = await emptyDir();
  for (let time = 0; time < 3; time++) {
    const lock = await lockFolder(dir, 'a');
    await assert.rejects(lockFolder(dir, 'b'), /another run \(a, process/);
    await lock.release();
  }
});

test('what is released twice does not take the lock from who holds it by then', async () => {
  const dir = await emptyDir();
  const first = await lockFolder(dir, 'first');
  await first.release();
  const second = await lockFolder(dir, 'second');
  await first.release();
  await assert.rejects(lockFolder(dir, 'third'), /another run \(second, process/);
  await second.release();
});

test('a folder that was not there is made, and gone after the release unless something is in it', async () => {
  const dir = await emptyDir();
  const [empty, full] = [join(dir, 'a/b/c'), join(dir, 'd/e')];
  await (await lockFolder(empty, 'x')).release();
  assert.deepEqual(await readdir(dir), []);
  const lock = await lockFolder(full, 'x');
  await writeFile(join(full, 'kept'), '');
  await lock.release();
  assert.deepEqual(await readdir(full), ['kept']);
  const own = join(dir, 'own');
  await mkdir(own);
  await (await lockFolder(own, 'x')).release();
  assert.ok((await stat(own)).isDirectory());
});

test('a lock file that holds nonsense is no lock', async () => {
  const dir = await emptyDir();
  await writeFile(join(dir, '.lock'), '{ "pid": ');
  assert.equal(await findHolder(dir), undefined);
  await (await lockFolder(dir, 'x')).release();
  assert.deepEqual(await readdir(dir), []);
});

test('a link in place of the lock file is refused, and what it leads to stays as it is', async () => {
  const [dir, other] = [await emptyDir(), join(await emptyDir(), 'other.json')];
  await writeFile(other, 'not ours');
  await symlink(other, join(dir, '.lock'));
  await assert.rejects(
    lockFolder(dir, 'x'),
    (error: Error) => error instanceof SettingsError && /a link/.test(error.message),
  );
  assert.equal(await readFile(other, 'utf8'), 'not ours');
});

test('who gets the lock on a file that its holder has just taken away tries again, as others would open another file', async () => {
  const dir = await emptyDir();
  const code = `import { createRequire } from 'node:module';
    import { existsSync, rmSync } from 'node:fs';
    const locks = createRequire(${JSON.stringify(LOCK)})('fs-native-extensions');
    const { tryLock } = locks;
    let calls = 0;
    // Between opening and locking, as a holder does that releases it.
    locks.tryLock = (...args) => (calls++ === 0 && rmSync(${JSON.stringify(join(dir, '.lock'))}), tryLock(...args));
    const { lockFolder } = await import(${JSON.stringify(LOCK)});
    await lockFolder(${JSON.stringify(dir)}, 'x');
    console.log(calls, existsSync(${JSON.stringify(join(dir, '.lock'))}));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  assert.equal(String((await once(child.stdout, 'data'))[0]), '2 true\n');
});

test('without locks on the machine, a run goes on alone, and a line says so', async () => {
  const dir = await emptyDir();
  const code = `import { createRequire } from 'node:module';
    createRequire(${JSON.stringify(LOCK)})('fs-native-extensions').tryLock = () => { throw new Error('ENOLCK: no locks available'); };
    const { lockFolder } = await import(${JSON.stringify(LOCK)});
    const lock = await lockFolder(${JSON.stringify(dir)}, 'x');
    await lock.release();
    console.log(lock.note);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const note = String((await once(child.stdout, 'data'))[0]);
  assert.match(note, /not locked, as this machine cannot \(ENOLCK: no locks available\); see to it that no second run/);
});

test('of many that come at once, again and again, never two have it', async () => {
  const dir = join(await emptyDir(), 'new');
  let [holding, most, times] = [0, 0, 0];
  const tryOften = async () => {
    for (let n = 0; n < 100; n++) {
      const lock = await lockFolder(dir, 'x').catch((error) => {
        assert.ok(error instanceof RunError, error);
        return undefined;
      });
      if (!lock) continue;
      most = Math.max(most, ++holding);
      times++;
      await new Promise((resolve) => setImmediate(resolve));
      holding--;
      await lock.release();
    }
  };
  await Promise.all(Array.from({ length: 8 }, tryOften));
  assert.equal(most, 1);
  assert.ok(times > 50, `${times} times`);
});

for (const [what, prepare, kind, message] of [
  [
    'read-only folder',
    'mount -o remount,ro "$DISK"',
    SettingsError,
    /cannot be written \(EROFS: its file system is read-only\); make it writable, or name another folder/,
  ],
  [
    'full disk',
    'head -c 100000 /dev/zero > "$DISK/full" || true',
    RunError,
    /the disk is full \(ENOSPC\)\..*free some space/,
  ],
] as const) {
  test(`a ${what} is told, and nothing is left behind`, { skip: noSmallDisk }, async (t) => {
    const disk = await mountSmallDisk('32k');
    t.after(() => disk.close());
    const code = `const { lockFolder } = await import(${JSON.stringify(LOCK)});
      await lockFolder(process.env.DISK, "x").catch((error) => console.log(error.name, error.message));`;
    const { stdout } = await disk.run(`(${prepare}) 2>/dev/null; "$NODE" --input-type=module -e '${code}'`);
    assert.ok(stdout.startsWith(kind.name), stdout);
    assert.match(stdout, message);
    assert.deepEqual(
      (await readdir(disk.seen)).filter((name) => name !== 'full'),
      [],
    );
  });
}
