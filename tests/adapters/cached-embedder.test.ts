import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createCachedEmbedder } from '../../scripts/adapters/cached-embedder.ts';
import { createFileCache } from '../../scripts/adapters/file-cache.ts';
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
