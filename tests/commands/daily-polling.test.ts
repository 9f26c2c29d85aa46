import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Report } from '../../scripts/report.ts';
import { startServer, type LoopbackServer, type Route } from '../support/loopback-server.ts';
import { readTree } from '../support/read-tree.ts';
import { runCommand } from '../support/run-command.ts';

let dir: string;
let server: LoopbackServer;
const feed = (channel = '') =>
  `<rss version="2.0"><channel><title>Tides</title>${channel}<item><guid>one</guid><title>Spring tide</title>` +
  '<pubDate>Wed, 01 Jul 2026 06:00:00 GMT</pubDate></item></channel></rss>';
const routes: Record<string, Route> = {
  '/fresh': { headers: { 'cache-control': 'max-age=7200' }, body: feed() },
  '/ttl': feed('<ttl>120</ttl>'),
  '/plain': { headers: { etag: '"1"' }, body: feed() },
  '/moved': { status: 301, headers: { location: '/plain' } },
  '/gone': { status: 410 },
  '/limited': { status: 429, headers: { 'retry-after': '7200' } },
};
const SHOWS = Object.keys(routes).map((path) => path.slice(1));

before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'winnow-polling-'));
  server = await startServer(routes);
  const lines = SHOWS.map((id) => `- { id: ${id}, title: ${id}, feed: '${server.origin}/${id}' }\n`);
  await writeFile(join(dir, 'shows.yaml'), lines.join(''));
});
after(async () => {
  await server.close();
  await rm(dir, { recursive: true });
});

async function daily(now: string, content = 'content') {
  const before = server.requests.length;
  const args = [
    '--shows',
    join(dir, 'shows.yaml'),
    '--content',
    join(dir, content),
    '--now',
    now,
    '--allow-private-hosts',
  ];
  const env = { CACHE_DIR: join(dir, 'cache'), WINNOW_CONTACT: 'https://example.org/winnow' };
  const outcome = await runCommand('daily', [...args, '--report', join(dir, 'report.json')], env);
  const report = JSON.parse(await readFile(join(dir, 'report.json'), 'utf8')) as Report;
  const asked = server.requests.slice(before).map(({ url }) => url.slice(1));
  return {
    ...outcome,
    report,
    asked,
    statuses: Object.fromEntries(report.shows.map(({ id, status }) => [id, status])),
  };
}

test('over runs, every show is polled as its host would have it, and the report says so', async () => {
  const first = await daily('2026-07-02T06:00:00Z');
  assert.equal(first.code, 0, first.stderr);
  assert.deepEqual(first.asked.toSorted(), [...SHOWS, 'plain'].toSorted());
  assert.deepEqual(first.statuses, {
    fresh: 'ok',
    ttl: 'ok',
    plain: 'ok',
    moved: 'ok',
    gone: 'gone',
    limited: 'failed',
  });
  assert.match(
    first.stdout,
    /show moved: its feed has moved for good to http:\S+\/plain; put this address in the list of shows/,
  );
  assert.match(first.stdout, /show gone: \S+: HTTP status 410: gone for good; take it out of shows.yaml/);
  assert.equal(first.report.shows.find(({ id }) => id === 'moved')?.movedTo, `${server.origin}/plain`);

  const second = await daily('2026-07-02T07:59:00Z');
  assert.deepEqual(second.asked.toSorted(), ['plain', 'plain']);
  assert.deepEqual(second.statuses, {
    ...{ fresh: 'skipped', ttl: 'skipped', plain: 'ok', moved: 'ok', gone: 'gone', limited: 'skipped' },
  });
  assert.match(second.stdout, /show limited: .* wants to be left alone until 2026-07-02 08:00 UTC/);
  assert.doesNotMatch(second.stdout, /show fresh/);

  const third = await daily('2026-07-02T08:00:00Z');
  assert.deepEqual(third.asked.toSorted(), ['fresh', 'limited', 'plain', 'plain', 'ttl']);
  assert.deepEqual([third.statuses['fresh'], third.statuses['limited']], ['ok', 'failed']);
  assert.ok(
    server.requests.every(({ headers }) =>
      /^Winnow\/\d+\.\d+\.\d+ \(\+https:\/\/example\.org\/winnow\)$/.test(headers['user-agent'] ?? ''),
    ),
  );
});

test('what is decided comes from the content folder alone: an emptied one is filled from the stored feed of a show that is skipped', async () => {
  const { asked, report } = await daily('2026-07-02T08:01:00Z', 'emptied');
  assert.ok(!asked.includes('fresh'));
  assert.deepEqual(
    report.shows.filter(({ status }) => status === 'skipped').map(({ id, newEpisodes }) => [id, newEpisodes]),
    [
      ['fresh', 1],
      ['ttl', 1],
      ['limited', 0],
    ],
  );
  assert.ok(Object.keys(await readTree(join(dir, 'emptied'))).some((path) => path.includes('episodes/fresh/')));
});
