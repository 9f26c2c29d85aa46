import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createRssFeedReader } from '../../scripts/adapters/rss-feed-reader.ts';
import { ItemError } from '../../scripts/errors.ts';
import type { Fetched, Fetcher } from '../../scripts/ports.ts';
import { Show } from '../../src/domain/show.ts';

const FEED = 'https://lights.example/feed.xml';
const show = Show.parse({ id: 'lights', title: 'Harbour Lights', feed: FEED });
const FIXTURES = join(import.meta.dirname, '../fixtures/feeds');

function createSpyFetcher(
  body: Uint8Array,
  contentType?: string,
  answer: Partial<Fetched> = {},
): Fetcher & { forgotten: string[]; kept: [string, number][] } {
  const forgotten: string[] = [];
  const kept: [string, number][] = [];
  return {
    forgotten,
    kept,
    fetch: async (url) => ({ url, asked: true, unchanged: false, body, contentType, ...answer }),
    keepFresh: async (url, ms) => void kept.push([url, ms]),
    forget: async (url) => void forgotten.push(url),
  };
}
const readText = (text: string, contentType?: string) =>
  createRssFeedReader(createSpyFetcher(Buffer.from(text), contentType)).read(show);
const readFixture = async (name: string) => readText(await readFile(join(FIXTURES, name), 'utf8'));

test('Every podcast tag of a good feed comes through, links absolute, text plain', async () => {
  const { status, items } = await readFixture('podcast-namespace.xml');
  assert.equal(status, 'ok');
  assert.deepEqual(items, [
    {
      guid: 'lights-002',
      title: 'Why ports queue & wait',
      description: 'Cranes & queues.\nWith two guests.',
      link: 'https://lights.example/episodes/2',
      audio: 'https://cdn.example/2.mp3',
      publishedAt: new Date('2026-07-02T06:00:00Z'),
      durationMs: 3_723_000,
      people: [{ name: 'Ilse Brandt', role: 'guest' }],
      chapters: 'https://cdn.example/2-chapters.json',
      chapterList: undefined,
      transcripts: [
        { url: 'https://lights.example/transcripts/2.vtt', type: 'text/vtt', language: 'en' },
        { url: 'https://cdn.example/2.json', type: 'application/json', language: undefined },
      ],
      language: 'en-US',
    },
    {
      guid: 'https://lights.example/episodes/1',
      title: 'Only a title for Apple',
      description: 'Longer notes.',
      link: 'https://lights.example/episodes/1',
      audio: undefined,
      publishedAt: new Date('2026-06-25T10:00:00Z'),
      durationMs: 3_723_000,
      people: [
        { name: 'Mara Quill', role: 'host' },
        { name: 'Jo Fenn', role: 'host' },
      ],
      chapters: undefined,
      chapterList: undefined,
      transcripts: [],
      language: 'en-US',
    },
  ]);
});

test('Chapters that the notes list past the end of the description are kept', async () => {
  const listing = '0:00 Intro\n12:30 Chains\n40:00 Oil baths';
  const feedOf = (notes: string) =>
    `<rss version="2.0"><channel><title>t</title><item><guid>1</guid><title>Gears</title><description>${notes}</description></item></channel></rss>`;
  const long = await readText(
    feedOf(`${'We talk about gears. '.repeat(150)}&lt;br&gt;${listing.replaceAll('\n', '&lt;br&gt;')}`),
  );
  assert.deepEqual(
    long.items[0]?.chapterList?.map(({ title }) => title),
    ['Intro', 'Chains', 'Oil baths'],
  );
  assert.ok((long.items[0]?.description?.length ?? 0) <= 2000);
  const short = await readText(feedOf(listing));
  assert.equal(short.items[0]?.chapterList, undefined);
});

test('Both parsers give the same items', async () => {
  const text = await readFile(join(FIXTURES, 'podcast-namespace.xml'), 'utf8');
  const rescued = text.replace('<title>Harbour Lights</title>', '<title>Harbour & Lights</title>');
  assert.deepEqual((await readText(rescued)).items, (await readText(text)).items);
});

test('Podcast tags are found behind any prefix of their namespace', async () => {
  const { items } = await readFixture('renamed-prefix.xml');
  assert.equal(items[0]?.transcripts[0]?.url, 'https://cdn.example/3.srt');
});

test('An address or a guid that is longer than any is none, so that no record grows by megabytes', async () => {
  const long = `https://s.example/${'x'.repeat(8000)}`;
  const item = `<guid>${long}</guid><title>Gears</title><link>${long}</link><enclosure url="${long}" type="audio/mpeg"/>`;
  const { items } = await readText(`<rss version="2.0"><channel><item>${item}</item></channel></rss>`);
  assert.deepEqual([items[0]?.guid, items[0]?.link, items[0]?.audio], ['Gears', undefined, undefined]);
});

test('Without a guid the enclosure stands in, else the link, else title and date; an item with nothing is left out', async () => {
  const { items } = await readFixture('no-guid.xml');
  assert.deepEqual(
    items.map(({ guid }) => guid),
    [
      'https://nameless.example/a.mp3',
      'https://nameless.example/b',
      'Has a date 2026-07-02T06:00:00.000Z',
      'Has nothing else',
    ],
  );
});

