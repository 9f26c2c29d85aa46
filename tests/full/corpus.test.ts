import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Episode } from '#domain/episode.ts';
import { LIMITS } from '#domain/insight.ts';
import { runsOf } from '#domain/similarity.ts';
import { wordsOf } from '#domain/words.ts';
import { readInsightFile } from '#markdown/insight-file.ts';
import type { Report } from '../../scripts/report.ts';
import { buildIn } from '../site/build-in.ts';
import { freePort } from '../support/free-port.ts';
import { readTree } from '../support/read-tree.ts';
import { runCommand } from '../support/run-command.ts';
import { checkSite } from './site-quality.ts';

/** Real podcasts, where they are at hand: 124 episodes of 30 shows. Only correctness fails; speed is printed. */
const corpus = process.env.CORPUS_DIR;
const skip = corpus === undefined ? 'CORPUS_DIR is not set' : false;

let dir: string;
let origin: string;
let host: ReturnType<typeof spawn> | undefined;
before(async () => {
  if (corpus === undefined) return;
  dir = await mkdtemp(join(tmpdir(), 'winnow-corpus-'));
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  host = spawn(process.execPath, [join(corpus, 'serve.mjs'), '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await once(host.stderr!, 'data');
});
after(async () => {
  host?.kill();
  if (dir) await rm(dir, { recursive: true });
});

const content = () => join(dir, 'content');
async function daily(): Promise<{ report: Report; seconds: number; stderr: string }> {
  const args = [
    '--shows',
    `${origin}/shows.yaml`,
    '--content',
    content(),
    '--engine',
    'embedded',
    '--since',
    '2019-01-01',
    '--now',
    '2026-08-20T00:00:00Z',
    '--allow-private-hosts',
    '--report',
    join(dir, 'report.json'),
  ];
  const start = performance.now();
  const { code, stderr } = await runCommand('daily', args, { CACHE_DIR: join(dir, 'cache') });
  assert.equal(code, 0, stderr);
  return {
    report: JSON.parse(await readFile(join(dir, 'report.json'), 'utf8')),
    seconds: (performance.now() - start) / 1000,
    stderr,
  };
}

test(
  'the corpus is read, proven and published; again, nothing changes; emptied, the same comes back',
  { skip },
  async (t) => {
    const first = await daily();
    assert.deepEqual(new Set(first.report.shows.map(({ status }) => status)), new Set(['ok']));
    const statuses = Object.groupBy(first.report.episodes, ({ status }) => status);
    t.diagnostic(
      `${first.report.shows.length} shows, ${Object.entries(statuses)
        .map(([status, list]) => `${list?.length} ${status}`)
        .join(', ')}, in ${first.seconds.toFixed(0)} s`,
    );
    assert.equal(first.report.episodes.length, 124);
    assert.deepEqual(
      [...new Set(Object.keys(statuses))].filter(
        (status) => !['published', 'no-insight', 'duplicate'].includes(status),
      ),
      [],
    );

    const published = await readTree(content());
    const insights = insightsOf(published);
    t.diagnostic(`${insights.length} insights, dropped: ${JSON.stringify(first.report.dropped)}`);
    assert.ok(insights.length >= 150 && insights.length <= 800, `${insights.length} insights`);
    for (const [episode, list] of Map.groupBy(insights, (insight) => insight.episode)) {
      assert.ok(list.length <= LIMITS.insightsPerEpisode, episode);
      assert.ok(
        list.reduce((sum, { quote }) => sum + wordsOf(quote.text).length, 0) <= LIMITS.quotedWordsPerEpisode,
        episode,
      );
    }
    for (const { quote, episode } of insights) assertVerbatim(quote.text, sourceOf(published, episode));

    const second = await daily();
    t.diagnostic(`again: ${second.seconds.toFixed(1)} s`);
    assert.deepEqual(new Set(second.report.shows.map(({ status }) => status)), new Set(['unchanged']));
    assert.deepEqual(await readTree(content()), published);

    await rm(content(), { recursive: true });
    const refilled = await daily();
    t.diagnostic(`emptied, with a warm cache: ${refilled.seconds.toFixed(0)} s`);
    assert.deepEqual(await readTree(content()), published);
  },
);

test('the site of the corpus is whole, valid, light and open to all', { skip }, async (t) => {
  const origin = 'https://winnow.example';
  const start = performance.now();
  const built = await buildIn(content(), join(dir, 'site'), { SITE_URL: origin, CACHE_DIR: join(dir, 'cache') });
  t.diagnostic(`built in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  assert.ok(built.ok, built.output);
  await checkSite(built.dir, origin, t);
});

test('the same talk in two feeds is seen, and nothing else is taken for it', { skip }, async (t) => {
  const tree = await readTree(content());
  const records = Object.entries(tree)
    .filter(([path]) => path.startsWith('episodes/'))
    .map(([, text]) => Episode.parse(JSON.parse(text)));
  const talks = records.map((record) => ({ record, runs: allRuns(sourceOf(tree, record.id)) }));
  // By every run of words of the files themselves, not by the sketches that the run goes by.
  const sameTalk = talks.flatMap(({ record, runs }, at) =>
    talks.slice(at + 1).flatMap((other) => {
      const share = runs.intersection(other.runs).size / Math.min(runs.size, other.runs.size);
      return share >= 0.5 ? [[record.id, other.record.id].toSorted().join(' = ')] : [];
    }),
  );
  const seen = records.flatMap(({ id, duplicateOf }) =>
    duplicateOf ? [[id, duplicateOf].toSorted().join(' = ')] : [],
  );
  t.diagnostic(`${seen.length} pairs`);
  assert.deepEqual(seen.toSorted(), sameTalk.toSorted());
  assert.equal(seen.length, 5);

  const dayOf = new Map(records.map(({ id, publishedAt }) => [id, publishedAt]));
  for (const { id, status, publishedAt, duplicateOf } of records.filter((record) => record.duplicateOf)) {
    assert.ok(status === 'duplicate' && publishedAt >= dayOf.get(duplicateOf!)!, id);
    const said = talks.find(({ record }) => record.id === duplicateOf)!.runs;
    for (const { quote } of insightsOf(tree).filter(({ episode }) => episode === id)) {
      const runs = runsOf(wordsOf(quote.text));
      assert.ok(runs.filter((run) => said.has(run)).length < runs.length / 2, quote.text.slice(0, 60));
    }
  }
});

test('placing anew changes nothing that a run has just placed', { skip }, async (t) => {
  const published = await readTree(content());
  const start = performance.now();
  const { code, stderr, stdout } = await runCommand('place', ['--content', content()], {
    CACHE_DIR: join(dir, 'cache'),
  });
  assert.equal(code, 0, stderr);
  t.diagnostic(`${stdout.trim()} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  assert.deepEqual(await readTree(content()), published);
});

test('the site of the corpus is built', { skip }, async (t) => {
  const start = performance.now();
  const { code, stderr, stdout } = await runCommand('build', ['--out', join(dir, 'site')], {
    CONTENT_DIR: content(),
    CACHE_DIR: join(dir, 'cache'),
  });
  assert.equal(code, 0, stderr);
  t.diagnostic(`${stdout.trim().split('\n').at(-1)} in ${((performance.now() - start) / 1000).toFixed(0)} s`);
});

const insightsOf = (tree: Record<string, string>) =>
  Object.entries(tree)
    .filter(([path]) => path.startsWith('insights/'))
    .map(([path, text]) => readInsightFile(text, path).insight);

const allRuns = (file: string): Set<string> => new Set(runsOf(wordsOf(talkOf(file))));

function sourceOf(published: Record<string, string>, episode: string): string {
  const record = Object.entries(published).find(([path]) => path.endsWith(`/${episode}.json`));
  return join(
    corpus ?? '',
    'transcripts',
    new URL(JSON.parse(record?.[1] ?? '').transcript.from).pathname.split('/').at(-1) ?? '',
  );
}

/** Against the file itself, with none of our parsers: what stands between its words is cue numbers, time lines, tags and lines shown again. */
function assertVerbatim(quote: string, file: string): void {
  const said = ` ${wordsOf(talkOf(file)).join(' ')} `;
  assert.ok(said.includes(` ${wordsOf(quote).join(' ')} `), `${file}: ${quote.slice(0, 60)}`);
}

function talkOf(file: string): string {
  const raw = readFileSync(file, 'utf8')
    .replace(/\r/g, '')
    .replace(/^WEBVTT.*$/m, '');
  const lines = raw
    .replace(/^(?:\d+\n)?\d\d:.* --> .*$/gm, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const talk = file.endsWith('.srt') ? lines.filter((line, at) => line !== lines[at - 1]) : lines;
  return talk.join('\n').replace(/<[^>]+>/g, ' ');
}
