import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { decodeXML } from 'entities';
import type { Report } from '../../scripts/report.ts';
import { readCorpusFeeds, type CorpusFeed } from '../support/corpus-feeds.ts';
import { startServer } from '../support/loopback-server.ts';
import type { FeedMeasure } from '../support/measure-feeds.ts';
import { readTree } from '../support/read-tree.ts';
import { runCommand } from '../support/run-command.ts';

/** Real and deliberately broken feeds, where they are at hand. Two of the 115 are no feeds at all. */
const corpus = process.env['CORPUS_DIR'] ?? '';
const skip = corpus === '' ? 'CORPUS_DIR is not set' : false;
/** Whose items are counted otherwise than by reading the feed, and why. */
const FEWER = new Map([
  ['samplefeed_oneepisodecontent.xml', 'it is cut off, and its last item has neither guid, title nor file'],
  ['feed-rss-testUnsupportedElements.xml', 'its second item is within an unknown element, which no reader looks into'],
  ['incomplete-fields.atom', 'its only entry has neither id, title, link nor file: nothing to know it by'],
]);
// Bars for what is right; these are for what has gone badly wrong. A loaded machine is slow.
const [GROSS_MS, GROSS_MEGABYTES] = [10_000, 2500];

let dir: string;
before(async () => void (dir = await mkdtemp(join(tmpdir(), 'winnow-'))));
after(() => rm(dir, { recursive: true }));

