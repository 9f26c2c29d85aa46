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
    error.message.startsWith(
      `The audio at ${url} is not heard: it is larger than 1 MB, the most that is read; to have it heard, raise WINNOW_MAX_AUDIO_MB;`,
    );
  await assert.rejects(start().transcribe(), isTooLarge);
  await assert.rejects(start().transcribe(), isTooLarge);
  assert.equal(host.requests.length, 1);
  wait(8);
  await assert.rejects(start().transcribe(), isTooLarge);
  assert.deepEqual([host.requests.length, model.heard.length], [2, 0]);
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
  // A feed that says less than there is: fetched once, and then known.
  await assert.rejects(run.transcribe(1000, `${host.origin}/moved`), isSpent);
  await assert.rejects(run.transcribe(1000, `${host.origin}/moved`), isSpent);
  assert.deepEqual([host.requests.length, model.heard.length], [3, 1]);
  await start({ maxMinutes: 2 }).transcribe(1000, `${host.origin}/moved`);
});

test('what overlaps counts: no run has more heard than it may, and the next one goes on', async (t) => {
  // Every part ends in a segment that begins after two thirds of it, and is heard again.
  const hear = (body: SoundBody): Heard => {
    const heard = hearClock(body.bytes);
    const [first, last] = [heard[0]!.second, heard.at(-1)!.second];
    const border = Math.round(first + (last - first) * 0.7);
    const segment = (from: number, to: number) => ({ start: from - first, end: to - first, text: `From ${from}.` });
    return { segments: [segment(first, border), segment(border, last)] };
  };
  const { start, model } = await setScene(t, { audio: clockWav(840), hear, options: { maxMinutes: 14 } });
  const secondsOf = (bodies: SoundBody[]) => bodies.reduce((sum, { bytes }) => sum + (bytes.length - 44) / 16_000, 0);
  await assert.rejects(
    start().transcribe(),
    (error) => error instanceof PostponedError && /are spent/.test(error.message),
  );
  assert.ok(secondsOf(model.heard) <= 840 && secondsOf(model.heard) > 600, `${secondsOf(model.heard)}`);
  const before = model.heard.length;
  await start().transcribe();
  assert.ok(model.heard.length - before < before);
});

test('when the time of the run is over, nothing more is heard, and the next run goes on with the next part', async (t) => {
  const deadline = new Date(Date.now() + 3_600_000);
  const hear = (body: SoundBody): Heard => {
    deadline.setTime(Date.now() - 1);
    return hearSeconds(body);
  };
  const { start, model } = await setScene(t, { audio: clockWav(400), hear });
  await assert.rejects(start({ deadline }).transcribe(), (error) => {
    return error instanceof PostponedError && /WINNOW_MAX_MINUTES/.test(error.message);
  });
  assert.equal(model.heard.length, 1);
  assert.equal((await start().transcribe()).transcript.cues.length, 400);
  assert.equal(model.heard.length, 3);
});

test('what is said at the border of two parts is there once, also where people speak at the same time', async (t) => {
  const hear = (body: SoundBody): Heard => {
    const heard = hearClock(body.bytes).filter(({ second }, at) => at > 0 || second === 0);
    const segments = heard.flatMap(({ second, atMs }) => {
      const start = atMs / 1000;
      const both = { start, end: start + 1 };
      return second % 4 === 2
        ? [
            { ...both, text: `A ${second}.` },
            { ...both, text: `B ${second}.` },
          ]
        : [{ start, end: start + 1.5, text: `C ${second}.` }];
    });
    return { segments };
  };
  const { start, model } = await setScene(t, { audio: clockWav(500), hear });
  const { transcript } = await start().transcribe();
  const said = transcript.cues.map(({ text }) => text);
  assert.ok(model.heard.length > 2);
  assert.deepEqual(
    said.toSorted(),
    Array.from({ length: 500 }, (_, second) => (second % 4 === 2 ? [`A ${second}.`, `B ${second}.`] : [`C ${second}.`]))
      .flat()
      .toSorted(),
  );
});

