import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { ShowId } from '#domain/ids.ts';
import { createCachingFetcher } from '../../scripts/adapters/caching-fetcher.ts';
import { createFileCache } from '../../scripts/adapters/file-cache.ts';
import { createHttpFetcher } from '../../scripts/adapters/http-fetcher.ts';
import { createOpenaiTranscriber, type OpenaiTranscriberOptions } from '../../scripts/adapters/openai-transcriber.ts';
import { createSpeechStore } from '../../scripts/adapters/speech-store.ts';
import { ItemError, PostponedError, SettingsError } from '../../scripts/errors.ts';
import { clockWav, hearClock } from '../support/clock-wav.ts';
import { startServer, type Route } from '../support/loopback-server.ts';
import { startModelServer, type Heard, type SoundBody } from '../support/model-server.ts';

/** Hears the seconds of a `clockWav`, but for the last moments of one at the beginning of a part. */
const hearSeconds = ({ bytes }: SoundBody): Heard => {
  const heard = hearClock(bytes);
  const isWhole = (at: number) => at > 0 || (heard[1]?.atMs ?? Infinity) > 300;
  return {
    language: 'english',
    segments: heard
      .filter((_, at) => isWhole(at))
      .map(({ second, atMs }) => ({ start: atMs / 1000, end: atMs / 1000 + 1, text: ` Second ${second}.` })),
  };
};

interface Scene {
  /** What is at the address of the audio. */
  audio: Route | Uint8Array;
  hear?: (body: SoundBody, before: number) => Heard | Promise<Heard>;
  options?: Partial<OpenaiTranscriberOptions>;
  allowPrivateHosts?: boolean;
}

/** Real servers, a real cache folder and the transcriber between them, until the test ends; `nextRun` is another process as far as it can tell. */
async function setScene(t: TestContext, { audio, hear = hearSeconds, options, allowPrivateHosts = true }: Scene) {
  const route = audio instanceof Uint8Array ? { headers: { 'content-type': 'audio/wav' }, body: audio } : audio;
  const host = await startServer({ '/1.wav': route, '/moved': { status: 302, headers: { location: '/1.wav' } } });
  const model = await startModelServer(() => 'silence', hear);
  const dir = await mkdtemp(join(tmpdir(), 'winnow-'));
  t.after(async () => {
    await Promise.all([host.close(), model.close()]);
    await rm(dir, { recursive: true });
  });
  let now = new Date('2026-07-03T06:00:00Z');
  const url = `${host.origin}/1.wav`;
  function start(more: Partial<OpenaiTranscriberOptions> = {}) {
    const cache = createFileCache(dir);
    const store = createSpeechStore(cache, () => now);
    const network = createHttpFetcher({ allowPrivateHosts, version: '0' });
    const transcriber = createOpenaiTranscriber(
      { baseUrl: model.baseUrl, model: 'ear-1', maxMegabytes: 20, maxMinutes: 60, ...options, ...more },
      { fetcher: createCachingFetcher(network, cache, () => now), store, cache },
    );
    return {
      ...transcriber,
      transcribe: (durationMs?: number, from = url) =>
        transcriber.transcribe(from, { show: 'bikes' as ShowId, durationMs }),
    };
  }
  return { start, url, host, model, wait: (days: number) => (now = new Date(now.getTime() + days * 86_400_000)) };
}

const seconds = (count: number) => Array.from({ length: count }, (_, second) => `Second ${second}.`);

test('what is longer than a part is heard in parts: each second once and at its time, none cut off', async (t) => {
  const { start, model, url } = await setScene(t, { audio: clockWav(700) });
  const { transcript, source } = await start().transcribe();
  assert.deepEqual(source, { from: url, type: 'speech', model: 'ear-1' });
  assert.equal(transcript.language, 'en');
  assert.deepEqual(
    transcript.cues.map(({ text }) => text),
    seconds(700),
  );
  for (const [second, { startMs = 0, endMs = 0 }] of transcript.cues.entries()) {
    assert.ok(Math.abs(startMs - second * 1000) <= 1, `second ${second} at ${startMs}`);
    assert.ok(Math.abs(endMs - startMs - 1000) <= 1, `second ${second} until ${endMs}`);
  }
  assert.deepEqual(
    model.heard.map(({ name, response_format, model }) => [name, response_format, model]),
    Array.from({ length: 4 }, () => ['part.wav', 'verbose_json', 'ear-1']),
  );
});

test('what was heard once is not fetched, heard or paid for again', async (t) => {
  const { start, model, host } = await setScene(t, { audio: clockWav(20) });
  const first = await start().transcribe();
  const [later, notes] = [start(), () => later.notes()];
  assert.deepEqual(await later.transcribe(), first);
  assert.deepEqual([host.requests.length, model.heard.length, notes()], [1, 1, []]);
});

