import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createFileCache } from '../../scripts/adapters/file-cache.ts';
import { createSpeechStore, withSpeech } from '../../scripts/adapters/speech-store.ts';
import type { TranscriptLink } from '../../scripts/ports.ts';
import { aTranscript } from '../support/builders.ts';

const URL = 'https://example.org/1.mp3';
const FILE = JSON.stringify({ segments: [{ startTime: 1, endTime: 3, body: 'A hub gear runs in oil.' }] });

test('what was heard is read by its address, and only where a record says that it was heard', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'winnow-'));
  t.after(() => rm(dir, { recursive: true }));
  const cache = createFileCache(dir);
  const store = createSpeechStore(cache, () => new Date());
  const fetched = { transcript: aTranscript('From the feed.'), source: { from: URL, type: 'vtt' as const } };
  const asked: TranscriptLink[] = [];
  const reader = withSpeech({ read: async (link) => (asked.push(link), fetched) }, store);

  await assert.rejects(reader.read({ url: URL, heard: true }), /is not in the cache any more/);
  await store.keep(URL, 'ear-1', FILE);
  assert.deepEqual(await reader.read({ url: URL, heard: true }), {
    transcript: { cues: [{ text: 'A hub gear runs in oil.', startMs: 1000, endMs: 3000 }] },
    source: { from: URL, type: 'speech', model: 'ear-1' },
  });
  // A feed may declare what it likes.
  assert.equal(await reader.read({ url: URL, type: 'text/speech' }), fetched);
  assert.equal(asked.length, 1);

  await cache.put('speech', URL, Buffer.from('{"file":7}'));
  assert.equal(await store.recall(URL), undefined);
});
