import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ThemeId } from '#domain/ids.ts';
import { checkOutDir } from '../../scripts/out-dir.ts';
import { anEpisode, anInsight, episodeFile, insightFile, themeFile, writeTree } from '../site/content-tree.ts';
import { runCommand } from '../support/run-command.ts';

let dir: string;
before(async () => void (dir = await mkdtemp(join(tmpdir(), 'winnow-build-'))));
after(() => rm(dir, { recursive: true, force: true }));

const THEME = { id: ThemeId.parse('token-pricing'), title: 'Pricing' };
const build = (content: string, out: string, env: Record<string, string> = {}) =>
  runCommand('build', ['--out', out], {
    CONTENT_DIR: content,
    CACHE_DIR: join(dir, 'cache'),
    ASTRO_TELEMETRY_DISABLED: '1',
    ...env,
  });

test('a site is built and replaced as a whole; a build that fails leaves the one that was there', async () => {
  const content = join(dir, 'content');
  const site = join(dir, 'built', 'site');
  await writeTree(content, {
    ...episodeFile(anEpisode()),
    ...insightFile(anInsight({ title: 'The first' })),
    ...themeFile(THEME),
  });
  const first = await build(content, site);
  assert.equal(first.code, 0, first.stderr);
  assert.match(first.stdout, /built, \d+ pages indexed/);
  assert.match(await readFile(join(site, 'index.html'), 'utf8'), /<html/);
  assert.ok((await stat(join(site, 'pagefind/pagefind.js'))).isFile());

  await writeFile(join(site, 'mark'), 'of the first build');
  await writeTree(content, themeFile(THEME, 'A primer with a <Broken tag.'));
  const failed = await build(content, site);
  assert.equal(failed.code, 1, failed.stderr);
  assert.match(failed.stderr, /token-pricing\.mdx/);
  assert.equal(await readFile(join(site, 'mark'), 'utf8'), 'of the first build');
  assert.ok((await stat(join(site, 'index.html'))).isFile());

  await writeTree(content, themeFile(THEME));
  const again = await build(content, site);
  assert.equal(again.code, 0, again.stderr);
  await assert.rejects(stat(join(site, 'mark')));
  assert.deepEqual(await readdir(join(dir, 'built')), ['site'], 'nothing is left beside the site');
  assert.equal((await stat(site)).mode, (await stat(join(dir, 'built'))).mode, 'a web server may read it');
});

test('a build that is stopped leaves nothing beside the site', async () => {
  const [content, place] = [join(dir, 'stopped'), join(dir, 'stopped-site')];
  await Promise.all([mkdir(content), mkdir(place)]);
  const env = { ...process.env, CONTENT_DIR: content, CACHE_DIR: join(dir, 'cache'), ASTRO_TELEMETRY_DISABLED: '1' };
  const child = spawn(process.execPath, ['scripts/build.ts', '--out', join(place, 'site')], { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  // Until there is something in the folder of the build itself.
  while ((await readdir(place, { recursive: true })).length < 2 && child.exitCode === null) await sleep(20);
  child.kill('SIGTERM');
  assert.deepEqual(await ended, [143, null]);
  await sleep(3000);
  assert.deepEqual(await readdir(place), []);
});

test('content that is wrong: exit code 1, and no site', async () => {
  const content = join(dir, 'wrong');
  await writeTree(content, insightFile(anInsight()));
  const { code, stderr } = await build(content, join(dir, 'none'));
  assert.equal(code, 1);
  assert.match(stderr, /insights\/2026\/07\/.*\.mdx: episode: there is no episode/);
  await assert.rejects(stat(join(dir, 'none')));
});

test('a theme that is wrong: exit code 1, file and line', async () => {
  const content = join(dir, 'wrong-theme');
  await writeTree(content, themeFile({ ...THEME, order: 'first' as unknown as number }));
  const { code, stderr } = await build(content, join(dir, 'none'));
  assert.equal(code, 1);
  assert.match(stderr, /^\S+token-pricing\.mdx:\d+: order: /);
});

for (const [what, args, env, message] of [
  ['a flag that does not exist', ['--foo'], {}, /--foo[\s\S]*npm run build -- \[--out DIR\]/],
  ['an address without scheme', [], { SITE_URL: 'foo' }, /SITE_URL: write the address of the site with its scheme/],
  ['a path that is none', [], { BASE_PATH: '/a b' }, /BASE_PATH: /],
  ['a time zone that is none', [], { TIMEZONE: 'Mars' }, /TIMEZONE=Mars/],
  ['a content folder that is a file', [], { CONTENT_DIR: 'package.json' }, /CONTENT_DIR=package\.json/],
  ['a content folder that is not there', [], { CONTENT_DIR: '/not/there' }, /CONTENT_DIR names "\/not\/there"/],
  ['a file to build into', ['--out', 'package.json'], {}, /--out package\.json: this is a file/],
] as const) {
  test(`${what}: exit code 2 and the fix`, async () => {
    const out = args.length > 0 ? [] : ['--out', join(dir, 'none')];
    const { code, stderr } = await runCommand('build', [...out, ...args], env);
    assert.equal(code, 2, stderr);
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, /\n {4}at /);
  });
}

test('a folder with files that are no site: exit code 2, the fix, and the files stay', async () => {
  const out = join(dir, 'precious');
  await writeTree(out, { 'thesis.txt': 'the only copy' });
  const { code, stderr } = await runCommand('build', ['--out', out]);
  assert.equal(code, 2);
  assert.match(stderr, /--out .*precious: this folder has files in it, but no index\.html.*such as dist/);
  assert.equal(await readFile(join(out, 'thesis.txt'), 'utf8'), 'the only copy');
});

// By the function, not the command: were one of these not refused, the test would delete the project.
for (const path of [
  '.',
  '..',
  '/',
  '.git',
  '.git/site',
  'content',
  'content/site',
  'src/site',
  'scripts',
  'node_modules',
]) {
  test(`"${path}" is never built into`, () =>
    assert.throws(() => checkOutDir(path, 'content'), { name: 'SettingsError', message: /^--out .*such as dist$/ }));
}

test('links are followed to what they name, and content and repositories are found wherever they are', async () => {
  await symlink(process.cwd(), join(dir, 'link'));
  await writeTree(join(dir, 'www'), { 'index.html': '', 'blog/.git/HEAD': '', 'words/themes/a.mdx': '' });
  await writeTree(join(dir, 'beat'), { 'index.html': '', 'words/themes/a.mdx': '' });
  for (const [path, message] of [
    [join(dir, 'link'), /holds the project itself/],
    [join(dir, 'link/src/site'), /lies in/],
    [join(dir, 'www'), /holds a git repository/],
    [join(dir, 'beat'), /holds .*words/],
    [join(dir, 'beat/words/site'), /lies in .*words/],
  ] as const)
    assert.throws(() => checkOutDir(path, join(dir, 'beat/words')), { name: 'SettingsError', message }, path);
});

test('a new folder, an empty one and an earlier site may be built into', async () => {
  await mkdir(join(dir, 'empty'));
  await writeTree(join(dir, 'earlier'), { 'index.html': '', 'about/index.html': '' });
  for (const name of ['new/site', 'empty', 'earlier', 'content-site'])
    assert.ok(checkOutDir(join(dir, name), join(dir, 'content')).endsWith(name));
});