test('a run that is cut short has paid for the parts that were heard: the next one has the others heard', async (t) => {
  let isBroken = true;
  const hear = (body: SoundBody): Heard =>
    isBroken && hearClock(body.bytes)[0]?.second !== 0
      ? { status: 503, error: { message: 'busy' } }
      : hearSeconds(body);
  const { start, model } = await setScene(t, { audio: clockWav(400), hear });
  await assert.rejects(start().transcribe(), (error) => error instanceof ItemError && /busy/.test(error.message));
  const before = model.heard.length;
  isBroken = false;
  const run = start();
  const { transcript } = await run.transcribe();
  assert.equal(transcript.cues.length, 400);
  assert.equal(model.heard.length - before, 2);
  assert.deepEqual(run.notes(), ['speech recognition: 4 minutes of audio heard']);
});

// The bound is on what comes out, as a bomb is small on the wire.
test('audio beyond the setting is not read, packed or not; it is left alone for a week, and heard when the setting is raised', async (t) => {
  const wav = clockWav(120);
  const packed = { headers: { 'content-encoding': 'gzip' }, body: gzipSync(wav) };
  assert.ok(wav.length > 2 ** 20 && packed.body.length < 100_000);
  const { start, host, model, wait, url } = await setScene(t, { audio: packed, options: { maxMegabytes: 1 } });
  const isTooLarge = (error: unknown) =>
    error instanceof ItemError &&
    error.message ===
      `${url}: the audio is larger than 1 MB, the most that is read; to have it heard, raise WINNOW_MAX_AUDIO_MB`;
  await assert.rejects(start().transcribe(), isTooLarge);
  await assert.rejects(start().transcribe(), isTooLarge);
  assert.equal(host.requests.length, 1);
  wait(8);
  await assert.rejects(start().transcribe(), isTooLarge);
  assert.deepEqual([host.requests.length, model.heard.length], [2, 0]);
  wait(8);
  const { transcript } = await start({ maxMegabytes: 2 }).transcribe();
  assert.equal(transcript.cues.length, 120);
});

test('a run hears no more minutes than it may: by what the feed says before anything is fetched, and by what the audio has', async (t) => {
  const { start, host, model } = await setScene(t, { audio: clockWav(100), options: { maxMinutes: 3 } });
  const isTooLong = (error: unknown) =>
    !(error instanceof PostponedError) &&
    error instanceof ItemError &&
    /4 minutes long, more than a run may hear \(WINNOW_MAX_AUDIO_MINUTES=3\)/.test(error.message);
  await assert.rejects(start().transcribe(200_000), isTooLong);
  assert.equal(host.requests.length, 0);
  const run = start();
  await run.transcribe(100_000);
  const isSpent = (error: unknown) =>
    error instanceof PostponedError && /are spent; it is heard on a later run/.test(error.message);
  await assert.rejects(run.transcribe(100_000, `${host.origin}/moved`), isSpent);
  assert.equal(host.requests.length, 1);
  // A feed that says less than there is.
  await assert.rejects(run.transcribe(1000, `${host.origin}/moved`), isSpent);
  assert.deepEqual([host.requests.length, model.heard.length], [3, 1]);
  await start({ maxMinutes: 2 }).transcribe(1000, `${host.origin}/moved`);
});

for (const [what, audio, message] of [
  [
    'a page',
    '<!doctype html><title>Not here</title>',
    /is of no use: it cannot be read as MP3, M4A, AAC, Ogg, FLAC or WAV/,
  ],
  ['silence', clockWav(3), /is of no use: nobody was heard to speak/],
] as const)
  test(`where there is ${what} instead of speech, the episode waits, and nothing is fetched for a week`, async (t) => {
    const { start, host, url } = await setScene(t, { audio, hear: () => ({ segments: [] }) });
    for (let run = 0; run < 2; run++)
      await assert.rejects(start().transcribe(), (error) => {
        return error instanceof ItemError && error.message.includes(url) && message.test(error.message);
      });
    assert.equal(host.requests.length, 1);
  });

test('where nothing is at the address, the next run asks again, and says what the host said', async (t) => {
  const { start, host } = await setScene(t, { audio: { status: 404 } });
  await assert.rejects(start().transcribe(), /HTTP status 404/);
  await assert.rejects(start().transcribe(), /HTTP status 404/);
  assert.equal(host.requests.length, 2);
});

test('audio at a private address is not asked for', async (t) => {
  const { start, host } = await setScene(t, { audio: clockWav(3), allowPrivateHosts: false });
  await assert.rejects(start().transcribe(), /leads to 127\.0\.0\.1, which is not a public address/);
  assert.equal(host.requests.length, 0);
});

