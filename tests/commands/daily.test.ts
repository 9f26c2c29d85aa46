import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { wordsOf } from '#domain/words.ts';
import { checksumOf } from '#domain/insight.ts';
import { InsightId } from '#domain/ids.ts';
import { insightPath, readInsightFile, writeInsightFile } from '#markdown/insight-file.ts';
import type { Report } from '../../scripts/report.ts';
import { serveSamples } from '../../scripts/samples/serve-samples.ts';
import { startServer } from '../support/loopback-server.ts';
import { readTree } from '../support/read-tree.ts';
import { runCommand } from '../support/run-command.ts';

let dir: string;
let samples: Awaited<ReturnType<typeof serveSamples>>;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'winnow-'));
  samples = await serveSamples();
});
after(async () => {
  await samples.close();
  await rm(dir, { recursive: true });
});

const daily = (content: string, shows: string, ...more: string[]) =>
  runCommand(
    'daily',
    [
      '--shows',
      shows,
      '--content',
      content,
      '--since',
      '2026-06-01',
      '--now',
      '2026-08-01T06:00:00Z',
      '--allow-private-hosts',
      '--report',
      join(dir, 'report.json'),
      ...more,
    ],
    { CACHE_DIR: join(dir, 'cache') },
  );
const readReport = async (): Promise<Report> => JSON.parse(await readFile(join(dir, 'report.json'), 'utf8'));

test('the sample shows are read, published and put in a digest; a second run changes nothing, and an emptied folder fills again', async () => {
  const content = join(dir, 'content');
  const first = await daily(content, `${samples.origin}/shows.yaml`);
  assert.equal(first.code, 0, first.stderr);
  const report = await readReport();
  assert.deepEqual(
    report.shows.map(({ status, newEpisodes }) => [status, newEpisodes]),
    [
      ['ok', 3],
      ['ok', 3],
    ],
  );
  assert.deepEqual(report.episodes.map(({ status }) => status).toSorted(), [
    'published',
    'published',
    'published',
    'published',
    'published',
    'waiting',
  ]);
  assert.equal(report.digest, '2026-08-01');
  const published = await readTree(content);
  const chapters = Object.entries(published).find(([path]) => path.includes('choked-or-trained'))?.[1] ?? '{}';
  assert.equal(JSON.parse(chapters).chapterList?.[1]?.title, 'Four rounds of rules, in order');

  const second = await daily(content, `${samples.origin}/shows.yaml`);
  assert.equal(second.code, 0, second.stderr);
  assert.deepEqual(
    (await readReport()).shows.map(({ status }) => status),
    ['unchanged', 'unchanged'],
  );
  assert.deepEqual(await readTree(content), published);

  await rm(content, { recursive: true });
  await daily(content, `${samples.origin}/shows.yaml`);
  assert.deepEqual(await readTree(content), published);

  const checked = await runCommand('check', ['--content', content], { CACHE_DIR: join(dir, 'cache') });
  assert.equal(checked.code, 0, checked.stderr);
  const insights = Object.keys(published).filter((path) => path.startsWith('insights/')).length;
  assert.ok(insights >= 5 && checked.stdout.includes(`${insights} quotes proven again`), checked.stdout);
});

test('quotes are in the files that were served, word for word and in one piece', async () => {
  const content = join(dir, 'verbatim');
  await daily(content, `${samples.origin}/shows.yaml`);
  const tree = await readTree(content);
  const checked: string[] = [];
  for (const [path, text] of Object.entries(tree).filter(([path]) => path.startsWith('insights/'))) {
    const { insight } = readInsightFile(text, path);
    const record = Object.entries(tree).find(([name]) => name.endsWith(`${insight.episode}.json`));
    const { from, type } = JSON.parse(record?.[1] ?? '').transcript;
    // In these two formats nothing stands between the words but time lines and tags, so no parser of ours is needed to compare.
    if (type !== 'vtt' && type !== 'text') continue;
    const served = (await (await fetch(from)).text()).replace(/^.*-->.*$/gm, '').replace(/<[^>]+>/g, ' ');
    assert.ok(` ${wordsOf(served).join(' ')} `.includes(` ${wordsOf(insight.quote.text).join(' ')} `), path);
    checked.push(type);
  }
  assert.deepEqual(new Set(checked), new Set(['vtt', 'text']));
});

