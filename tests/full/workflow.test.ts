import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';

interface Job {
  permissions: Record<string, string>;
  needs?: string;
  steps: { name?: string; run?: string; uses?: string; env?: Record<string, string> }[];
}
const file = join(import.meta.dirname, '../../.github/workflows/daily.yml');
const workflow = parse(readFileSync(file, 'utf8')) as { on: object; permissions: object; jobs: Record<string, Job> };
const jobs = Object.values(workflow.jobs);
const runs = (job: Job, command: string) => job.steps.some(({ run }) => run?.includes(command));

test('the workflow runs by the clock and by hand, and asks for nothing by default', () => {
  assert.deepEqual(Object.keys(workflow.on), ['schedule', 'workflow_dispatch']);
  assert.deepEqual(workflow.permissions, {});
});

test('the job that holds a key does not build, and the job that builds holds none and cannot write', () => {
  const withKey = jobs.filter((job) => JSON.stringify(job).includes('secrets.'));
  const building = jobs.filter((job) => runs(job, 'npm run build'));
  assert.equal(withKey.length, 1);
  assert.ok(withKey.every((job) => runs(job, 'npm run daily') && !runs(job, 'npm run build')));
  assert.deepEqual(
    building.map(({ permissions }) => permissions),
    [{ contents: 'read', pages: 'read' }],
  );
});

const PERSON = {
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
};
const gitIn =
  (cwd: string) =>
  (...args: string[]) =>
    execFileSync('git', args, { cwd, encoding: 'utf8', stdio: 'pipe', env: { ...process.env, ...PERSON } }).trim();
const script = jobs.flatMap(({ steps }) => steps).find(({ name }) => name?.startsWith('Commit content'))?.run ?? '';

/** A remote with one commit and a clone of it; `run` is the step that commits, as the workflow runs it. */
function makeRepository() {
  const dir = mkdtempSync(join(tmpdir(), 'winnow-workflow-'));
  const [remote, clone] = [join(dir, 'remote.git'), join(dir, 'clone')];
  const git = gitIn(clone);
  mkdirSync(join(clone, 'content'), { recursive: true });
  gitIn(dir)('init', '-q', '--bare', '-b', 'main', remote);
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', remote);
  writeFileSync(join(clone, 'content/one.json'), '{}');
  git('add', '.');
  git('commit', '-qm', 'first');
  git('push', '-q', '-u', 'origin', 'main');
  const run = () => {
    const output = join(dir, 'output');
    writeFileSync(output, '');
    const env = { ...process.env, GITHUB_OUTPUT: output };
    execFileSync('bash', ['-e', '-c', script], { cwd: clone, env, stdio: 'pipe' });
    return readFileSync(output, 'utf8').trim();
  };
  return { dir, remote, clone, git, run };
}

test('the step that commits does so only when content changed, and hands on what is to be built', () => {
  const { clone, git, run } = makeRepository();
  const before = git('rev-parse', 'HEAD');
  assert.equal(run(), `commit=${before}`);
  writeFileSync(join(clone, 'content/two.json'), '{}');
  writeFileSync(join(clone, 'other.txt'), 'not content');
  const handedOn = run();
  assert.notEqual(handedOn, `commit=${before}`);
  assert.equal(handedOn, `commit=${git('rev-parse', 'origin/main')}`);
  assert.deepEqual(git('show', '--name-only', '--format=').split('\n'), ['content/two.json']);
});

test('what was pushed meanwhile stays, and the work of the run is put on top of it', () => {
  const { dir, remote, clone, git, run } = makeRepository();
  gitIn(dir)('clone', '-q', remote, 'second');
  const second = gitIn(join(dir, 'second'));
  writeFileSync(join(dir, 'second/content/by-hand.json'), '{}');
  second('add', '.');
  second('commit', '-qm', 'by hand');
  second('push', '-q');
  writeFileSync(join(clone, 'content/two.json'), '{}');
  assert.equal(run(), `commit=${gitIn(remote)('rev-parse', 'main')}`);
  const files = ['content/by-hand.json', 'content/one.json', 'content/two.json'];
  assert.deepEqual(git('ls-tree', '-r', '--name-only', 'HEAD').split('\n'), files);
});

test('a remote that takes no push fails the step after three retries', () => {
  const { dir, remote, clone, git, run } = makeRepository();
  const before = git('rev-parse', 'HEAD');
  const hook = `#!/bin/sh\necho push >>'${dir}/pushes'\nexit 1\n`;
  writeFileSync(join(remote, 'hooks/pre-receive'), hook, { mode: 0o755 });
  writeFileSync(join(clone, 'content/two.json'), '{}');
  assert.throws(run);
  assert.equal(readFileSync(join(dir, 'pushes'), 'utf8'), 'push\n'.repeat(4));
  assert.equal(gitIn(remote)('rev-parse', 'main'), before);
});
