import assert from 'node:assert/strict';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checksumOf } from '#domain/insight.ts';
import type { EpisodeId, InsightId } from '#domain/ids.ts';
import { createFileContentStore } from '../../scripts/adapters/file-content-store.ts';
import { finishPublication, writePublication } from '../../scripts/pipeline/write-publication.ts';
import type { ContentStore, Publication } from '../../scripts/ports.ts';
import { anEpisode, anInsight, CLAIM, published } from '../support/builders.ts';
import { readTree } from '../support/read-tree.ts';

const emptyDir = () => mkdtemp(join(tmpdir(), 'winnow-'));
const episode = anEpisode({ id: '2026-07-02-brakes-ff00' as EpisodeId, guid: 'g2', title: 'Brakes' });
const ofEpisode = { episode: episode.id };
const GONE = '2026-07-02-chains-cd34' as InsightId;
const publication: Publication = {
  insights: ['one-aa01', 'two-aa02', 'three-aa03'].map((name) => published(`2026-07-02-${name}`, ofEpisode)),
  removed: [GONE],
  episode,
};

/** A folder with an insight that goes and one that links to it. */
async function aFolder(): Promise<string> {
  const dir = await emptyDir();
  const store = createFileContentStore(dir);
  const checksum = checksumOf(anInsight(ofEpisode), CLAIM);
  await store.addInsight(published(GONE, { ...ofEpisode, checksum }));
  await store.addInsight(published('2026-07-03-gears-ab12', { related: [{ id: GONE, similarity: 0.9 }] }));
  await store.saveEpisode(anEpisode());
  return dir;
}

/** Does the first `n` changes, and throws at the next, as if the process had been killed there. */
function killedAfter(n: number, store: ContentStore): ContentStore {
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    if (n-- <= 0) throw new Error('killed');
    return work();
  };
  return {
    ...store,
    beginPublication: (value) => counted(() => store.beginPublication(value)),
    endPublication: () => counted(() => store.endPublication()),
    addInsight: (value) => counted(() => store.addInsight(value)),
    savePlacing: (id, value) => counted(() => store.savePlacing(id, value)),
    removeInsight: (id) => counted(() => store.removeInsight(id)),
    saveEpisode: (value) => counted(() => store.saveEpisode(value)),
  };
}

async function cutShort(n: number): Promise<string> {
  const dir = await aFolder();
  const store = createFileContentStore(dir);
  await assert.rejects(writePublication(publication, await store.load(), killedAfter(n, store)), /killed/);
  return dir;
}

test('killed before or after any of its writes, and again while it is finished, a publication is whole in the end', async () => {
  const whole = await aFolder();
  const store = createFileContentStore(whole);
  const added = await writePublication(publication, await store.load(), store);
  assert.equal(added.length, 3);
  const expected = await readTree(whole);
  assert.equal(Object.keys(expected).length, 6);
  const nothing = await readTree(await aFolder());
  // Journal, three insights, a link, an insight that goes, the record, and the journal again.
  for (let n = 0; n < 8; n++) {
    const dir = await cutShort(n);
    for (let m = 0; m < 8; m++)
      await finishPublication(killedAfter(m, createFileContentStore(dir))).catch((error: Error) =>
        assert.equal(error.message, 'killed'),
      );
    assert.equal(await finishPublication(createFileContentStore(dir)), undefined);
    assert.deepEqual(await readTree(dir), n === 0 ? nothing : expected, `after ${n} writes`);
  }
});

test('a line says what was finished; a folder that was not cut short has none', async () => {
  const dir = await cutShort(3);
  assert.match((await createFileContentStore(dir).load()).problems[0] ?? '', /\.publishing\.json: a run was cut short/);
  assert.equal(
    await finishPublication(createFileContentStore(dir)),
    'the last run was cut short while it published bike-talk/2026-07-02-brakes-ff00: that is finished now',
  );
  assert.equal(await finishPublication(createFileContentStore(dir)), undefined);
});

test('what a person wrote in between stays: an edit of what was added, and an edit of what was to go', async () => {
  const dir = await cutShort(2);
  const [added, going] = [
    join(dir, 'insights/2026/07/2026-07-02-one-aa01.mdx'),
    join(dir, `insights/2026/07/${GONE}.mdx`),
  ];
  for (const path of [added, going])
    await writeFile(path, (await readFile(path, 'utf8')).replace('title: Couriers', 'title: Some couriers'));
  await finishPublication(createFileContentStore(dir));
  for (const path of [added, going]) assert.match(await readFile(path, 'utf8'), /title: Some couriers/);
  assert.equal((await createFileContentStore(dir).load()).insights.length, 5);
});

test('a file of an unfinished publication that was changed stops the run, with what to do', async () => {
  const dir = await cutShort(2);
  await writeFile(join(dir, '.publishing.json'), '{ "insights": [');
  await assert.rejects(finishPublication(createFileContentStore(dir)), {
    name: 'SettingsError',
    message: /\.publishing\.json: a run that was cut short left this .* restore it, or delete it/,
  });
});
