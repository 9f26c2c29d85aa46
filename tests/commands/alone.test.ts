import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { lockFolder } from '../../scripts/adapters/folder-lock.ts';
import { serveSamples } from '../../scripts/samples/serve-samples.ts';
import { startServer, type LoopbackServer } from '../support/loopback-server.ts';
import { readTree } from '../support/read-tree.ts';
import { runCommand } from '../support/run-command.ts';
import { mountSmallDisk, noSmallDisk } from '../support/small-disk.ts';

const ROOT = join(import.meta.dirname, '../..');
let dir: string;
let samples: Awaited<ReturnType<typeof serveSamples>>;
/** Whose feed never comes, so that a run that follows it is at work for as long as a test wants. */
let silent: LoopbackServer;
/** What the sample shows give, and a cache that has it all. */
let expected: Record<string, string>;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'winnow-'));
  samples = await serveSamples();
  silent = await startServer(() => {});
  await writeFile(join(dir, 'silent.yaml'), `- { id: silent, title: Silent, feed: "${silent.origin}/feed.xml" }\n`);
  assert.equal((await daily(join(dir, 'content'))).code, 0);
  expected = await readTree(join(dir, 'content'));
});
after(async () => {
  await silent.close();
  await samples.close();
  await rm(dir, { recursive: true });
});

const WINDOW = [
  '--since',
  '2026-06-01',
  '--now',
  '2026-08-01T06:00:00Z',
  '--engine',
  'embedded',
  '--allow-private-hosts',
];
const sampleShows = () => ['--shows', `${samples.origin}/shows.yaml`];
const daily = (content: string, ...more: string[]) =>
  runCommand('daily', [...sampleShows(), ...WINDOW, '--content', content, ...more], { CACHE_DIR: join(dir, 'cache') });

/** A daily run that has the lock and waits for a feed. */
async function aRunAtWork(content: string) {
  const args = ['scripts/daily.ts', '--shows', join(dir, 'silent.yaml'), ...WINDOW, '--content', content];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, CACHE_DIR: join(dir, 'cache') },
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, stderr }));
  const asked = silent.requests.length;
  while (silent.requests.length === asked)
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 20)), ended]);
  return { child, ended };
}

test('while a run is at work, another ends at once, told by whom and what to do; a killed one is in no way', async () => {
  const content = join(dir, 'two');
  const { child, ended } = await aRunAtWork(content);
  const message = new RegExp(
    `^another run \\(npm run daily, process ${child.pid}, since \\d{4}-[^)]*\\) is at work on .*two; wait until it has ended, then run this again\n$`,
  );
  const place = runCommand('place', ['--content', content], { CACHE_DIR: join(dir, 'cache') });
  for (const { code, stderr } of await Promise.all([daily(content), place])) {
    assert.equal(code, 1);
    assert.match(stderr, message);
  }
  assert.deepEqual(await readdir(content), ['.lock']);
  child.kill('SIGKILL');
  await ended;
  assert.ok(existsSync(join(content, '.lock')));
  assert.equal((await daily(content)).code, 0);
  assert.deepEqual(await readTree(content), expected);
});