test('what Whisper made up is left out: words where nobody speaks, the same over and over, beyond the end, and what is no segment', async (t) => {
  const hear = (): Heard => ({
    segments: [
      {
        start: 2,
        end: 4,
        text: 'A hub gear runs in oil.',
        avg_logprob: -0.2,
        no_speech_prob: 0.01,
        compression_ratio: 1.1,
      },
      {
        start: 0,
        end: 2,
        text: 'Thank you for watching.',
        avg_logprob: -1.4,
        no_speech_prob: 0.9,
        compression_ratio: 1,
      },
      {
        start: 4,
        end: 6,
        text: 'oil oil oil oil oil oil',
        avg_logprob: -0.1,
        no_speech_prob: 0,
        compression_ratio: 3.2,
      },
      { start: 30, end: 31, text: 'Subscribe.' },
      { start: -4, end: 1, text: 'Before.' },
      { start: 'never', text: 7 },
      { start: 6, end: 7, text: 'Salt eats chains.' },
    ],
  });
  const { start } = await setScene(t, { audio: clockWav(10), hear });
  const { transcript } = await start().transcribe();
  assert.deepEqual(
    transcript.cues.map(({ text, startMs }) => [text, startMs]),
    [
      ['A hub gear runs in oil.', 2000],
      ['Salt eats chains.', 6000],
    ],
  );
});

test('a key that the server repeats as if it had heard it is left out', async (t) => {
  const hear = (): Heard => ({ segments: [{ start: 0, end: 2, text: 'The key is sk-0123456789abcdef, she said.' }] });
  const { start, model } = await setScene(t, { audio: clockWav(3), hear, options: { apiKey: 'sk-0123456789abcdef' } });
  const { transcript } = await start().transcribe();
  assert.deepEqual(model.keys, ['Bearer sk-0123456789abcdef']);
  assert.equal(transcript.cues[0]?.text, 'The key is …, she said.');
});

for (const [what, hear, kind, message] of [
  [
    'refuses the key',
    () => ({ status: 401, error: { message: 'sk-0123456789abcdef is wrong' } }),
    SettingsError,
    /refuses the key \(401\); set OPENAI_API_KEY/,
  ],
  [
    'has no such model',
    () => ({ status: 404, error: { message: 'no ear-1' } }),
    SettingsError,
    /set WINNOW_TRANSCRIBE_MODEL/,
  ],
  [
    'gives no times, and says so',
    () => ({ status: 400, error: { message: "response_format 'verbose_json' is not compatible with model" } }),
    SettingsError,
    /WINNOW_TRANSCRIBE_MODEL=ear-1 .*gives no times.*such as whisper-1/,
  ],
  ['gives no times', () => ({ raw: '{"text":"A hub gear runs in oil."}' }), SettingsError, /gives no times/],
  ['answers with something else', () => ({ raw: '[1]' }), ItemError, /did not answer with what it heard/],
  ['answers with a page', () => ({ raw: '<html>' }), ItemError, /the model server/],
  [
    'cannot read it',
    () => ({ status: 400, error: { message: 'bad audio' } }),
    ItemError,
    /bad audio; a later run tries again/,
  ],
] as [string, () => Heard, typeof ItemError | typeof SettingsError, RegExp][])
  test(`a server that ${what}: the error says what to do, without the key`, async (t) => {
    const { start } = await setScene(t, { audio: clockWav(3), hear, options: { apiKey: 'sk-0123456789abcdef' } });
    await assert.rejects(start().transcribe(), (error) => {
      return error instanceof kind && message.test(error.message) && !error.message.includes('sk-0123456789abcdef');
    });
  });

test('a server that does not answer is given up, and the episode is tried again', async (t) => {
  const { start } = await setScene(t, { audio: clockWav(3), hear: () => 'silence', options: { timeoutMs: 200 } });
  await assert.rejects(
    start().transcribe(),
    (error) => error instanceof ItemError && /did not answer in time/.test(error.message),
  );
});

test('a server that answers without end is given up', async (t) => {
  const hear = (): Heard => ({
    raw: (response) => {
      response.write('{"segments":[{"start":0,"end":1,"text":"');
      const timer = setInterval(() => response.write('oil '.repeat(500_000)), 1);
      response.on('close', () => clearInterval(timer));
    },
  });
  const { start } = await setScene(t, { audio: clockWav(3), hear });
  await assert.rejects(
    start().transcribe(),
    (error) => error instanceof ItemError && /does not end/.test(error.message),
  );
});

test('the sound of a sample episode arrives as a file that a server can open, of the ending that tells what it is', async (t) => {
  const mp3 = await readFile(
    new URL('../../scripts/samples/price-floor/who-pays-for-the-price-war.mp3', import.meta.url),
  );
  const hear = (): Heard => ({ segments: [{ start: 0, end: 2, text: 'Somebody speaks.' }] });
  const { start, model } = await setScene(t, { audio: new Uint8Array(mp3), hear });
  await start().transcribe();
  assert.equal(model.heard[0]?.name, 'part.mp3');
  // An MPEG frame begins with eleven bits.
  const { bytes } = model.heard[0];
  assert.ok(bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0);
});
