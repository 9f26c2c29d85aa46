import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { serveSamples } from '../../scripts/samples/serve-samples.ts';
import { createRandom } from '../support/create-random.ts';
import { readTree } from '../support/read-tree.ts';
import { COMPILED } from '../support/run-command.ts';

const ROOT = join(import.meta.dirname, '../..');
const KILLS = Number(process.env.KILLS ?? 50);
/** As many as there are cores to spare. */
const AT_ONCE = 2;
const seed = Number(process.env.KILLS_SEED ?? randomInt(2 ** 31));

let dir: string;
let samples: Awaited<ReturnType<typeof serveSamples>>;
/** A run that nobody disturbed: what it published, how long it took, and how often it changed its folder. */
let undisturbed: { tree: Record<string, string>; ms: number; changes: number };
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'winnow-kills-'));
  samples = await serveSamples();
  const cold = await aPlace('undisturbed', 'cold');
  assert.deepEqual(await run(cold), { code: 0, signal: null });
  const tree = await readTree(cold.content);
  await cp(cold.cache, join(dir, 'warm'), { recursive: true });
  const warm = await aPlace('measured', 'warm');
  const startedAt = performance.now();
  let changes = 0;
  await run(warm, (child) => onChange(warm.content, child, () => changes++));
  undisturbed = { tree, ms: performance.now() - startedAt, changes };
  assert.deepEqual(await readTree(warm.content), tree);
});
after(async () => {
  await samples.close();
  await rm(dir, { recursive: true });
});

interface Place {
  content: string;
  cache: string;
  command: 'daily' | 'place';
}
type Child = ReturnType<typeof spawn>;

/** Folders of its own, the content folder empty; the cache holds what an earlier run fetched and embedded, or nothing. */
async function aPlace(name: string, cache: 'warm' | 'cold'): Promise<Place> {
  const place: Place = { content: join(dir, name, 'content'), cache: join(dir, name, 'cache'), command: 'daily' };
  await mkdir(place.content, { recursive: true });
  if (cache === 'warm') await cp(join(dir, 'warm'), place.cache, { recursive: true });
  return place;
}

async function run({ content, cache, command }: Place, disturb: (child: Child) => unknown = () => {}) {
  const args =
    command === 'place'
      ? []
      : ['--shows', `${samples.origin}/shows.yaml`, '--since', '2026-06-01', '--now', '2026-08-01T06:00:00Z'];
  const more = command === 'place' ? [] : ['--engine', 'embedded', '--allow-private-hosts'];
  const script = join(ROOT, 'scripts', `${command}.ts`);
  const child = spawn(process.execPath, [script, '--content', content, ...args, ...more], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...COMPILED, CACHE_DIR: cache },
    stdio: 'ignore',
  });
  const ended = once(child, 'close');
  await disturb(child);
  const [code, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  return { code, signal };
}

/** Calls `look` at every change below a folder for as long as the process lives. */
function onChange(folder: string, child: Child, look: () => void): void {
  const watcher = watch(folder, { recursive: true }, look);
  child.once('close', () => watcher.close());
}

/** How a process is killed: after a time, or a moment after it has changed the content folder for the n-th time. */
type Plan = { afterMs: number } | { afterChange: number; delayMs: number };

const killBy =
  (plan: Plan, content: string) =>
  async (child: Child): Promise<void> => {
    const kill = () => child.kill('SIGKILL');
    if ('afterMs' in plan) return void sleep(plan.afterMs, undefined, { ref: false }).then(kill);
    let seen = 0;
    onChange(content, child, () => {
      if (++seen === plan.afterChange) void sleep(plan.delayMs).then(kill);
    });
  };