test('the times of segments that are long are seconds too, and none ends after its part', async (t) => {
  const hear = (): Heard => ({
    segments: [
      { start: 0, end: 125, text: 'A hub gear runs in oil.' },
      { start: 125, end: 1e308, text: 'Salt eats chains.' },
    ],
  });
  const { start } = await setScene(t, { audio: clockWav(170), hear });
  const { transcript } = await start().transcribe();
  assert.deepEqual(
    transcript.cues.map(({ startMs, endMs }) => [startMs, endMs]),
    [
      [0, 125_000],
      [125_000, 170_000],
    ],
  );
});

test('a slip of the server is not taken for silence for ever', async (t) => {
  let answer: Heard = { segments: [] };
  const { start, wait } = await setScene(t, { audio: clockWav(10), hear: (body) => answer ?? hearSeconds(body) });
  await assert.rejects(start().transcribe(), /nobody was heard to speak/);
  answer = { segments: [{ start: 'never' }, { text: 1 }] };
  wait(8);
  await assert.rejects(start().transcribe(), /segments that have no words or times; a later run tries again/);
  answer = { segments: [{ start: 0, end: 9, text: 'A hub gear runs in oil.' }] };
  assert.equal((await start().transcribe()).transcript.cues.length, 1);
});

test('a part in which nobody speaks is no obstacle, however the server says it', async (t) => {
  const hear = (body: SoundBody): Heard =>
    hearClock(body.bytes)[0]?.second === 0 ? hearSeconds(body) : { raw: '{"text":""}' };
  const { start } = await setScene(t, { audio: clockWav(300), hear });
  const { cues } = (await start().transcribe()).transcript;
  assert.ok(cues.length >= 179 && cues.length <= 181, `${cues.length}`);
});

test('an attempt that fails counts as well, as it may cost, and is made once a run', async (t) => {
  const hear = (): Heard => ({ status: 500, error: { message: 'no' } });
  const { start, model } = await setScene(t, { audio: clockWav(100), hear });
  const run = start();
  await assert.rejects(run.transcribe());
  assert.deepEqual([model.heard.length, run.notes()], [1, ['speech recognition: 2 minutes of audio heard']]);
});

test('a server that measured far more sound than the file says ends it, and what it measured counts', async (t) => {
  const hear = (body: SoundBody): Heard => ({
    segments: [{ start: 0, end: 1, text: `Of ${body.name}.` }],
    duration: 7200,
  });
  const { start, model } = await setScene(t, { audio: clockWav(400), hear });
  const run = start({ maxMinutes: 200 });
  await assert.rejects(run.transcribe(), /is not heard: its clock is wrong: the model heard 7200 s in a part of 180 s/);
  assert.deepEqual([model.heard.length, run.notes()], [1, ['speech recognition: 120 minutes of audio heard']]);
});

for (const [what, segments] of [
  ['segments', Array.from({ length: 6000 }, (_, at) => ({ start: at / 1000, end: at / 1000 + 0.5, text: 'a' }))],
  ['words', [{ start: 0, end: 1, text: 'oil '.repeat(20_000) }]],
] as const)
  test(`a server that hears more ${what} than anybody can say is not believed`, async (t) => {
    const { start } = await setScene(t, { audio: clockWav(10), hear: () => ({ segments: [...segments] }) });
    await assert.rejects(start().transcribe(), /more than anybody can in the time/);
  });

test('sound that the server will not have is the fault of that episode alone', async (t) => {
  const hear = (body: SoundBody): Heard =>
    body.bytes.length < 100_000 ? { status: 403, error: { message: 'flagged by moderation' } } : hearSeconds(body);
  const { start, host } = await setScene(t, { audio: clockWav(3), hear });
  await assert.rejects(start().transcribe(), (error) => {
    return error instanceof ItemError && /refuses it: 403 flagged by moderation; it is tried again/.test(error.message);
  });
  await assert.rejects(start().transcribe(), /refuses it/);
  assert.equal(host.requests.length, 1);
});

