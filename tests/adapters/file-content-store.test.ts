import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import type { Day, InsightId, ThemeId } from '#domain/ids.ts';
import { createDryContentStore } from '../../scripts/adapters/dry-content-store.ts';
import { createFileContentStore } from '../../scripts/adapters/file-content-store.ts';
import { anEpisode, published } from '../support/builders.ts';

const emptyDir = () => mkdtemp(join(tmpdir(), 'winnow-'));
const PATH = 'insights/2026/07/2026-07-02-gears-ab12.mdx';

test('what is saved is loaded again', async () => {
  const store = createFileContentStore(await emptyDir());
  const insight = published('2026-07-02-gears-ab12');
  const digest = { date: '2026-07-03' as Day, insights: [{ id: insight.id, reason: 'best' }] };
  await store.addInsight(insight);
  await store.saveEpisode(anEpisode());
  await store.addDigest(digest);
  assert.deepEqual(await store.load(), {
    episodes: [anEpisode()],
    insights: [insight],
    digests: [digest],
    problems: [],
  });
});

test('an insight that exists is never overwritten, not even after a person changed it', async () => {
  const dir = await emptyDir();
  const store = createFileContentStore(dir);
  assert.equal(await store.addInsight(published('2026-07-02-gears-ab12')), true);
  const edited = (await readFile(join(dir, PATH), 'utf8')).replace('Couriers', 'Some couriers');
  await writeFile(join(dir, PATH), edited);
  assert.equal(await store.addInsight(published('2026-07-02-gears-ab12')), false);
  assert.equal(await readFile(join(dir, PATH), 'utf8'), edited);
});

test('the record of an episode changes only with its status', async () => {
  const dir = await emptyDir();
  const store = createFileContentStore(dir);
  await store.saveEpisode(anEpisode({ status: 'waiting', reason: 'one' }));
  await store.saveEpisode(anEpisode({ status: 'waiting', reason: 'two' }));
  assert.equal((await store.load()).episodes[0]?.reason, 'one');
  await store.saveEpisode(anEpisode({ status: 'published' }));
  assert.equal((await store.load()).episodes[0]?.status, 'published');
});

test('a file that a person broke is named with its line, and the rest is loaded', async () => {
  const dir = await emptyDir();
  const store = createFileContentStore(dir);
  await store.addInsight(published('2026-07-02-gears-ab12'));
  await store.addInsight(published('2026-07-02-chains-cd34'));
  const text = await readFile(join(dir, PATH), 'utf8');
  await writeFile(join(dir, PATH), text.replace('score: 0.8', 'score: high'));
  const { insights, problems } = await store.load();
  assert.deepEqual(
    insights.map(({ id }) => id),
    ['2026-07-02-chains-cd34' as InsightId],
  );
  assert.match(problems[0] ?? '', /2026-07-02-gears-ab12\.mdx:12: score: /);
});

test('a copy of an insight outside its folder is a problem, and not a second insight', async () => {
  const dir = await emptyDir();
  const store = createFileContentStore(dir);
  await store.addInsight(published('2026-07-02-gears-ab12'));
  const copy = join(dir, PATH.replace('/07/', '/08/'));
  await mkdir(dirname(copy), { recursive: true });
  await writeFile(copy, await readFile(join(dir, PATH), 'utf8'));
  const { insights, problems } = await store.load();
  assert.equal(insights.length, 1);
  assert.deepEqual(problems, [
    `${copy}: an insight of this name belongs at ${PATH}; move it there, or delete this copy`,
  ]);
});

test('the record of an episode that a person broke is left as it is', async () => {
  const dir = await emptyDir();
  const path = join(dir, 'episodes/bike-talk/2026-07-02-gears-ab12.json');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '{ broken');
  await createFileContentStore(dir).saveEpisode(anEpisode());
  assert.equal(await readFile(path, 'utf8'), '{ broken');
});

test('a folder that does not exist is an empty archive, and loading does not make it', async () => {
  const dir = join(await emptyDir(), 'new');
  assert.deepEqual(await createFileContentStore(dir).load(), { episodes: [], insights: [], digests: [], problems: [] });
  await assert.rejects(stat(dir));
});

