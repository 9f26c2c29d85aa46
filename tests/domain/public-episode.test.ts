import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicEpisode } from '#domain/public-episode.ts';
import { anEpisode } from '../support/builders.ts';

const KEY = 'f3a9c27b5d1e4f6081';

test('a record is written without addresses that hold a key, and without keys and e-mail addresses in its texts', () => {
  const { link, audio, chapters, transcript, reason, title } = publicEpisode(
    anEpisode({
      title: 'Ask ada@example.org',
      link: `https://example.org/1?token=${KEY}`,
      audio: `https://me:pass@example.org/1.mp3`,
      chapters: `https://example.org/1.json?key=${KEY}`,
      transcript: { from: `https://example.org/1.vtt?token=${KEY}&u=ada@example.org`, type: 'vtt' },
      reason: `https://example.org/1.vtt?token=x: no transcript for ada@example.org`,
    }),
  );
  assert.deepEqual([link, audio, chapters], [undefined, undefined, undefined]);
  assert.equal(transcript?.from, 'https://example.org/1.vtt?token=…&u=…');
  assert.equal(reason, 'https://example.org/1.vtt?token=…: no transcript for …');
  assert.equal(title, 'Ask …');
});

test('all else of a record stays', () => {
  const episode = anEpisode({
    link: 'https://example.org/1?utm_source=x',
    audio: 'https://example.org/3f0b7c1e-58a4-4b1d-9c5e-0a1b2c3d4e5f.mp3?Signature=abcdefghijklmnop1234',
    transcript: { from: 'folder/1.vtt', type: 'vtt' },
    people: [{ name: 'Ada Price', role: 'host' }],
  });
  assert.deepEqual(JSON.parse(JSON.stringify(publicEpisode(episode))), JSON.parse(JSON.stringify(episode)));
});
