import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day, EpisodeId } from '#domain/ids.ts';
import { ItemError, PostponedError } from '../../scripts/errors.ts';
import { scanShows } from '../../scripts/pipeline/scan-shows.ts';
import type { FeedItem, FeedReader } from '../../scripts/ports.ts';
import { anEpisode, anItem, aShow } from '../support/builders.ts';

const window = { now: new Date('2026-07-10T08:00:00Z'), today: '2026-07-10' as Day, timeZone: 'UTC' };
const feedOf = (items: FeedItem[], status: 'ok' | 'unchanged' = 'ok'): FeedReader => ({
  read: async () => ({ status, items }),
});
const titles = async (items: FeedItem[], known = [] as ReturnType<typeof anEpisode>[], since?: string) => {
  const [scan] = await scanShows([aShow()], known, { ...window, since: since as Day | undefined }, feedOf(items));
  return scan?.candidates.map(({ episode }) => episode.title);
};
const on = (day: string, fields: Partial<FeedItem> = {}) =>
  anItem({ guid: day, title: `of ${day}`, publishedAt: new Date(`${day}T06:00:00Z`), ...fields });

test('at first sight of a show, the episodes of the last 7 days are read', async () => {
  assert.deepEqual(await titles([on('2026-07-09'), on('2026-07-03'), on('2026-07-02')]), [
    'of 2026-07-09',
    'of 2026-07-03',
  ]);
});

test('--since says otherwise', async () => {
  assert.deepEqual(await titles([on('2026-07-09'), on('2020-01-01')], [], '2019-01-01'), [
    'of 2026-07-09',
    'of 2020-01-01',
  ]);
});

test('an episode whose record exists is not read again, whatever the feed says of being changed', async () => {
  assert.deepEqual(await titles([on('2026-07-09')], [anEpisode({ guid: '2026-07-09' })]), []);
});

for (const [by, item, record] of [
  ['enclosure', { audio: 'https://example.org/1.mp3' }, { audio: 'https://example.org/1.mp3' }],
  ['link', { link: 'https://example.org/1' }, { link: 'https://example.org/1' }],
  ['title and date', { title: 'Gears' }, { title: 'gears', publishedAt: '2026-07-09' as Day }],
] as const) {
  test(`where a host changed all guids, an episode is known by its ${by}`, async () => {
    assert.deepEqual(
      await titles([on('2026-07-09', item)], [anEpisode({ guid: 'old', title: 'other', ...record })]),
      [],
    );
  });
}

test('a link that all items share tells nothing', async () => {
  const link = 'https://example.org/';
  assert.deepEqual(
    await titles(
      [on('2026-07-09', { link }), on('2026-07-08', { link })],
      [anEpisode({ guid: 'old', title: 'x', link })],
    ),
    ['of 2026-07-09', 'of 2026-07-08'],
  );
});

test('an episode that waits for a transcript is tried again, even when it is gone from the feed', async () => {
  const waiting = anEpisode({ status: 'waiting', title: 'still waiting' });
  assert.deepEqual(await titles([], [waiting]), ['still waiting']);
  assert.deepEqual(await titles([on('2026-07-01', { guid: waiting.guid })], [waiting]), ['still waiting']);
});

test('of a show that is followed already, what appears late is found, but nothing older than its first record', async () => {
  const known = [anEpisode({ guid: 'a', publishedAt: '2026-06-20' as Day, id: '2026-06-20-a-0000' as EpisodeId })];
  assert.deepEqual(await titles([on('2026-06-21'), on('2026-06-19')], known), ['of 2026-06-21']);
});

test('a guid that stands twice is one episode', async () => {
  assert.equal((await titles([on('2026-07-09', { guid: 'same' }), on('2026-07-08', { guid: 'same' })]))?.length, 1);
});

test('items without dates go by their place in the feed', async () => {
  const undated = (title: string) => anItem({ guid: title, title, publishedAt: undefined });
  assert.deepEqual(await titles([undated('new'), undated('old')]), ['new']);
  assert.deepEqual(await titles([undated('newer'), undated('new'), undated('old')], [anEpisode({ guid: 'new' })]), [
    'newer',
  ]);
});

test('a date in the future counts as today', async () => {
  const [scan] = await scanShows([aShow()], [], window, feedOf([on('2027-01-01')]));
  assert.equal(scan?.candidates[0]?.episode.publishedAt, '2026-07-10');
});

test('a show that fails is a line of the report, and the others go on', async () => {
  const good = aShow({ id: 'good' as ReturnType<typeof aShow>['id'] });
  const feeds: FeedReader = {
    read: async (show) =>
      show === good
        ? { status: 'ok', items: [on('2026-07-09')] }
        : Promise.reject(new ItemError('https://example.org/feed.xml: 404')),
  };
  const scans = await scanShows([aShow(), good], [], window, feeds);
  assert.deepEqual(
    scans.map(({ status, error, candidates }) => [status, error, candidates.length]),
    [
      ['failed', 'https://example.org/feed.xml: 404', 0],
      ['ok', undefined, 1],
    ],
  );
});

test('a show whose host says that it is gone is told from one that fails; what waits of it is not tried again', async () => {
  const feeds: FeedReader = {
    read: () => Promise.reject(new ItemError('https://example.org/feed.xml: 410', { gone: true })),
  };
  const [scan] = await scanShows([aShow()], [anEpisode({ status: 'waiting' })], window, feeds);
  assert.deepEqual([scan?.status, scan?.error, scan?.candidates], ['gone', 'https://example.org/feed.xml: 410', []]);
});

test('a show whose host is left alone is skipped, with the reason; what its stored feed has is read all the same', async () => {
  const feeds = (reading: FeedReader['read']) => scanShows([aShow()], [], window, { read: reading });
  const [stored] = await feeds(async () => ({ status: 'skipped', held: 'its host failed', items: [on('2026-07-09')] }));
  assert.deepEqual([stored?.status, stored?.error, stored?.candidates.length], ['skipped', 'its host failed', 1]);
  const [nothing] = await feeds(() => Promise.reject(new PostponedError('not asked for in this run')));
  assert.deepEqual([nothing?.status, nothing?.error], ['skipped', 'not asked for in this run']);
});

test('where a feed has moved for good is told', async () => {
  const movedTo = 'https://example.org/new.xml';
  const [scan] = await scanShows([aShow()], [], window, { read: async () => ({ status: 'ok', movedTo, items: [] }) });
  assert.equal(scan?.movedTo, movedTo);
});

test('episodes of the same id, in one show or several, are told apart', async () => {
  const taken = (await scanShows([aShow()], [], window, feedOf([on('2026-07-09')])))[0]?.candidates[0]?.episode;
  const rival = anEpisode({ id: taken?.id, show: 'rival' as ReturnType<typeof aShow>['id'], guid: 'other' });
  const [scan] = await scanShows([aShow()], [rival], window, feedOf([on('2026-07-09')]));
  assert.equal(scan?.candidates[0]?.episode.id, `${taken?.id}-2`);
});

test('an episode that is to be read again must exist', async () => {
  const again = (id: string) => scanShows([aShow()], [anEpisode()], { ...window, again: id }, feedOf([]));
  await assert.rejects(again('no-such-thing'), { name: 'SettingsError', message: /--again no-such-thing: no show or/ });
  for (const id of ['all', 'bike-talk', '2026-07-02-gears-ab12']) await again(id);
});