test('no half-written file is left beside what is written', async () => {
  const dir = await emptyDir();
  await createFileContentStore(dir).addInsight(published('2026-07-02-gears-ab12'));
  assert.deepEqual(await readdir(join(dir, 'insights/2026/07')), ['2026-07-02-gears-ab12.mdx']);
});

test('half-written files of a run that was killed are removed; hidden files and folders are left alone', async () => {
  const dir = await emptyDir();
  const store = createFileContentStore(dir);
  await store.addInsight(published('2026-07-02-gears-ab12'));
  const folder = join(dir, 'insights/2026/07');
  await writeFile(join(folder, '2026-07-02-chains-cd34.mdx.104175003'), '---');
  await writeFile(join(folder, '.#notes.mdx'), 'mine');
  await mkdir(join(folder, 'odd.mdx'));
  await writeFile(join(dir, '.publishing.json.7'), '{');
  const { insights, problems } = await store.load();
  assert.deepEqual([insights.length, problems], [1, []]);
  // Who only reads changes nothing: a run may be writing them at this moment.
  assert.equal((await readdir(folder)).length, 4);
  assert.equal(await store.recover(), undefined);
  assert.deepEqual((await readdir(folder)).toSorted(), ['.#notes.mdx', '2026-07-02-gears-ab12.mdx', 'odd.mdx']);
  assert.deepEqual(await readdir(dir), ['insights']);
});

test('a decided record is never made undecided again', async () => {
  const store = createFileContentStore(await emptyDir());
  await store.saveEpisode(anEpisode({ status: 'published' }));
  await store.saveEpisode(anEpisode({ status: 'waiting' }));
  assert.equal((await store.load()).episodes[0]?.status, 'published');
});

test('the record of another episode is never replaced, even if the ids are the same', async () => {
  const store = createFileContentStore(await emptyDir());
  await store.saveEpisode(anEpisode({ status: 'no-insight' }));
  await store.saveEpisode(anEpisode({ status: 'published', guid: 'another' }));
  assert.equal((await store.load()).episodes[0]?.guid, 'guid-1');
});

const placing = (fields = {}) => ({
  themes: ['wear' as ThemeId],
  related: [{ id: '2026-06-02-chains-cd34' as InsightId, similarity: 0.8 }],
  ...{ score: 0.5, importance: 0.6 },
  ...fields,
});

test('a new placing is written into the file, a second time nothing is, and what a person wrote stays as it is', async () => {
  const dir = await emptyDir();
  const store = createFileContentStore(dir);
  const insight = published('2026-07-02-gears-ab12');
  await store.addInsight(insight);
  const text = (await readFile(join(dir, PATH), 'utf8')).replace(
    'title: Couriers',
    '# as she said\ntitle: Some couriers',
  );
  await writeFile(join(dir, PATH), text);
  assert.equal(await store.savePlacing(insight.id, placing()), true);
  assert.equal(await store.savePlacing(insight.id, placing()), false);
  const after = await readFile(join(dir, PATH), 'utf8');
  assert.ok(after.includes('# as she said\ntitle: Some couriers pay'));
  const [loaded] = (await store.load()).insights;
  assert.deepEqual(loaded?.insight, { ...insight.insight, title: loaded?.insight.title, ...placing() });
});

test('a removed insight is gone, and removing it again is no fault', async () => {
  const store = createFileContentStore(await emptyDir());
  await store.addInsight(published('2026-07-02-gears-ab12'));
  for (let n = 0; n < 2; n++) await store.removeInsight('2026-07-02-gears-ab12' as InsightId);
  assert.deepEqual((await store.load()).insights, []);
});

test('a dry run sees what it would change, and the files stay', async () => {
  const files = createFileContentStore(await emptyDir());
  for (const id of ['2026-07-02-gears-ab12', '2026-07-02-chains-cd34']) await files.addInsight(published(id));
  const before = await files.load();
  const dry = createDryContentStore(files);
  await dry.removeInsight('2026-07-02-chains-cd34' as InsightId);
  await dry.savePlacing('2026-07-02-gears-ab12' as InsightId, placing());
  assert.deepEqual(
    (await dry.load()).insights.map(({ id, insight }) => [id, insight.score]),
    [['2026-07-02-gears-ab12', 0.5]],
  );
  assert.deepEqual(await files.load(), before);
});
