import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { openApart } from '../../../scripts/adapters/audio/open-apart.ts';
import { ItemError } from '../../../scripts/errors.ts';
import { clockWav, hearClock } from '../../support/clock-wav.ts';

const flac = async () => new Uint8Array(await readFile(new URL('../../fixtures/audio/speech.flac', import.meta.url)));

test('another thread opens and cuts the file', async () => {
  const audio = await openApart(new Uint8Array(clockWav(10)));
  assert.equal(audio.durationMs, 10_000);
  const part = await audio.cut(4000, { ms: 3000, bytes: 1_000_000 });
  assert.equal(hearClock(part?.bytes ?? new Uint8Array())[1]?.second, 4);
  assert.equal(await audio.cut(10_000, { ms: 3000, bytes: 1_000_000 }), undefined);
  await audio.close();
});

test('a file that sends its reader round in circles is given up, and its thread with it', async () => {
  const bytes = await flac();
  // What stands in for the length of the first block of a FLAC file; with this one, mediabunny 1.61 does not come to an end.
  bytes[4] = 0;
  const startedAt = performance.now();
  await assert.rejects(
    openApart(bytes, 1500).then(async (audio) => {
      for (let fromMs = 0; ; fromMs += 1000) await audio.cut(fromMs, { ms: 1000, bytes: 1_000_000 });
    }),
    (error) => error instanceof ItemError && /not read through within 1.5 s: the file is damaged/.test(error.message),
  );
  assert.ok(performance.now() - startedAt < 10_000);
});

test('a thread that is no more is not waited for', async () => {
  const audio = await openApart(new Uint8Array(clockWav(10)));
  const asked = assert.rejects(audio.cut(0, { ms: 3000, bytes: 1_000_000 }), /its reader is gone/);
  await audio.close();
  await asked;
  await assert.rejects(audio.cut(0, { ms: 3000, bytes: 1_000_000 }), /its reader is gone/);
});

test('of a file that is none, the error says so', async () => {
  await assert.rejects(
    openApart(new Uint8Array(Buffer.from('<html>'))),
    (error) => error instanceof ItemError && /^it cannot be read as MP3/.test(error.message),
  );
});