/** What stands when a process was killed. */
async function describe(content: string): Promise<'before writing' | 'while writing' | 'within an episode' | 'after'> {
  const names = (await readdir(content, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== '.lock')
    .map(({ name }) => name);
  if (names.length === 0) return 'before writing';
  if (names.some((name) => name.startsWith('.publishing.json') || /\.\d+$/.test(name))) return 'within an episode';
  return names.length < Object.keys(undisturbed.tree).length ? 'while writing' : 'after';
}

/** The paths whose bytes are not the same, and those that only one of two trees has. */
const differences = (a: Record<string, string>, b: Record<string, string>): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path]);

const random = createRandom(seed);
/** Most by changes, so that few come before the first, which takes its time; a run that goes on from another has fewer to make. */
const aPlan = (_: unknown, before: number): Plan =>
  random() < 0.12
    ? { afterMs: random() * undisturbed.ms }
    : {
        afterChange: 4 + Math.floor(random() * undisturbed.changes * (before > 0 ? 0.3 : 0.85)),
        delayMs: random() * 4,
      };

test(`killed at ${KILLS} random moments and run again, the daily run publishes what it does undisturbed, byte for byte`, async (t) => {
  t.diagnostic(`KILLS_SEED=${seed}; undisturbed: ${Math.round(undisturbed.ms)} ms, ${undisturbed.changes} changes`);
  const plans = Array.from({ length: KILLS }, (_, n) => ({
    n,
    cache: n % 20 === 0 ? ('cold' as const) : ('warm' as const),
    // Every fifth is killed again while it recovers, and again.
    kills: Array.from({ length: n % 5 === 1 ? 3 : 1 }, aPlan),
  }));
  const hit: Record<string, number> = {};
  const failures = await pLimit(AT_ONCE).map(plans, async ({ n, cache, kills }): Promise<string[]> => {
    const place = await aPlace(`kill-${n}`, cache);
    for (const plan of kills) {
      const { signal } = await run(place, killBy(plan, place.content));
      const when = signal ? await describe(place.content) : 'ended before the kill';
      hit[when] = (hit[when] ?? 0) + 1;
    }
    const { code } = await run(place);
    const wrong = differences(await readTree(place.content), undisturbed.tree);
    await rm(join(dir, `kill-${n}`), { recursive: true });
    return code === 0 && wrong.length === 0 ? [] : [`${JSON.stringify(kills)}: ${code} ${wrong.join(', ')}`];
  });
  t.diagnostic(`killed: ${JSON.stringify(hit)}`);
  assert.deepEqual(failures.flat(), [], `KILLS_SEED=${seed}`);
  // Kills that come before the first write, or after the last, prove nothing.
  assert.ok((hit['within an episode'] ?? 0) + (hit['while writing'] ?? 0) >= KILLS / 2, JSON.stringify(hit));
});

test('killed while it places anew, and run again, placing ends as it does undisturbed', async (t) => {
  const placed = async (name: string, plan?: Plan) => {
    const place = { ...(await aPlace(name, 'warm')), command: 'place' as const };
    await writeTree(place.content, undisturbed.tree);
    // All insights of a theme have to be written.
    await cp(join(ROOT, 'content/themes'), join(place.content, 'themes'), { recursive: true });
    await rename(join(place.content, 'themes/token-pricing.mdx'), join(place.content, 'themes/prices.mdx'));
    const { signal } = plan ? await run(place, killBy(plan, place.content)) : { signal: null };
    const cut = await readTree(place.content);
    assert.equal((await run(place)).code, 0);
    return { signal, cut, tree: await readTree(place.content) };
  };
  const { cut, tree } = await placed('placed');
  assert.ok(differences(cut, tree).length > 3);
  let midway = 0;
  for (let n = 0; n < 6; n++) {
    const killed = await placed(`placed-${n}`, { afterChange: 4 + Math.floor(random() * 30), delayMs: random() * 2 });
    assert.deepEqual(differences(killed.tree, tree), []);
    if (killed.signal && differences(killed.cut, cut).length > 0 && differences(killed.cut, tree).length > 0) midway++;
  }
  t.diagnostic(`killed midway: ${midway} of 6`);
  assert.ok(midway >= 2, String(midway));
});

async function writeTree(folder: string, tree: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(tree)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
