import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

interface Locked {
  hasInstallScript?: boolean;
  integrity?: string;
  resolved?: string;
  link?: boolean;
}
const ROOT = join(import.meta.dirname, '../..');
const readJson = async (name: string) => JSON.parse(await readFile(join(ROOT, name), 'utf8'));
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

test('every package that has an install script is on the list, and none of them is allowed to run it', async () => {
  const { packages } = (await readJson('package-lock.json')) as { packages: Record<string, Locked> };
  const { allowScripts } = (await readJson('package.json')) as { allowScripts: Record<string, boolean> };
  const scripted = Object.entries(packages).flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript ? [nameOf(path)] : [],
  );
  assert.deepEqual(Object.keys(allowScripts).toSorted(), [...new Set(scripted)].toSorted());
  assert.ok(Object.values(allowScripts).every((allowed) => !allowed));
});

test('every package comes from a registry and is held to its hash', async () => {
  const { packages } = (await readJson('package-lock.json')) as { packages: Record<string, Locked> };
  for (const [path, { integrity, resolved, link }] of Object.entries(packages).filter(([path]) => path !== '')) {
    assert.match(integrity ?? '', /^sha512-/, path);
    assert.ok(!link && (resolved === undefined || resolved.startsWith('https://registry.npmjs.org/')), path);
  }
});

let dir: string;
before(async () => void (dir = await mkdtemp(join(tmpdir(), 'winnow-install-'))));
after(() => rm(dir, { recursive: true, force: true }));

const EVENTS = ['preinstall', 'install', 'postinstall', 'prepare'];
const npm = (args: string[], cwd: string) =>
  promisify(execFile)('npm', args, { cwd, env: { PATH: process.env.PATH, HOME: dir } });

/** A project with our settings that depends on a package whose every script leaves a file behind. */
async function makeProject() {
  const at = (part: string) => join(dir, part);
  for (const part of ['project', 'canary', 'marks']) await mkdir(at(part));
  const script = (event: string) => `node -e "require('fs').writeFileSync('${at('marks')}/${event}','')"`;
  const scripts = Object.fromEntries(EVENTS.map((event) => [event, script(event)]));
  await writeFile(at('canary/package.json'), JSON.stringify({ name: 'canary', version: '1.0.0', scripts }));
  await npm(['pack', '--ignore-scripts', '--pack-destination', at('project')], at('canary'));
  const { allowScripts } = await readJson('package.json');
  const dependencies = { canary: 'file:canary-1.0.0.tgz' };
  await writeFile(at('project/package.json'), JSON.stringify({ name: 'project', allowScripts, dependencies }));
  await copyFile(join(ROOT, '.npmrc'), at('project/.npmrc'));
  return { project: at('project'), canary: at('canary'), marks: () => readdir(at('marks')) };
}

test('a package that brings install scripts is installed without running one', async () => {
  const { project, canary, marks } = await makeProject();
  await npm(['install', '--offline'], project);
  await rm(join(project, 'node_modules'), { recursive: true });
  await npm(['ci', '--offline'], project);
  assert.ok((await stat(join(project, 'node_modules/canary/package.json'))).isFile());
  assert.deepEqual(await marks(), []);
  for (const event of EVENTS) await npm(['run', event], canary);
  assert.deepEqual((await marks()).toSorted(), EVENTS.toSorted(), 'they would have left their marks');
});