test('feeds that fail are named with what to do, and the others go on', async () => {
  const hosts = await startServer({
    '/html': { headers: { 'content-type': 'text/html' }, body: '<!doctype html><html><body>Hello</body></html>' },
    '/empty': { body: '' },
    '/broken': { headers: { 'content-type': 'application/rss+xml' }, body: '<rss><channel><title>x</tit' },
    '/error': { status: 500, body: 'no' },
  });
  const dead = await startServer({});
  await dead.close();
  const feeds = {
    html: `${hosts.origin}/html`,
    empty: `${hosts.origin}/empty`,
    broken: `${hosts.origin}/broken`,
    error: `${hosts.origin}/error`,
    down: `${dead.origin}/feed.xml`,
    good: `${samples.origin}/price-floor/feed.xml`,
  };
  const shows = join(dir, 'some-fail.yaml');
  await writeFile(
    shows,
    Object.entries(feeds)
      .map(([id, feed]) => `- { id: ${id}, title: ${id}, feed: "${feed}" }\n`)
      .join(''),
  );
  const { code, stdout } = await daily(join(dir, 'some-fail'), shows);
  await hosts.close();
  assert.equal(code, 0);
  const report = await readReport();
  assert.deepEqual(
    report.shows.map(({ id, status }) => [id, status]),
    [
      ['html', 'failed'],
      ['empty', 'failed'],
      ['broken', 'failed'],
      ['error', 'failed'],
      ['down', 'failed'],
      ['good', 'unchanged'],
    ],
  );
  for (const { id, error } of report.shows.slice(0, 5))
    assert.ok(
      stdout.includes(`show ${id}: ${error}`) && error?.includes(feeds[id as unknown as keyof typeof feeds]),
      `${id}: ${error}`,
    );
});

test('exit code 1 where every show failed, also when it is not asked any more for that', async () => {
  const shows = join(dir, 'all-fail.yaml');
  await writeFile(shows, '- { id: down, title: Down, feed: "http://127.0.0.1:9/feed.xml" }\n');
  for (const expected of ['failed', 'failed', 'skipped']) {
    const { code } = await daily(join(dir, 'all-fail'), shows);
    assert.deepEqual([code, (await readReport()).shows[0]?.status], [1, expected]);
  }
});

for (const [what, text, message] of [
  [
    'an unknown field',
    '- id: a\n  title: A\n  feeed: https://example.org/\n',
    /wrong\.yaml:3: 0\.feeed: no such field/,
  ],
  [
    'an id that is none',
    '- id: A b\n  title: A\n  feed: https://example.org/\n',
    /wrong\.yaml:1: 0\.id: a show id is lower-case/,
  ],
  ['broken YAML', '- id: "a\n', /wrong\.yaml:\d: not YAML/],
] as const) {
  test(`a shows.yaml with ${what}: exit code 2, file, line and fix, and nothing written`, async () => {
    const shows = join(dir, 'wrong.yaml');
    await writeFile(shows, text);
    const { code, stderr } = await daily(join(dir, 'nothing'), shows);
    assert.equal(code, 2);
    assert.match(stderr, message);
    await assert.rejects(stat(join(dir, 'nothing')));
  });
}

for (const [what, args, env, message] of [
  ['a flag that does not exist', ['--dryrun'], {}, /dryrun/],
  ['a date that is none', ['--since', 'soon'], {}, /--since soon: a date is written yyyy-mm-dd/],
  ['a list of shows that is not there', ['--shows', '/nowhere/shows.yaml'], {}, /\/nowhere\/shows\.yaml/],
  ['replacing without reading again', ['--replace'], {}, /--replace true: say with --again/],
  [
    'a report that could not be written',
    ['--report', '/no/dir/x.json'],
    {},
    /--report \/no\/dir\/x\.json: there is no/,
  ],
  ['a content folder that is a file', [], { CONTENT_DIR: 'package.json' }, /CONTENT_DIR=package\.json/],
  ['a wrong setting', [], { TIMEZONE: 'Mars' }, /TIMEZONE=Mars/],
] as const) {
  test(`${what}: exit code 2, the fix, and nothing written`, async () => {
    const { code, stderr } = await runCommand('daily', [...args, '--content', join(dir, 'nothing')], {
      CACHE_DIR: join(dir, 'no-cache'),
      ...env,
    });
    assert.equal(code, 2);
    assert.match(stderr, message);
    await assert.rejects(stat(join(dir, 'nothing')));
  });
}

