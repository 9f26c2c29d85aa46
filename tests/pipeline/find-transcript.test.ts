import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ItemError, SettingsError } from '../../scripts/errors.ts';
import { findTranscript } from '../../scripts/pipeline/find-transcript.ts';
import type { TranscriptLink, TranscriptReader } from '../../scripts/ports.ts';
import { anEpisode, aShow, aTranscript } from '../support/builders.ts';

const candidate = (transcripts: TranscriptLink[]) => ({
  show: aShow(),
  episode: anEpisode({ status: 'waiting' }),
  transcripts,
  isNew: true,
});
const found = { transcript: aTranscript('hello'), source: { from: 'x', type: 'text' as const } };
const readerOf = (working: readonly string[], asked: string[] = []): TranscriptReader => ({
  read: async ({ url }) => {
    asked.push(url);
    return working.includes(url) ? found : Promise.reject(new ItemError(`${url}: 404`));
  },
});

test('the richest transcript is asked for first, and the next best where it does not work', async () => {
  const asked: string[] = [];
  const links = [
    { url: 'a.txt', type: 'text/plain' },
    { url: 'a.vtt', type: 'text/vtt' },
    { url: 'a.json', type: 'application/json' },
    { url: 'a.srt', type: 'application/x-subrip' },
    { url: 'a.html', type: 'text/html' },
  ];
  assert.equal(await findTranscript(candidate(links), { transcripts: readerOf(['a.srt'], asked) }), found);
  assert.deepEqual(asked, ['a.json', 'a.vtt', 'a.srt']);
});

test('without a type, the ending of the address tells', async () => {
  const asked: string[] = [];
  await findTranscript(candidate([{ url: 'a.txt' }, { url: 'a.vtt' }]), { transcripts: readerOf(['a.vtt'], asked) });
  assert.deepEqual(asked, ['a.vtt']);
});

test("where no link works, the user's folder is looked at", async () => {
  const folder = { find: async () => found };
  assert.equal(await findTranscript(candidate([{ url: 'a.vtt' }]), { transcripts: readerOf([]), folder }), found);
});

const AUDIO = 'https://example.org/1.mp3';
const heardCandidate = (audio?: string) => ({
  ...candidate([{ url: 'a.vtt' }]),
  episode: anEpisode({ status: 'waiting', audio, durationMs: 60_000 }),
});
const transcriberOf = (outcome: typeof found | Error, asked: unknown[] = []) => ({
  transcribe: async (audio: string, { durationMs }: { durationMs?: number | undefined }) => {
    asked.push(audio, durationMs);
    return outcome instanceof Error ? Promise.reject(outcome) : outcome;
  },
});

test('where there is no file either, the audio is heard', async () => {
  const asked: unknown[] = [];
  const ports = { transcripts: readerOf([]), transcriber: transcriberOf(found, asked) };
  assert.equal(await findTranscript(heardCandidate(AUDIO), ports), found);
  assert.deepEqual(asked, [AUDIO, 60_000]);
});

test('nothing is heard where there is a transcript, in the feed or in the folder, or no audio, or the feed is for one listener only', async () => {
  const asked: unknown[] = [];
  const transcriber = transcriberOf(found, asked);
  const folder = { find: async () => found };
  await findTranscript(heardCandidate(AUDIO), { transcripts: readerOf(['a.vtt']), transcriber });
  await findTranscript(heardCandidate(AUDIO), { transcripts: readerOf([]), folder, transcriber });
  assert.ok('waiting' in (await findTranscript(heardCandidate(), { transcripts: readerOf([]), transcriber })));
  const ofSecretFeed = { ...heardCandidate(AUDIO), show: aShow({ private: true }) };
  assert.ok('waiting' in (await findTranscript(ofSecretFeed, { transcripts: readerOf([]), transcriber })));
  assert.deepEqual(asked, []);
});

test('why nothing could be heard is said; where the setting is wrong, the run ends', async () => {
  const waits = { transcripts: readerOf([]), transcriber: transcriberOf(new ItemError(`${AUDIO}: 404`)) };
  assert.deepEqual(await findTranscript(heardCandidate(AUDIO), waits), { waiting: `a.vtt: 404; ${AUDIO}: 404` });
  const ends = { transcripts: readerOf([]), transcriber: transcriberOf(new SettingsError('no such model')) };
  await assert.rejects(findTranscript(heardCandidate(AUDIO), ends), SettingsError);
});

test('of an episode without a transcript, the reason tells how to have it heard', async () => {
  const result = await findTranscript(candidate([]), { transcripts: readerOf([]) });
  assert.match('waiting' in result ? result.waiting : '', /has no transcript yet.*WINNOW_TRANSCRIBE_MODEL/);
});

test('where nothing works, the episode waits, and the reason names every failure', async () => {
  const result = await findTranscript(candidate([{ url: 'a.vtt' }, { url: 'a.txt' }]), { transcripts: readerOf([]) });
  assert.deepEqual(result, { waiting: 'a.vtt: 404; a.txt: 404' });
});

test('of an episode with more links than there are formats, ten are tried', async () => {
  const asked: string[] = [];
  const links = Array.from({ length: 50 }, (_, index) => ({ url: `${index}.vtt` }));
  await findTranscript(candidate(links), { transcripts: readerOf([], asked) });
  assert.equal(asked.length, 10);
});

test('the reason names the address of an open file, and of a secret feed no more than may be known', async () => {
  const url = 'https://example.org/3f0b7c1e-58a4-4b1d-9c5e-0a1b2c3d4e5f/1.vtt';
  const waiting = (feed: string) =>
    findTranscript({ ...candidate([{ url }]), show: aShow({ feed }) }, { transcripts: readerOf([]) });
  assert.deepEqual(await waiting('https://example.org/feed.xml'), { waiting: `${url}: 404` });
  assert.deepEqual(await waiting('https://example.org/feed.xml?auth=abc'), {
    waiting: 'https://example.org/…/1.vtt: 404',
  });
});
