import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '#domain/ids.ts';
import { marksOf } from '../../scripts/pipeline/episode-marks.ts';
import { findKnown } from '../../scripts/pipeline/known-episodes.ts';
import { anEpisode } from '../support/builders.ts';

interface Told {
  guid?: string;
  title?: string;
  audio?: string | undefined;
  link?: string | undefined;
  /** `none`: the feed gives no date. */
  day?: string;
}
const AUDIO = 'https://cdn.example/12.mp3';
const LINK = 'https://show.example/12';
const BEFORE = { guid: 'g-12', title: 'Gears, at last', audio: AUDIO, link: LINK, day: '2026-07-02' };
/** What a new host makes of all of it, but title and date. */
const MOVED = { ...BEFORE, guid: 'new-12', audio: 'https://other.example/a', link: 'https://other.example/b' };

const recordOf = ({ guid, title, audio, link, day }: Told) =>
  anEpisode({ guid, title, audio, link, publishedAt: day as Day } as Parameters<typeof anEpisode>[0]);
const itemOf = ({ guid = '', title = '', audio, link, day }: Told) =>
  marksOf({ guid, title, audio, link }, day === 'none' ? undefined : (day as Day));
/** Other episodes of the feed, which have nothing in common with those that a case is about. */
const OTHERS = [1, 2, 3, 4, 5].map((n): Told => ({ guid: `o-${n}`, title: `Other ${n}`, day: `2026-06-1${n}` }));

const known = (items: readonly Told[], records: readonly Told[]) => {
  const kept = records.map(recordOf);
  return findKnown(items.map(itemOf), kept).map((record) => (record ? kept.indexOf(record) : undefined));
};

const SAME: [what: string, item: Told][] = [
  ['the same in all', BEFORE],
  ['of another title', { ...BEFORE, title: 'Chains' }],
  ['of another date', { ...BEFORE, day: '2026-07-30' }],
  ['without a date', { ...BEFORE, day: 'none' }],
  ['of another file and title', { ...BEFORE, title: 'Chains', audio: 'https://cdn.example/x.mp3' }],
  ['of another file and date', { ...BEFORE, day: '2026-07-30', audio: 'https://cdn.example/x.mp3' }],
  ['of another guid, title and date', { ...BEFORE, guid: 'new', title: 'Chains', day: '2026-07-30' }],
  [
    'of a new guid and title, behind a counter',
    { ...MOVED, title: 'Chains', audio: `http://pod.example/e/${AUDIO.slice(8)}` },
  ],
  ['known by its link alone', { guid: 'new', title: 'Chains', day: '2026-07-30', link: LINK }],
  ['moved to another host', MOVED],
  ['moved, and written with other marks', { ...MOVED, title: 'GEARS – at last!' }],
  ['moved, and a day later', { ...MOVED, day: '2026-07-03' }],
  ['moved, and a day earlier', { ...MOVED, day: '2026-07-01' }],
  ['moved, and without a date', { ...MOVED, day: 'none' }],
  ['of a new guid, title and stamp', { ...MOVED, title: 'Chains', audio: `${AUDIO}?updated=17` }],
  ['of a new guid, date and stamp', { ...MOVED, day: '2026-07-30', audio: `${AUDIO}?updated=17` }],
  ['of a new guid and title, linked with a stamp', { ...MOVED, title: 'Chains', link: `${LINK}?utm_source=rss` }],
];
for (const [what, item] of SAME) {
  test(`an item ${what} is the episode on record`, () => assert.equal(known([item, ...OTHERS], [BEFORE])[0], 0));
}

test('a guid that is an address stays the same when the site moves to https', () => {
  const [http, https] = ['http', 'https'].map((scheme) => ({
    guid: `${scheme}://show.example/?p=12`,
    title: 'a',
    day: '2026-07-02',
  }));
  assert.deepEqual(known([{ ...https, title: 'b', day: '2026-07-20' }], [http!]), [0]);
});