async function measure(...only: string[]): Promise<{ measures: FeedMeasure[]; megabytes: number }> {
  const script = join(import.meta.dirname, '../support/measure-feeds.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, corpus, ...only], { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout);
}

test(
  'of the feeds that hosts really publish, at least 113 of 115 are read, with all their items',
  { skip },
  async (t) => {
    const { measures, megabytes } = await measure();
    const feeds = measures.filter(({ file }) => !file.includes('!'));
    const refused = feeds.filter(({ error }) => error !== undefined);
    t.diagnostic(
      `${feeds.length - refused.length} of ${feeds.length} read, and ${measures.length - feeds.length} snapshots`,
    );
    for (const { file, error } of refused) t.diagnostic(`refused: ${file}: ${error}`);
    assert.ok(feeds.length - refused.length >= 113);
    for (const { error } of refused) assert.match(error ?? '', /^ItemError: /);

    const read = measures.filter(({ error, expected }) => error === undefined && expected !== undefined);
    const others = read.filter(({ items, expected }) => items !== expected);
    t.diagnostic(`${read.length - others.length} of ${read.length} with the number of items that was counted in them`);
    for (const { file, items, expected } of others) {
      const reason = FEWER.get(file.split('/').at(-1) ?? '');
      t.diagnostic(`${file}: ${items} of ${expected} items: ${reason}`);
      assert.ok(reason !== undefined && (items ?? 0) < (expected ?? 0), `${file}: ${items} items, not ${expected}`);
    }

    const [slowest] = measures.toSorted((a, b) => b.ms - a.ms);
    t.diagnostic(`the slowest: ${slowest?.file} in ${slowest?.ms.toFixed(0)} ms (bar: 2000)`);
    t.diagnostic(`one process that reads all of them: ${megabytes.toFixed(0)} MB at most (bar: 500)`);
    assert.ok((slowest?.ms ?? 0) < GROSS_MS && megabytes < GROSS_MEGABYTES);
  },
);

test('the largest feeds take little time and memory, each in a process of its own', { skip }, async (t) => {
  const { feeds } = readCorpusFeeds(corpus);
  for (const { file, body } of feeds.toSorted((a, b) => b.body.length - a.body.length).slice(0, 3)) {
    const { measures, megabytes } = await measure(file);
    const ms = measures[0]?.ms ?? Infinity;
    const size = (body.length / 2 ** 20).toFixed(1);
    t.diagnostic(`${file} (${size} MB): ${ms.toFixed(0)} ms, ${megabytes.toFixed(0)} MB`);
    assert.ok(ms < GROSS_MS && megabytes < GROSS_MEGABYTES);
  }
});

test('followed as 115 shows, each has its line in the report, and the run ends well', { skip }, async (t) => {
  const { feeds } = readCorpusFeeds(corpus);
  const server = await startServer((request, response) => {
    response.end(feeds[Number(/\d+/.exec(request.url ?? '')?.[0])]?.body);
  });
  const shows = feeds.map((_, n) => ({ id: `show-${n}`, title: `Show ${n}`, feed: `${server.origin}/${n}` }));
  await writeFile(join(dir, 'shows.yaml'), shows.map((show) => `- ${JSON.stringify(show)}\n`).join(''));
  const report = await daily({ content: join(dir, 'all'), now: '2026-07-10T00:00:00Z', more: ['--dry-run'] });
  await server.close();
  assert.equal(report.shows.length, feeds.length);
  const failed = report.shows.filter(({ status }) => status === 'failed');
  t.diagnostic(`${report.shows.length} shows, ${failed.length} failed, each with its line`);
  assert.ok(failed.length <= 2 && failed.every(({ error }) => error));
});

/** In the order of their dates; the new host's are other episodes under other guids. */
const snapshotsOf = (all: readonly CorpusFeed[]) =>
  all
    .map((feed) => ({ ...feed, date: /feed-(\d{4}-\d\d-\d\d\w?)\.xml$/.exec(feed.file)?.[1] ?? '' }))
    .filter(({ file }) => file.includes('critrolesync'))
    .toSorted((a, b) => a.date.localeCompare(b.date));

/** What the snapshots hold, read by other means than ours: the titles of their items, which this show never uses twice. */
const titlesOf = (body: Uint8Array): string[] =>
  Buffer.from(body)
    .toString()
    .split(/<item[ >]/)
    .slice(1)
    .map((item) => decodeXML(/<title>(?:<!\[CDATA\[)?([^]*?)(?:\]\]>)?<\/title>/.exec(item)?.[1]?.trim() ?? ''));

const CHANGES: [name: string, change: (text: string, host: string) => string][] = [
  ['as they are', (text) => text],
  ['with a guid of each host for every item', (text, host) => text.replace(/<guid[^>]*>/g, (tag) => `${tag}${host}-`)],
  [
    'with guids, and stamps on every file, of each day',
    (text, _host, day = text.length) =>
      text
        .replace(/<guid[^>]*>/g, (tag) => `${tag}${day}-`)
        .replace(/(<enclosure[^>]*?url=")([^"]*?)(\?[^"]*)?"/g, `$1$2?stamp=${day}"`),
  ],
];
for (const [name, change] of CHANGES) {
  test(
    `over the snapshots of a show that moves, ${name}, no episode is recorded twice and none is missed`,
    { skip },
    async (t) => {
      const snapshots = snapshotsOf(readCorpusFeeds(corpus).snapshots);
      assert.equal(snapshots.length, 10);
      let body = '';
      const server = await startServer((_, response) => response.end(body));
      t.after(() => server.close());
      const folder = join(dir, `snapshots-${CHANGES.findIndex(([other]) => other === name)}`);
      await writeFile(join(dir, 'shows.yaml'), `- { id: moving, title: Moving, feed: "${server.origin}/feed.xml" }\n`);
      const seen = new Set<string>();
      for (const { body: bytes, date, file } of snapshots) {
        const text = Buffer.from(bytes).toString();
        body = change(text, /<generator>(\w*)/.exec(text)?.[1] ?? file.split('/').at(-2) ?? '');
        const fresh = titlesOf(bytes).filter((title) => !seen.has(title));
        for (const title of fresh) seen.add(title);
        const now = `${date.slice(0, 10)}T23:00:00Z`;
        const report = await daily({ content: folder, now, more: ['--since', '2010-01-01', '--limit', '1'] });
        t.diagnostic(`${date}: ${report.shows[0]?.newEpisodes} new, ${fresh.length} titles not seen before`);
        assert.equal(report.shows[0]?.newEpisodes, fresh.length, date);
      }
      const records = Object.keys(await readTree(join(folder, 'episodes'))).length;
      t.diagnostic(`${records} records, ${seen.size} titles`);
      assert.equal(records, seen.size);
    },
  );
}

async function daily({ content, now, more }: { content: string; now: string; more: string[] }): Promise<Report> {
  const files = ['--shows', join(dir, 'shows.yaml'), '--content', content, '--report', join(dir, 'report.json')];
  const { code, stderr } = await runCommand(
    'daily',
    [...files, '--now', now, '--engine', 'embedded', '--allow-private-hosts', ...more],
    { CACHE_DIR: join(dir, `cache-${content.split('/').at(-1)}`) },
  );
  assert.equal(code, 0, stderr);
  return JSON.parse(await readFile(join(dir, 'report.json'), 'utf8'));
}