test('while a run is at work, what only reads goes on: a dry run, and a check, which says so', async (t) => {
  const content = join(dir, 'read');
  const lock = await lockFolder(content, 'npm run daily');
  t.after(() => lock.release());
  assert.equal((await daily(content, '--dry-run')).code, 0);
  const check = await runCommand('check', ['--content', content], { CACHE_DIR: join(dir, 'cache') });
  assert.equal(check.code, 0);
  assert.match(check.stderr, /as it stands at the moment: another run \(npm run daily, process/);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  test(`a run that is told to end by ${signal} ends by it, says what stands, and leaves nothing behind`, async () => {
    const content = join(dir, `stopped-${signal}`);
    const { child, ended } = await aRunAtWork(content);
    child.kill(signal);
    const outcome = await ended;
    assert.deepEqual([outcome.code, outcome.signal], [null, signal]);
    assert.equal(
      outcome.stderr,
      `stopped by ${signal}: what was published stays, and the next run goes on from there\n`,
    );
    await assert.rejects(stat(content), { code: 'ENOENT' });
  });

test('a run that found nothing leaves no folder that was not there', async () => {
  const shows = join(dir, 'none.yaml');
  await writeFile(shows, '- { id: down, title: Down, feed: "http://127.0.0.1:9/feed.xml" }\n');
  const content = join(dir, 'none/of/it');
  const { code } = await runCommand('daily', ['--shows', shows, ...WINDOW, '--content', content], {
    CACHE_DIR: join(dir, 'cache'),
  });
  assert.equal(code, 1);
  await assert.rejects(stat(join(dir, 'none')), { code: 'ENOENT' });
});

test('a cache that was corrupted changes nothing of what is published, and is told of', async () => {
  const content = join(dir, 'corrupted');
  const cache = join(dir, 'cache');
  let damaged = 0;
  for (const entry of await readdir(cache, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      const bytes = await readFile(path);
      await writeFile(
        path,
        damaged++ % 2 === 0 ? bytes.subarray(0, bytes.length / 2) : Buffer.alloc(bytes.length, 'x'),
      );
    }
  const { code, stdout } = await daily(content, '--report', join(dir, 'report.json'));
  assert.equal(code, 0);
  assert.deepEqual(await readTree(content), expected);
  const { notes } = JSON.parse(await readFile(join(dir, 'report.json'), 'utf8'));
  assert.match(notes.join('\n'), /^cache: \d+ entries of .*cache damaged; fetched or made again$/);
  assert.ok(damaged > 20 && stdout.includes(notes[0]), stdout);
});

const ON_DISK = `"$NODE" scripts/daily.ts $ARGS --content "$DISK/content"`;
const onDisk = () => ({
  ARGS: [...sampleShows(), ...WINDOW].join(' '),
  CACHE_DIR: join(dir, 'cache'),
});

test(
  'on a disk that fills up, a run ends with what to do; what stood stays, no half file does, and with room the rest follows',
  { skip: noSmallDisk },
  async (t) => {
    // With room for some of it: every file takes a page.
    const disk = await mountSmallDisk('120k');
    t.after(() => disk.close());
    const first = await disk.run(ON_DISK, onDisk());
    assert.equal(first.code, 1);
    assert.match(
      first.stderr,
      /^\S+: the disk is full \(ENOSPC\)\. What was published before is as it was, and no file is half-written; free some space, then run this again\n$/,
    );
    const cut = await readTree(join(disk.seen, 'content'));
    const published = Object.entries(cut).filter(([path]) => path !== '.publishing.json');
    assert.ok(published.length > 2, String(published.length));
    for (const [path, text] of published) assert.equal(text, expected[path], path);
    // Not one byte of room: nothing is even begun.
    await disk.run('head -c 1000000 /dev/zero > "$DISK/full"');
    const second = await disk.run(ON_DISK, onDisk());
    assert.equal(second.code, 1);
    assert.match(second.stderr, /the disk is full/);
    assert.deepEqual(await readTree(join(disk.seen, 'content')), cut);
    await disk.run('rm "$DISK/full"; mount -o remount,size=4m "$DISK"');
    assert.equal((await disk.run(ON_DISK, onDisk())).code, 0);
    assert.deepEqual(await readTree(join(disk.seen, 'content')), expected);
  },
);

test(
  'a content folder that cannot be written is a wrong setting, and stays as it is; so is a report',
  { skip: noSmallDisk },
  async (t) => {
    const disk = await mountSmallDisk('4m');
    t.after(() => disk.close());
    await disk.run(ON_DISK, onDisk());
    await disk.run('rm "$DISK"/content/digests/*; mount -o remount,ro "$DISK"');
    const before = await readTree(disk.seen);
    for (const command of [ON_DISK, '"$NODE" scripts/place.ts --content "$DISK/content"']) {
      const { code, stderr } = await disk.run(command, onDisk());
      assert.equal(code, 2);
      assert.match(
        stderr,
        /content: this cannot be written \(EROFS: its file system is read-only\); make it writable, or name another folder with --content or CONTENT_DIR\n$/,
      );
    }
    const { code, stderr } = await disk.run(
      `"$NODE" scripts/daily.ts $ARGS --content /nowhere --report "$DISK/report.json"`,
      onDisk(),
    );
    assert.equal(code, 2);
    assert.match(stderr, /--report .*report\.json: this cannot be written; make the file and its folder writable/);
    assert.deepEqual(await readTree(disk.seen), before);
    assert.equal((await disk.run(`${ON_DISK} --dry-run`, onDisk())).code, 0);
  },
);

test(
  'a cache that cannot be written is gone without, and the report says so in a line',
  { skip: noSmallDisk },
  async (t) => {
    const disk = await mountSmallDisk('64k');
    t.after(() => disk.close());
    const run = (content: string) =>
      disk.run(`"$NODE" scripts/daily.ts $ARGS --content "${content}"`, {
        ...onDisk(),
        CACHE_DIR: `${disk.dir}/cache`,
      });
    for (const [n, [prepare, message]] of [
      ['true', /cache: \d+ entries could not be written into .*cache \(ENOSPC\), so the next run/],
      [
        'rm -r "$DISK/cache"; mount -o remount,ro "$DISK"',
        /cache: \d+ entries could not be written into .*cache \(EROFS\)/,
      ],
    ].entries() as Iterable<[number, [string, RegExp]]>) {
      await disk.run(prepare);
      const content = join(dir, `uncached-${n}`);
      await mkdir(content);
      const { code, stdout, stderr } = await run(content);
      assert.equal(code, 0, stderr);
      assert.match(stdout, message);
      assert.equal(stdout.match(/ {2}cache: .*could not be written/g)?.length, 1);
      assert.deepEqual(await readTree(content), expected);
    }
  },
);
