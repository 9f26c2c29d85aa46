import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createCachedEmbedder } from '../../scripts/adapters/cached-embedder.ts';
import { createFileCache } from '../../scripts/adapters/file-cache.ts';
import type { Cache } from '../../scripts/ports.ts';
import { FakeEmbedder } from '../support/fake-embedder.ts';

test('a text is embedded once, and comes back from the disk as the same vector', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'winnow-'));
  const inner = new FakeEmbedder();
  const texts = ['hub gear', 'chain', 'hub gear'];
  const first = await createCachedEmbedder(inner, createFileCache(dir), 'fake').embed(texts);
  const again = await createCachedEmbedder(inner, createFileCache(dir), 'fake').embed(texts);
  assert.equal(inner.embedded, 2);
  assert.deepEqual(again, first);
  assert.deepEqual(first, await new FakeEmbedder().embed(texts));
});

test('another model does not get the vectors of the first', async () => {
  const cache = createFileCache(await mkdtemp(join(tmpdir(), 'winnow-')));
  const inner = new FakeEmbedder();
  await createCachedEmbedder(inner, cache, 'one').embed(['chain']);
  await createCachedEmbedder(inner, cache, 'two').embed(['chain']);
  assert.equal(inner.embedded, 2);
});

test('a large archive is read from the cache some texts at a time, each as its own vector', async () => {
  const spy = new SpyCache();
  const texts = Array.from({ length: 500 }, (_, index) => `gear number ${index}`);
  const first = await createCachedEmbedder(new FakeEmbedder(), spy, 'fake').embed(texts);
  const inner = new FakeEmbedder();
  assert.deepEqual(await createCachedEmbedder(inner, spy, 'fake').embed(texts), first);
  assert.equal(inner.embedded, 0);
  assert.ok(spy.mostAtOnce <= 64, `${spy.mostAtOnce} reads at once`);
});

/** Keeps entries in memory, and counts the reads that are under way at once. */
class SpyCache implements Cache {
  mostAtOnce = 0;
  #reading = 0;
  #entries = new Map<string, Uint8Array>();
  async get(kind: string, key: string) {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#reading);
    await nextTurn();
    this.#reading--;
    return this.#entries.get(`${kind} ${key}`);
  }
  async put(kind: string, key: string, value: Uint8Array) {
    this.#entries.set(`${kind} ${key}`, value);
  }
}