test('Atom and JSON feeds say the same in their own words', async () => {
  const expected = {
    description: 'Was eine Kilowattstunde kostet.',
    link: 'https://nacht.example/7',
    audio: 'https://nacht.example/7.mp3',
    publishedAt: new Date('2026-07-02T06:00:00Z'),
    language: 'de',
  };
  const [[atom], [json]] = [(await readFixture('atom.xml')).items, (await readFixture('feed.json')).items];
  assert.deepEqual({ ...atom, ...expected, title: 'Folge 7: Strom & Preis', guid: 'urn:example:nachtschicht:7' }, atom);
  assert.deepEqual({ ...json, ...expected, title: 'Folge 7', guid: '7', durationMs: 3_723_000 }, json);
});

for (const name of ['bare-ampersand.xml', 'text-before.xml', 'valueless-attribute.xml']) {
  test(`${name} is read though it is not well-formed`, async () => {
    const [item, ...others] = (await readFixture(name)).items;
    assert.match(item?.title ?? '', /^Supply (?:&|and) demand$/);
    assert.deepEqual([item?.guid, item?.audio, item?.transcripts.length], ['s-1', 'https://s.example/1.mp3', 1]);
    assert.equal(others.length, 0);
  });
}

test('Of a feed that was cut short, the whole items are read and the cut one is not', async () => {
  const { items } = await readFixture('cut-short.xml');
  assert.deepEqual(
    items.map(({ guid }) => guid),
    ['s-2'],
  );
});

test('A feed without items is no error', async () => {
  const { status, items } = await readFixture('no-items.xml');
  assert.deepEqual([status, items], ['ok', []]);
});

test('A 304 gives the items of the stored body and says so', async () => {
  const body = await readFile(join(FIXTURES, 'no-guid.xml'));
  const { status, items } = await createRssFeedReader(createSpyFetcher(body, undefined, { unchanged: true })).read(
    show,
  );
  assert.deepEqual([status, items.length], ['unchanged', 4]);
});

test('A feed whose host was not asked is read from the stored body, with the reason and where it has moved', async () => {
  const body = await readFile(join(FIXTURES, 'no-guid.xml'));
  const answer = { asked: false, unchanged: true, held: 'its host failed', movedTo: 'https://lights.example/new.xml' };
  const { items, ...reading } = await createRssFeedReader(createSpyFetcher(body, undefined, answer)).read(show);
  assert.deepEqual(reading, { status: 'skipped', held: answer.held, movedTo: answer.movedTo });
  assert.equal(items.length, 4);
});

test('The ttl of a feed is how long it is taken for fresh', async () => {
  const fetcher = createSpyFetcher(Buffer.from('<rss><channel><title>t</title><ttl>90</ttl></channel></rss>'));
  await createRssFeedReader(fetcher).read(show);
  assert.deepEqual(fetcher.kept, [[FEED, 90 * 60_000]]);
});

const REFUSED: [name: string, text: string, expected: RegExp][] = [
  ['An empty answer', ' \n', /the answer is empty; look for the RSS link on the show's page/],
  ['Text', 'Service paused', /gives text, not a feed \("Service paused"\); look for the RSS link/],
  ['JSON that is no feed', '{"error":"no such show"}', /gives JSON that is not a JSON Feed .*no such show/],
  ['XML that is no feed', '<?xml version="1.0"?><podcast><name>x</name></podcast>', /gives XML that is not a feed/],
  ['Half a page', '<div><html><p>Sign in</div>', /gives a web page, not a feed/],
];
for (const [name, text, expected] of REFUSED) {
  test(`${name} is refused in words that say what came`, () => assert.rejects(readText(text), expected));
}

const REFUSED_FIXTURES: [name: string, expected: RegExp][] = [
  ['web-page.html', /the address gives a web page, not a feed; look for the RSS link on the show's page/],
  ['broken.xml', /broken XML, and nothing can be read from it/],
  ['entity-bomb.xml', /declares entities of its own/],
];
for (const [name, expected] of REFUSED_FIXTURES) {
  test(`${name} is refused, and its stored body forgotten`, async () => {
    const fetcher = createSpyFetcher(await readFile(join(FIXTURES, name)));
    const error = await createRssFeedReader(fetcher)
      .read(show)
      .catch((reason: unknown) => reason);
    assert.ok(error instanceof ItemError);
    assert.match(error.message, expected);
    assert.ok(error.message.startsWith(`${FEED}: `));
    assert.deepEqual(fetcher.forgotten, [FEED]);
  });
}

test('A feed whose address holds a login is asked for, and forgotten, by the whole of it', async () => {
  const feed = 'https://me:secret@lights.example/feed.xml';
  const fetcher = createSpyFetcher(Buffer.from('Service paused'));
  await assert.rejects(createRssFeedReader(fetcher).read({ ...show, feed }), /: the address gives text/);
  assert.deepEqual(fetcher.forgotten, [feed]);
});

test('What the fetcher says of a feed that is gone comes through as it is', async () => {
  const gone = new ItemError(`${FEED}: gone for good`, { gone: true });
  const fetcher: Fetcher = { ...createSpyFetcher(new Uint8Array()), fetch: () => Promise.reject(gone) };
  const error = await createRssFeedReader(fetcher)
    .read(show)
    .catch((reason: unknown) => reason);
  assert.equal(error, gone);
});

test('Hostile text of a megabyte is read in linear time', async () => {
  const hostile = '<'.repeat(1_000_000);
  const startedAt = performance.now();
  for (const tag of ['description', 'content:encoded', 'title', 'pubDate', 'itunes:duration']) {
    await readText(
      `<rss version="2.0"><channel><item><guid>1</guid><${tag}><![CDATA[${hostile}]]></${tag}></item></channel></rss>`,
    );
  }
  assert.ok(performance.now() - startedAt < 5000);
});
