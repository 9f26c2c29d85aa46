import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createCachingFetcher } from '../../scripts/adapters/caching-fetcher.ts';
import { createFileCache } from '../../scripts/adapters/file-cache.ts';
import { createHttpFetcher } from '../../scripts/adapters/http-fetcher.ts';
import { loadShows } from '../../scripts/adapters/shows-file.ts';
import { SettingsError } from '../../scripts/errors.ts';
import { startServer } from '../support/loopback-server.ts';

let dir: string;
before(async () => void (dir = await mkdtemp(join(tmpdir(), 'winnow-shows-'))));
after(() => rm(dir, { recursive: true, force: true }));
const fetcher = () =>
  createCachingFetcher(createHttpFetcher({ allowPrivateHosts: true, version: '0' }), createFileCache(dir));

async function load(text: string) {
  const file = join(dir, 'shows.yaml');
  await writeFile(file, text);
  return loadShows(file, fetcher()).catch((error: unknown) => {
    assert.ok(error instanceof SettingsError);
    return error.message.replaceAll(`${dir}/`, '');
  });
}
const GOOD = '- id: lights\n  title: Harbour Lights\n  feed: https://lights.example/feed.xml\n';

test('A list of shows is read, with what is optional filled in', async () => {
  assert.deepEqual(await load(`# the beat\n${GOOD}`), [
    { id: 'lights', title: 'Harbour Lights', feed: 'https://lights.example/feed.xml', excerpts: true },
  ]);
});

const WRONG: [name: string, text: string, expected: RegExp][] = [
  ['a field that is missing', GOOD.replace(/ {2}title.*\n/, ''), /^shows\.yaml:1: 0\.title: is missing; add it$/],
  ['a field that nobody knows', `${GOOD}  exerpts: false\n`, /^shows\.yaml:4: 0\.exerpts: no such field/],
  [
    'an id with capitals',
    GOOD.replace('id: lights', 'id: Lights'),
    /^shows\.yaml:1: 0\.id: a show id is lower-case letters/,
  ],
  ['an id that stands twice', GOOD + GOOD, /^shows\.yaml:4: 1\.id: the id "lights" stands twice/],
  [
    'an address that is none',
    GOOD.replace('https:', 'ftp:'),
    /^shows\.yaml:3: 0\.feed: a feed is an http or https address/,
  ],
  [
    'two things at once',
    `- id: A\n  title: ''\n  feed: https://a.example\n`,
    /^shows\.yaml:1: 0\.id: .*\nshows\.yaml:2: 0\.title: /,
  ],
  ['text that is not YAML', `${GOOD}- id: "open\n`, /^shows\.yaml:\d: not YAML: /],
  ['a mapping', 'shows:\n  - id: a\n', /^shows\.yaml:1: shows are a list; write each show as "- \{ id:/],
  ['an empty list', '[]\n', /^shows\.yaml:1: the list of shows is empty; add one/],
  ['an empty file', '', /^shows\.yaml:1: the list of shows is empty; add one/],
  ['comments alone', '# later\n\n', /^shows\.yaml:1: the list of shows is empty; add one/],
  ['a web page', '<!doctype html><p>', /^shows\.yaml:1: this is a web page, not a list of shows/],
  ['OPML that is cut', '<opml version="2.0"><body><outline', /^shows\.yaml:1: /],
];
for (const [name, text, expected] of WRONG) {
  test(`Of ${name} the message tells line, field and fix`, async () => {
    const message = await load(text);
    assert.ok(typeof message === 'string');
    assert.match(message, expected);
  });
}

test('Shows that are commented out, however many, are no part of any other', async () => {
  const paused = Array.from({ length: 60 }, (_, n) => `# - id: paused-${n}\n#   title: '[a] - [b] - {c}'\n\n`);
  const shows = await load(GOOD + paused.join('') + GOOD.replace('id: lights', 'id: other'));
  assert.ok(typeof shows !== 'string', String(shows));
  assert.deepEqual(
    shows.map(({ id }) => id),
    ['lights', 'other'],
  );
});

for (const [name, text] of [
  ['of more lines than five thousand shows have', '# x\n'.repeat(20_001) + GOOD],
  ['with a line that never ends', `${GOOD}  language: ${'x'.repeat(5000)}\n`],
  ['nested in one line', `${'- '.repeat(50)}x\n`],
  ['nested in many lines', Array.from({ length: 200 }, (_, n) => `${' '.repeat(n)}a:\n`).join('')],
] as const)
  test(`A list ${name} is refused, with the line`, async () =>
    assert.match(String(await load(text)), /^shows\.yaml:\d+: this is too large for a list of shows; write each as/));

test('A file that does not exist, or is a folder, is named', async () => {
  const missing = join(dir, 'nowhere.yaml');
  await assert.rejects(
    loadShows(missing, fetcher()),
    new SettingsError(`${missing}: there is no such file; make it, or name another one with --shows`),
  );
  await assert.rejects(loadShows(dir, fetcher()), /this is a folder; name the file in it/);
});

test('A list is fetched from an address, in YAML or OPML, and an address that fails is a bad setting', async () => {
  const opml =
    '<opml version="2.0"><body><outline text="Harbour Lights" xmlUrl="https://lights.example/feed.xml"/></body></opml>';
  const { origin, close } = await startServer({
    '/shows.yaml': GOOD,
    '/shows.opml': opml,
    '/empty.yaml': '',
    '/page': '<!doctype html>',
    '/empty.opml': '<opml version="2.0"><body/></opml>',
  });
  const [yaml, fromOpml] = [
    await loadShows(`${origin}/shows.yaml`, fetcher()),
    await loadShows(`${origin}/shows.opml`, fetcher()),
  ];
  assert.equal(yaml[0]?.id, 'lights');
  assert.equal(fromOpml[0]?.id, 'harbour-lights');
  const failure = loadShows(`${origin}/other.yaml`, fetcher());
  await assert.rejects(
    failure,
    (error: Error) => error instanceof SettingsError && error.message.includes(`${origin}/other.yaml: HTTP status 404`),
  );
  for (const path of ['/empty.yaml', '/page', '/empty.opml', '/other.yaml']) {
    await assert.rejects(loadShows(origin + path, fetcher()), (error: Error) => error.message.includes(origin + path));
  }
  await close();
});
