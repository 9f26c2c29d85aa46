import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';

interface Step {
  run?: string;
  uses?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Job {
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  env?: object;
  steps: Step[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: object;
  env?: object;
  jobs: Record<string, Job>;
}

const dir = join(import.meta.dirname, '../../.github/workflows');
const files = readdirSync(dir).map((name) => ({ name, text: readFileSync(join(dir, name), 'utf8') }));
const workflows = files.map(({ name, text }) => ({ ...(parse(text) as Workflow), name, text }));
const jobs = workflows.flatMap(({ name, jobs: ofFile }) =>
  Object.entries(ofFile).map(([id, job]) => ({ ...job, name: `${name} ${id}` })),
);
const holds = (value: unknown, text: string) => JSON.stringify(value ?? null).includes(text);

test('every action is pinned to a commit, with its version beside it', () => {
  const uses = files.flatMap(({ text }) => text.match(/uses:.*/g) ?? []);
  assert.ok(uses.length > 10);
  for (const line of uses) assert.match(line, /^uses: [\w-]+(?:\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('one action has one commit everywhere', () => {
  const pins = new Set(files.flatMap(({ text }) => text.match(/[\w-]+\/[\w-]+@[0-9a-f]{40}/g) ?? []));
  const names = [...pins].map((pin) => pin.split('@')[0]);
  assert.deepEqual(names, [...new Set(names)]);
});

test('a job may only read the repository, but for the one that commits and the one that deploys', () => {
  for (const { name, permissions } of workflows) assert.deepEqual(permissions, {}, name);
  const more = jobs.filter(({ permissions = {} }) => Object.values(permissions).includes('write'));
  assert.deepEqual(
    more.map(({ name, permissions }) => [name, permissions]),
    [
      ['daily.yml read', { contents: 'write' }],
      ['daily.yml deploy', { pages: 'write', 'id-token': 'write' }],
    ],
  );
  for (const { name, permissions } of jobs) assert.ok(permissions, name);
});

test('no job runs for ever, and no checkout leaves a token behind', () => {
  for (const { name, steps, ...job } of jobs) {
    assert.ok((job['timeout-minutes'] ?? Infinity) <= 90, name);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const checkout of checkouts) assert.equal(checkout.with?.['persist-credentials'], false, name);
  }
});

test('what a stranger writes starts nothing with rights, and is in no script', () => {
  const privileged = ['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'discussion'];
  for (const { name, on } of workflows) assert.ok(!privileged.some((event) => event in on), name);
  for (const { name, steps } of jobs) for (const { run } of steps) assert.doesNotMatch(run ?? '', /\$\{\{/, name);
});

test('what runs on a pull request has no secret and no cache that another run could take up', () => {
  const open = workflows.filter(({ on }) => 'pull_request' in on);
  assert.deepEqual(
    open.map(({ name }) => name),
    ['ci.yml'],
  );
  for (const { name, text, jobs: ofFile } of open) {
    assert.doesNotMatch(text, /secrets\.|actions\/cache|^\s+cache:/m, name);
    for (const { steps } of Object.values(ofFile))
      for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/setup-node@')))
        assert.equal(step.with?.['package-manager-cache'], false);
  }
});

test('a secret is in the environment of the daily job alone, long after the install, where nothing is built', () => {
  for (const { name, env } of [...workflows, ...jobs]) assert.ok(!holds(env, 'secrets.'), name);
  const withSecret = jobs.filter(({ steps }) => steps.some((step) => holds(step, 'secrets.')));
  assert.equal(withSecret.length, 1);
  for (const { steps } of withSecret) {
    const position = steps.findIndex((step) => holds(step, 'secrets.'));
    assert.match(steps[position]?.run ?? '', /^npm run daily /);
    assert.ok(steps.findIndex(({ run }) => run === 'npm ci') < position);
    assert.ok(steps.every((step, index) => index === position || !holds(step, 'secrets.')));
    assert.ok(!steps.some(({ run = '' }) => /npm (?:run build|run check|start|test)|astro/.test(run)));
  }
});

/** Every module that a command loads, of ours and by name of others, as far as imports that are written out lead. */
function modulesOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
    const path = name.replace(/^#(domain|markdown)\//, join(import.meta.dirname, '../../src/$1/'));
    if (path.startsWith('.')) modulesOf(join(file, '..', path), seen);
    else if (path.endsWith('.ts') && path.startsWith('/')) modulesOf(path, seen);
    else seen.add(path);
  }
  return seen;
}

test('the daily job has nothing at hand that evaluates MDX; the build has', () => {
  const evaluates = /^(?:astro|vite|@astrojs\/.*|@mdx-js\/.*)(?:\/|$)/;
  const scripts = join(import.meta.dirname, '../../scripts');
  const daily = [...modulesOf(join(scripts, 'daily.ts'))];
  assert.ok(daily.includes('remark-mdx'), 'it reads MDX');
  assert.deepEqual(
    daily.filter((name) => evaluates.test(name)),
    [],
  );
  assert.ok([...modulesOf(join(scripts, 'build.ts'))].some((name) => evaluates.test(name)));
});