const NEXT = {
  guid: 'g-13',
  title: 'Brakes',
  audio: 'https://cdn.example/13.mp3',
  link: 'https://show.example/13',
  day: '2026-07-03',
};
const DIFFERENT: [what: string, item: Told][] = [
  ['that differs in all', NEXT],
  ['that only shares the day', { ...NEXT, day: '2026-07-02' }],
  ['of the same title, two days later', { ...NEXT, title: BEFORE.title, day: '2026-07-04' }],
  ['that only shares a guid, which the host uses again', { ...NEXT, guid: 'g-12' }],
  ['that only shares the link to the page of the show', { ...NEXT, link: LINK }],
  ['that only shares the name of its file', { ...NEXT, audio: AUDIO }],
  ['of the same script, which names another file', { ...NEXT, audio: `${AUDIO}?id=13`, day: '2026-07-09' }],
];
for (const [what, item] of DIFFERENT) {
  test(`an item ${what} is another episode`, () => {
    assert.equal(known([item, ...OTHERS], [BEFORE])[0], undefined);
    assert.equal(known([item], [BEFORE])[0], undefined);
  });
}

test('of a feed of few items, a title or a path that stands once does not tell one day from the next', () => {
  assert.deepEqual(known([{ ...MOVED, day: '2026-07-03' }], [BEFORE]), [undefined]);
  assert.deepEqual(known([{ ...MOVED, title: 'Chains', audio: `${AUDIO}?id=13`, day: '2026-07-03' }], [BEFORE]), [
    undefined,
  ]);
});

test('an item is another episode where the record has an item of its own in the feed', () => {
  assert.deepEqual(known([{ ...MOVED, title: 'Chains', audio: AUDIO }, BEFORE], [BEFORE]), [undefined, 0]);
});

test('what several items share tells nothing', () => {
  const [a, b] = ['Chains', 'Tyres'].map((title, index) => ({
    ...NEXT,
    guid: title,
    title,
    link: LINK,
    audio: undefined,
    day: `2026-07-1${index}`,
  }));
  assert.deepEqual(known([a!, b!], [{ ...BEFORE, audio: undefined }]), [undefined, undefined]);
});

test('episodes of one guid are told apart by what else agrees', () => {
  const share = (told: Told) => ({ ...told, guid: 'https://show.example/' });
  const [gears, brakes, chains] = [
    share(BEFORE),
    share(NEXT),
    share({ ...NEXT, title: 'Chains', audio: 'https://cdn.example/14.mp3', day: '2026-07-05' }),
  ];
  assert.deepEqual(known([chains, brakes, gears], [gears, brakes]), [undefined, 1, 0]);
  assert.deepEqual(known([chains, { ...brakes, title: 'Brakes, corrected' }], [gears, brakes]), [undefined, 1]);
});

test('the daily news of one guid and title, of which the feed keeps a week, are found every day', () => {
  const news = (day: number): Told => ({
    guid: 'news',
    title: 'News',
    audio: `https://cdn.example/${day}.mp3`,
    day: `2026-07-${10 + day}`,
  });
  const days = [7, 6, 5, 4, 3, 2, 1];
  assert.deepEqual(known(days.map(news), days.slice(1).map(news)), [undefined, 0, 1, 2, 3, 4, 5]);
  assert.deepEqual(known([8, ...days.slice(0, 6)].map(news), days.map(news)), [undefined, 0, 1, 2, 3, 4, 5]);
});

test('a back catalogue of 5,000 episodes that moves to another host is known, and the new one is found', () => {
  const catalogue = Array.from({ length: 5000 }, (_, n): Told => ({
    ...{ guid: `old-${n}`, title: `Episode ${n}`, audio: `https://cdn.example/${n}.mp3` },
    ...{ link: 'https://show.example/', day: new Date(Date.UTC(2005, 0, n)).toISOString().slice(0, 10) },
  }));
  const moved = catalogue.map((told, n) => ({ ...told, guid: `new-${n}`, audio: `https://other.example/${n * 7}` }));
  const startedAt = performance.now();
  const found = known([{ ...NEXT, audio: 'https://cdn.example/new.mp3' }, ...moved], catalogue);
  assert.ok(performance.now() - startedAt < 2000);
  assert.deepEqual(found, [undefined, ...catalogue.keys()]);
});

test('thousands of items and records of one guid are paired in linear time', () => {
  const many = Array.from({ length: 5000 }, (_, n): Told => ({ guid: 'g', title: `Episode ${n}`, day: '2026-07-02' }));
  const startedAt = performance.now();
  assert.deepEqual(known(many, many), [...many.keys()]);
  assert.ok(performance.now() - startedAt < 2000);
});
