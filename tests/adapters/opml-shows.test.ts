import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOpmlShows } from '../../scripts/adapters/opml-shows.ts';

const opml = (body: string, version = '2.0') =>
  `<?xml version="1.0"?>\n<opml version="${version}"><head><title>Mine</title></head>\n<body>\n${body}\n</body></opml>`;
const outline = (text: string, url: string) => `<outline type="rss" text="${text}" xmlUrl="${url}"/>`;

test('Feeds are found in every folder, each once, in OPML 1 and 2', () => {
  const body = `<outline text="News">${outline('Tide &amp; Time', 'https://a.example/1?x=1&amp;y=2')}
    <outline text="Deeper">${outline('Low Water', 'https://a.example/2')}</outline></outline>
    ${outline('Low Water again', 'https://a.example/2')}`;
  for (const version of ['1.0', '2.0']) {
    const shows = readOpmlShows(opml(body, version), 'my.opml');
    assert.deepEqual(
      shows.map(({ id, title, feed }) => [id, title, feed]),
      [
        ['tide-time', 'Tide & Time', 'https://a.example/1?x=1&y=2'],
        ['low-water', 'Low Water', 'https://a.example/2'],
      ],
    );
  }
});

test('Ids are unique, and do not depend on the order where nothing but the address can tell shows apart', () => {
  const feeds = [outline('内卷', 'https://a.example/1'), outline('价格战', 'https://a.example/2')];
  const ids = readOpmlShows(opml(feeds.join('')), 'my.opml').map(({ id }) => id);
  assert.deepEqual(
    readOpmlShows(opml(feeds.reverse().join('')), 'my.opml').map(({ id }) => id),
    ids.reverse(),
  );
  for (const id of ids) assert.match(id, /^show-[0-9a-f]{4}$/);
  const [first, second] = readOpmlShows(
    opml(outline('Same', 'https://a.example/1') + outline('Same', 'https://a.example/2')),
    'my.opml',
  );
  assert.equal(first?.id, 'same');
  assert.match(second?.id ?? '', /^same-[0-9a-f]{4}$/);
});

test('An address that is none is told with its line', () => {
  const body = `${outline('Fine', 'https://a.example/1')}\n${outline('Odd', 'itpc://a.example/2')}`;
  assert.throws(() => readOpmlShows(opml(body), 'my.opml'), {
    message: 'my.opml:5: Odd: a feed is an http or https address; mend its xmlUrl',
  });
});

test('OPML without feeds, and XML that is no OPML, say what is missing', () => {
  assert.throws(() => readOpmlShows(opml('<outline text="Folder"/>'), 'my.opml'), /my\.opml:1: no feed in this OPML/);
  assert.throws(
    () => readOpmlShows('<rss version="2.0"/>', 'my.opml'),
    /my\.opml:1: looks like OPML, but cannot be read/,
  );
});