test('what nobody foresaw ends with exit code 1 and its stack, not with the code of a library', async () => {
  const content = join(dir, 'odd');
  await mkdir(content);
  await writeFile(join(content, 'episodes'), 'a file where a folder belongs');
  const { code, stderr } = await daily(content, `${samples.origin}/shows.yaml`);
  assert.equal(code, 1);
  assert.match(stderr, /^Error: ENOTDIR: .*episodes/);
  assert.ok(stderr.length < 2000, stderr);
});

test('a dry run reports what it would publish, and writes nothing', async () => {
  const { code, stdout } = await daily(join(dir, 'nothing'), `${samples.origin}/shows.yaml`, '--dry-run');
  assert.equal(code, 0);
  assert.match(stdout, /5 published, 1 waiting/);
  await assert.rejects(stat(join(dir, 'nothing')));
});

test('--limit reads the newest episodes only', async () => {
  await daily(join(dir, 'limited'), `${samples.origin}/shows.yaml`, '--limit', '2');
  assert.deepEqual(
    (await readReport()).episodes.map(({ status }) => status),
    ['published', 'waiting'],
  );
});

test('private addresses are refused unless they are allowed', async () => {
  const { code, stderr } = await runCommand(
    'daily',
    ['--shows', `${samples.origin}/shows.yaml`, '--content', join(dir, 'nothing')],
    { CACHE_DIR: join(dir, 'no-cache') },
  );
  assert.equal(code, 2);
  assert.match(stderr, /--allow-private-hosts/);
});

const insightFiles = (tree: Record<string, string>) =>
  Object.entries(tree)
    .filter(([path]) => path.startsWith('insights/'))
    .map(([path, text]) => ({ path, text, ...readInsightFile(text, path) }));

test('read again, with --replace or without: hand edits and withdrawals survive, and what is chosen again keeps its file', async () => {
  const [content, shows] = [join(dir, 'again'), `${samples.origin}/shows.yaml`];
  await daily(content, shows);
  const [edited, withdrawn] = insightFiles(await readTree(content));
  assert.ok(edited && withdrawn);
  await writeFile(join(content, edited.path), edited.text.replace(/^title: .*$/m, 'title: As a person put it'));
  const { insight } = withdrawn;
  const taken = {
    ...insight,
    quote: { ...insight.quote, text: '' },
    withdrawn: { date: insight.addedAt, reason: 'Asked for.' },
  };
  await writeFile(join(content, withdrawn.path), writeInsightFile(taken, ''));
  const before = await readTree(content);
  for (const flags of [
    ['--again', 'all'],
    ['--again', 'all', '--replace'],
  ]) {
    const { code, stderr, stdout } = await daily(content, shows, ...flags);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /published already/);
    assert.match(stdout, /1 withdrawn by hand/);
    assert.deepEqual(await readTree(content), before);
  }
});

test('what a new reading does not choose stays; with --replace it goes, and no link to it is left', async () => {
  const [content, shows] = [join(dir, 'replaced'), `${samples.origin}/shows.yaml`];
  await daily(content, shows);
  const before = await readTree(content);
  const [chosen, linking] = insightFiles(before);
  assert.ok(chosen && linking);
  // As if an earlier engine had chosen another passage of the same episode.
  const text = 'nobody in this industry had expected that a price could fall so far and so fast within a single year';
  const stale = { ...chosen.insight, quote: { text }, related: [] };
  const id = InsightId.parse('2026-06-09-what-an-earlier-engine-chose-0000');
  const staleFile = writeInsightFile({ ...stale, checksum: checksumOf(stale, chosen.claim.text) }, chosen.claim.text);
  await mkdir(join(content, 'insights/2026/06'), { recursive: true });
  await writeFile(join(content, insightPath(id)), staleFile);
  const link = { ...linking.insight, related: [{ id, similarity: 0.9 }, ...linking.insight.related] };
  await writeFile(join(content, linking.path), writeInsightFile(link, linking.claim.text));

  const episode = chosen.insight.episode;
  await daily(content, shows, '--again', episode);
  assert.equal((await readTree(content))[insightPath(id)], staleFile);
  const { stdout } = await daily(content, shows, '--again', episode, '--replace');
  assert.match(stdout, /1 removed/);
  assert.deepEqual(await readTree(content), before);
  const checked = await runCommand('check', ['--content', content], { CACHE_DIR: join(dir, 'cache') });
  assert.equal(checked.code, 0, checked.stderr);
});
