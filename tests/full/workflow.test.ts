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

test('the step that commits does so only when content changed, and hands on what is to be built', () => {
  const script = jobs.flatMap(({ steps }) => steps).find(({ name }) => name?.startsWith('Commit content'))?.run ?? '';
  const dir = mkdtempSync(join(tmpdir(), 'winnow-workflow-'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: join(dir, 'clone'), encoding: 'utf8' }).trim();
  mkdirSync(join(dir, 'clone/content'), { recursive: true });
  execFileSync('git', ['init', '-q', '--bare', join(dir, 'remote.git')]);
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', join(dir, 'remote.git'));
  writeFileSync(join(dir, 'clone/content/one.json'), '{}');
  git('add', '.');
  git('-c', 'user.name=test', '-c', 'user.email=test@example.org', 'commit', '-qm', 'first');
  git('push', '-q', '-u', 'origin', 'main');
  const run = () => {
    const output = join(dir, 'output');
    writeFileSync(output, '');
    execFileSync('bash', ['-e', '-c', script], {
      cwd: join(dir, 'clone'),
      env: { ...process.env, GITHUB_OUTPUT: output },
      stdio: 'pipe',
    });
    return readFileSync(output, 'utf8').trim();
  };

  const before = git('rev-parse', 'HEAD');
  assert.equal(run(), `commit=${before}`);
  writeFileSync(join(dir, 'clone/content/two.json'), '{}');
  writeFileSync(join(dir, 'clone/other.txt'), 'not content');
  const handedOn = run();
  assert.notEqual(handedOn, `commit=${before}`);
  assert.equal(handedOn, `commit=${git('rev-parse', 'origin/main')}`);
  assert.deepEqual(git('show', '--name-only', '--format=').split('\n'), ['content/two.json']);
});