test('settings with which something was heard are not taken for wrong afterwards', async (t) => {
  const hear = (body: SoundBody, before: number): Heard =>
    before === 0 ? hearSeconds(body) : { status: 404, error: { message: 'no ear-1' } };
  const { start } = await setScene(t, { audio: clockWav(200), hear });
  await assert.rejects(start().transcribe(), (error) => error instanceof ItemError && /no ear-1/.test(error.message));
});

test('after two calls without an answer nobody waits for the server in this run, and no audio is fetched for it', async (t) => {
  const { start, host, model } = await setScene(t, {
    audio: clockWav(3),
    hear: () => 'silence',
    options: { timeoutMs: 100 },
  });
  const run = start();
  for (let calls = 1; calls <= 2; calls++) {
    await assert.rejects(run.transcribe(), /did not answer in time/);
    assert.equal(model.heard.length, calls);
  }
  const before = host.requests.length;
  await assert.rejects(run.transcribe(), (error) => {
    return error instanceof PostponedError && /did not answer in this run/.test(error.message);
  });
  assert.deepEqual([host.requests.length, model.heard.length], [before, 2]);
});

test('sound of which a server makes an answer without end is not the fault of the others', async (t) => {
  const endless: Heard = { raw: (response) => response.end(`{"segments":[{"text":"${'oil '.repeat(500_000)}"}]}`) };
  const hear = (body: SoundBody, before: number): Heard => (before < 3 ? endless : hearSeconds(body));
  const { start } = await setScene(t, { audio: clockWav(3), hear });
  const run = start();
  for (let times = 0; times < 3; times++) await assert.rejects(run.transcribe(), /does not end/);
  assert.equal((await run.transcribe()).transcript.cues.length, 3);
});

test('where people talk into one another at a border, all of it is left to the next part', async (t) => {
  const hear = (_: SoundBody, before: number): Heard =>
    before === 0
      ? {
          segments: [
            { start: 0, end: 120, text: 'One.' },
            { start: 125, end: 160, text: 'Two.' },
            { start: 150, end: 175, text: 'Three.' },
            { start: 165, end: 180, text: 'Four.' },
          ],
        }
      : { segments: [{ start: 0, end: 35, text: 'Two, three, four.' }] };
  const { start } = await setScene(t, { audio: clockWav(200), hear });
  const { transcript } = await start().transcribe();
  assert.deepEqual(
    transcript.cues.map(({ text, startMs = 0 }) => [text, Math.round(startMs / 1000)]),
    [
      ['One.', 0],
      ['Two, three, four.', 125],
    ],
  );
});

test('the language is that of most parts: a jingle may be taken for any', async (t) => {
  const hear = (body: SoundBody, before: number): Heard => ({
    ...(hearSeconds(body) as { segments: [] }),
    language: before === 0 ? 'welsh' : 'english',
  });
  const { start } = await setScene(t, { audio: clockWav(500), hear });
  assert.equal((await start().transcribe()).transcript.language, 'en');
});

for (const [what, audio, message] of [
  [
    'a page',
    '<!doctype html><title>Not here</title>',
    /is not heard: it cannot be read as MP3, M4A, AAC, Ogg, FLAC or WAV/,
  ],
  ['silence', clockWav(3), /is not heard: nobody was heard to speak/],
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
    /WINNOW_TRANSCRIBE_MODEL=ear-1 .*gives no times.*set WINNOW_TRANSCRIBE_MODEL to one.*such as whisper-1/,
  ],
  [
    'gives no times',
    () => ({ raw: '{"text":"A hub gear runs in oil."}' }),
    ItemError,
    /gives no times.*set WINNOW_TRANSCRIBE_MODEL/,
  ],
  ['answers with something else', () => ({ raw: '[1]' }), ItemError, /did not answer with what it heard/],
  ['answers with a page', () => ({ raw: '<html>' }), ItemError, /the model server/],
  [
    'cannot read it',
    () => ({ status: 400, error: { message: 'bad audio' } }),
    ItemError,
    /refuses it: 400 bad audio; it is tried again after a week/,
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
