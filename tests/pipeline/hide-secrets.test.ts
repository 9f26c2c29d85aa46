import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hideSecrets, publicMessage, publicMove, publicReading } from '../../scripts/pipeline/hide-secrets.ts';
import { anItem } from '../support/builders.ts';

const OPEN = { feed: 'https://example.org/feed.xml' };
const PAID = { feed: 'https://example.org/feed.xml?auth=abc' };
/** No rule tells this from the address of a feed for everybody. */
const MARKED = { feed: 'https://example.org/rss/12/abcdefgh', private: true };
const KEY = 'f3a9c27b5d1e4f6081';
const UUID = '3f0b7c1e-58a4-4b1d-9c5e-0a1b2c3d4e5f';
const ITEM = anItem({
  guid: 'https://example.org/1.mp3?updated=1',
  link: 'https://example.org/posts/1',
  audio: 'https://example.org/1.mp3?updated=1',
  chapters: 'https://example.org/1.json',
});

test('an item of a feed for everybody stays as it is', () =>
  assert.deepEqual(hideSecrets(ITEM, OPEN), { ...ITEM, description: undefined, chapterList: undefined }));

test('of a feed for one listener, audio and chapters are left out, and the page of the episode stays', () => {
  const { audio, chapters, link, guid } = hideSecrets(ITEM, PAID);
  assert.deepEqual([audio, chapters, link, guid], [undefined, undefined, ITEM.link, ITEM.guid]);
});

test('of a show that is marked as private, nothing is published that gives the way in', () => {
  const { audio, chapters, link, guid, description } = hideSecrets(
    { ...ITEM, guid: `${MARKED.feed}/1`, description: `Subscribe at ${MARKED.feed}.` },
    MARKED,
  );
  assert.deepEqual([audio, chapters, link], [undefined, undefined, ITEM.link]);
  assert.match(guid, /^https:\/\/example\.org\/…#[0-9a-f]{8}$/);
  assert.equal(description, 'Subscribe at https://example.org/….');
  assert.equal(hideSecrets({ ...ITEM, link: 'https://example.org/for/abcdefgh/1' }, MARKED).link, undefined);
});

test('a message names the address of an open feed, and of a secret one and what it links no more than may be known', () => {
  const said = (show: typeof OPEN) =>
    publicMessage(`${show.feed}: no ${UUID}`, show, [`https://example.org/${UUID}/1`]);
  assert.equal(said(OPEN), `${OPEN.feed}: no ${UUID}`);
  assert.equal(said({ feed: `https://example.org/feed.xml?auth=${KEY}` }), 'https://example.org/feed.xml?auth=…: no …');
  assert.equal(said(MARKED), 'https://example.org/…: no …');
});

for (const [movedTo, show, expected] of [
  ['https://example.org/new.xml', OPEN, 'https://example.org/new.xml'],
  [`https://example.org/new.xml?auth=${KEY}`, OPEN, 'https://example.org/new.xml?auth=…'],
  ['https://example.org/rss2/12/abcdefgh', MARKED, 'https://example.org/…'],
] as const)
  test(`${show.feed} has moved to ${expected}`, () => assert.equal(publicMove(movedTo, show), expected));

test('what reads the transcript still has its address, and the record of a paid one no more than the host', () => {
  const url = `https://example.org/t/1.vtt?token=${KEY}`;
  assert.equal(hideSecrets({ ...ITEM, transcripts: [{ url }] }, PAID).transcripts[0]?.url, url);
  const recorded = (from: string, show: typeof PAID) =>
    publicReading({ source: { from, type: 'vtt' } }, show).source.from;
  assert.equal(recorded(url, PAID), 'https://example.org/…');
  assert.equal(recorded('1.vtt', PAID), '1.vtt');
  assert.equal(recorded('https://example.org/1.vtt', OPEN), 'https://example.org/1.vtt');
});

test('a guid with a key or an e-mail address in it is told from others by a hash', () => {
  const guidOf = (guid: string) => hideSecrets({ ...ITEM, guid }, OPEN).guid;
  const [one, two] = [`https://example.org/?n=1&token=${KEY}`, `https://example.org/?n=1&token=${KEY}2`].map(guidOf);
  assert.match(one ?? '', /^https:\/\/example\.org\/\?n=1&token=…#[0-9a-f]{8}$/);
  assert.notEqual(one, two);
  assert.equal(guidOf(`https://example.org/?n=1&token=${KEY}`), one);
  assert.match(guidOf('1.ada@example.org'), /^…#/);
});

test('the texts of an item have no e-mail address and no key, and keep all else', () => {
  const { title, description, people, chapterList } = hideSecrets(
    {
      ...ITEM,
      title: 'Ask ada@example.org',
      description: `Mine: https://example.org/rss?token=${KEY}. Ours: https://example.org/a?b=c.`,
      people: [{ name: 'ada@example.org (Ada Price)' }, { name: 'bo@example.org' }],
      chapterList: [{ startMs: 0, title: 'ada@example.org asks' }],
    },
    OPEN,
  );
  assert.equal(title, 'Ask …');
  assert.equal(description, 'Mine: https://example.org/rss?token=…. Ours: https://example.org/a?b=c.');
  assert.deepEqual(people, [{ name: 'Ada Price' }]);
  assert.deepEqual(chapterList, [{ startMs: 0, title: '… asks' }]);
});
