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

test('an episode that stands twice is one: under its guid, or uploaded again with a new one and the same file', async () => {
  const twice = on('2026-07-09', { guid: 'same', title: 'Gears', audio: 'https://cdn.example/1.mp3' });
  for (const again of [
    { title: 'Gears!', publishedAt: new Date('2026-07-08T06:00:00Z') },
    { audio: 'https://cdn.example/1-corrected.mp3' },
    { guid: 'other', audio: 'https://counter.example/e/cdn.example/1.mp3' },
  ])
    assert.deepEqual(await titles([twice, { ...twice, ...again }]), ['Gears']);
});

test('two episodes of one guid are both found, by their titles or by file and day, and both are known afterwards', async () => {
  const [gears, chains] = ['Gears', 'Chains'].map((title) => on('2026-07-09', { guid: 'same', title }));
  const news = ['2026-07-09', '2026-07-08'].map((day) =>
    on(day, { guid: 'news', title: 'News', audio: `https://cdn.example/${day}.mp3` }),
  );
  const items = [gears!, chains!, ...news];
  const [scan] = await scanShows([aShow()], [], window, feedOf(items));
  const records = scan?.candidates.map(({ episode }) => ({ ...episode, status: 'published' as const })) ?? [];
  assert.deepEqual(
    records.map(({ title }) => title),
    ['Gears', 'Chains', 'News', 'News'],
  );
  assert.equal(new Set(records.map(({ id }) => id)).size, 4);
  assert.deepEqual(await titles(items, records), []);
  const dayLater = on('2026-07-10', { guid: 'news', title: 'News', audio: 'https://cdn.example/2026-07-10.mp3' });
  assert.deepEqual(await titles([dayLater, ...items], records), ['News']);
});

test('an episode that stands twice has the transcript of either', async () => {
  const transcripts = [{ url: 'https://cdn.example/1.vtt' }];
  const items = [on('2026-07-09'), on('2026-07-09', { transcripts })];
  const [scan] = await scanShows([aShow()], [], window, feedOf(items));
  assert.deepEqual(scan?.candidates[0]?.transcripts, transcripts);
});

test('items that only share their link, without guids, are all found, once', async () => {
  // What the feed reader puts for the guid that is missing.
  const link = 'https://show.example/podcast';
  const items = ['2026-07-09', '2026-07-08', '2026-07-07'].map((day) => on(day, { guid: link, link }));
  const [scan] = await scanShows([aShow()], [], window, feedOf(items));
  const records = scan?.candidates.map(({ episode }) => ({ ...episode, status: 'no-insight' as const })) ?? [];
  assert.equal(records.length, 3);
  assert.deepEqual(await titles([on('2026-07-10', { guid: link, link }), ...items], records), ['of 2026-07-10']);
});

test('of a feed of 5,000 items, those of the last week are found, in either order', async () => {
  const items = Array.from({ length: 5000 }, (_, n) => {
    const day = new Date(Date.UTC(2026, 6, 9 - n)).toISOString().slice(0, 10);
    return on(day, { audio: `https://cdn.example/${n}.mp3`, link: 'https://show.example/' });
  });
  const week = [9, 8, 7, 6, 5, 4, 3].map((day) => `of 2026-07-0${day}`);
  assert.deepEqual(await titles(items), week);
  assert.deepEqual(await titles(items.toReversed()), week.toReversed());
});

test('a feed that begins with its oldest episode is read from its end, where dates are missing', async () => {
  const undated = (n: number) => anItem({ guid: `${n}`, title: `Episode ${n}`, publishedAt: undefined });
  assert.deepEqual(await titles([1, 2, 3].map(undated)), ['Episode 3']);
  assert.deepEqual(await titles([1, 2, 3, 4].map(undated), [anEpisode({ guid: '3', title: 'x' })]), ['Episode 4']);
  const dated = ['2020-01-01', '2021-01-01'].map((day) => on(day));
  assert.deepEqual(await titles([...dated, undated(3)]), ['Episode 3']);
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

test('what a feed for one listener gave is read again from where the feed has it now, and from nowhere else', async () => {
  const secret = aShow({ feed: 'https://me:pass@example.org/feed.xml' });
  const transcript = { from: 'https://example.org/…', type: 'vtt' as const };
  const read = anEpisode({ transcript, publishedAt: '2026-07-09' as Day });
  const transcripts = [{ url: 'https://example.org/one.vtt?token=abc' }];
  const linksIn = async (items: FeedItem[]) => {
    const [scan] = await scanShows([secret], [read], { ...window, again: 'all' }, feedOf(items));
    return scan?.candidates.map((candidate) => candidate.transcripts);
  };
  assert.deepEqual(await linksIn([on('2026-07-09', { guid: read.guid, transcripts })]), [transcripts]);
  assert.deepEqual(await linksIn([]), [[]]);
});

test('an episode whose title is damaged is left out, and told of, until its host has mended it', async () => {
  const scanOf = async (title: string) =>
    (await scanShows([aShow()], [], window, feedOf([on('2026-07-09', { title })])))[0];
  const damaged = await scanOf('Caf\ufffd talk');
  assert.deepEqual([damaged?.status, damaged?.error, damaged?.candidates.length], ['ok', undefined, 0]);
  assert.deepEqual(damaged?.notes, [
    'show bike-talk: left out until its host mends the damaged letters of the title: "Caf\ufffd talk"',
  ]);
  const whole = await scanOf('Café talk');
  assert.deepEqual([whole?.notes, whole?.candidates.length], [[], 1]);
});

test('what is said of a show that is marked as private has no more of its address than the host', async () => {
  const feed = 'https://example.org/rss/12/abcdefgh';
  const read = () => Promise.reject(new ItemError(`${feed}: no abcdefgh`));
  const [scan] = await scanShows([aShow({ feed, private: true })], [], window, { read });
  assert.equal(scan?.error, 'https://example.org/…: no …');
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
