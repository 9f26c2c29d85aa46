import assert from 'node:assert/strict';
import { test } from 'node:test';
import { momentOf } from '../../src/queries/insight-line.ts';
import { clipOf, isPrivate, sourceOf, spanOf } from '../../src/queries/passages.ts';
import { anEpisode } from './content-tree.ts';

const exact = { startMs: 724_000, endMs: 741_000, approximate: false };
const audio = 'https://example.org/1.mp3';

test('a clip begins two seconds before the quote and ends just after it', () => {
  assert.deepEqual(clipOf(anEpisode({ audio }), exact), {
    audioUrl: audio,
    fragmentUrl: `${audio}#t=722,741.3`,
    playFromMs: 722_000,
    stopAtMs: 741_300,
    length: '17 s',
  });
});

test('where times are approximate the clip begins ten seconds early, and never before the beginning', () => {
  assert.equal(clipOf(anEpisode({ audio }), { ...exact, approximate: true })?.playFromMs, 714_000);
  assert.equal(clipOf(anEpisode({ audio }), { startMs: 4000, endMs: 9000, approximate: true })?.playFromMs, 0);
});

test('without audio or without times there is no clip', () => {
  assert.equal(clipOf(anEpisode(), exact), undefined);
  assert.equal(clipOf(anEpisode({ audio }), undefined), undefined);
});

test('what leads each reader to a machine of their own is known, and hosts of podcasts are no such thing', () => {
  const names = [
    'localhost',
    'localhost.',
    'router',
    'nas.local.',
    'nas.lan',
    'x.home.arpa',
    'x.internal',
    'fritz.box',
  ];
  for (const host of [...names, '192.168.1.1', '[::1]', '2130706433'])
    assert.ok(isPrivate(`https://${host}/1.mp3`), host);
  for (const host of ['example.org', 'local.example.org', 'mybox.example', 'xn--fiqs8s.example', 'cdn.lan.example.'])
    assert.ok(!isPrivate(`https://${host}/1.mp3`), host);
});

test('approximate times are said with "about"', () => {
  assert.deepEqual([momentOf(exact), momentOf({ ...exact, approximate: true })], ['12:04', 'about 12:04']);
});

for (const [link, expected] of [
  ['https://www.youtube.com/watch?v=abc', { url: 'https://www.youtube.com/watch?v=abc&t=724', atMoment: true }],
  ['https://youtu.be/abc', { url: 'https://youtu.be/abc?t=724', atMoment: true }],
  ['https://open.spotify.com/episode/abc', { url: 'https://open.spotify.com/episode/abc?t=724', atMoment: true }],
  ['https://example.org/1', { url: 'https://example.org/1', atMoment: false }],
  ['https://notyoutube.com/watch?v=abc', { url: 'https://notyoutube.com/watch?v=abc', atMoment: false }],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['not an address', undefined],
] as const) {
  test(`the source of ${link} is ${expected?.url ?? 'none'}`, () =>
    assert.deepEqual(sourceOf(anEpisode({ link }), exact), expected));
}

test('audio that is no web address is not offered', () => {
  assert.equal(clipOf(anEpisode({ audio: 'javascript:alert(1)' }), exact), undefined);
});

test('a login in an address is shown to nobody', () => {
  const secret = 'https://listener:pass@example.org/1.mp3';
  assert.equal(clipOf(anEpisode({ audio: secret }), exact)?.audioUrl, audio);
  assert.equal(sourceOf(anEpisode({ link: secret }), exact)?.url, audio);
});

test('audio of http is asked for by https, but for one’s own machine', () => {
  const urlOf = (address: string) => clipOf(anEpisode({ audio: address }), exact)?.audioUrl;
  assert.equal(urlOf('http://example.org/1.mp3'), audio);
  assert.equal(urlOf('http://127.0.0.1:4310/1.mp3'), 'http://127.0.0.1:4310/1.mp3');
});

test('a passage is placed on the line of its episode, if the length is known', () => {
  assert.deepEqual(spanOf(anEpisode({ durationMs: 1_448_000 }), exact)?.from, 0.5);
  assert.equal(spanOf(anEpisode({ durationMs: undefined }), exact), undefined);
  assert.equal(spanOf(anEpisode({ durationMs: 60_000 }), exact), undefined, 'a length that cannot be right');
});
