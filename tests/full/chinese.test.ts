import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Episode } from '#domain/episode.ts';
import { startServer } from '../support/loopback-server.ts';
import { readTree } from '../support/read-tree.ts';
import { runCommand } from '../support/run-command.ts';

/** Real talks in Chinese, where they are at hand: the embedded engine reads English, and has to say so of each. */
const corpus = process.env.CORPUS_DIR;
const skip = corpus === undefined ? 'CORPUS_DIR is not set' : false;

test('talks in Chinese are recorded as without insight, with the language as the reason', { skip }, async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'winnow-chinese-'));
  t.after(() => rm(dir, { recursive: true }));
  const folder = join(corpus!, 'chinese');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md'));
  const routes: Record<string, string> = {};
  const server = await startServer((request, response) => {
    const route = routes[request.url ?? ''];
    response.writeHead(route === undefined ? 404 : 200, {
      'content-type': request.url === '/feed' ? 'application/rss+xml' : 'text/plain; charset=utf-8',
    });
    response.end(route);
  });
  t.after(() => server.close());
  for (const [number, name] of names.entries())
    routes[`/${number}.txt`] = talkOf(await readFile(join(folder, name), 'utf8'));
  const items = names.map(
    (_, number) =>
      `<item><guid>${number}</guid><title>Talk ${number}</title><pubDate>Wed, 0${(number % 9) + 1} Jul 2026 08:00:00 GMT</pubDate>` +
      `<podcast:transcript url="${server.origin}/${number}.txt" type="text/plain"/></item>`,
  );
  routes['/feed'] =
    `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Talks</title>${items.join('')}</channel></rss>`;
  await writeFile(join(dir, 'shows.yaml'), `- { id: talks, title: Talks, feed: '${server.origin}/feed' }\n`);
  const { code, stderr } = await runCommand(
    'daily',
    [
      ...['--shows', join(dir, 'shows.yaml'), '--content', join(dir, 'content'), '--engine', 'embedded'],
      ...['--since', '2026-01-01', '--now', '2026-08-20T00:00:00Z', '--allow-private-hosts'],
    ],
    { CACHE_DIR: join(dir, 'cache') },
  );
  assert.equal(code, 0, stderr);
  const records = Object.values(await readTree(join(dir, 'content/episodes'))).map((text) =>
    Episode.parse(JSON.parse(text)),
  );
  t.diagnostic(
    `${records.length} talks: ${[...new Set(records.map(({ status, reason }) => `${status} (${reason})`))].join(', ')}`,
  );
  assert.equal(records.length, names.length);
  assert.ok(names.length >= 13, 'the folder is as it was');
  const unread = records.filter(({ status }) => status === 'no-insight');
  for (const { reason } of unread) assert.match(reason ?? '', /another language/);
  // Two of the transcripts are of one talk, and the later says so.
  const repeated = records.filter(({ status }) => status === 'duplicate');
  assert.equal(unread.length + repeated.length, records.length);
  for (const { duplicateOf } of repeated) assert.ok(unread.some(({ id }) => id === duplicateOf));
  assert.equal(repeated.length, 1);
});

/** What was said: without the head of the file. */
const talkOf = (file: string): string =>
  file.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/^[\s\S]*?## Transcript\n/, '');
