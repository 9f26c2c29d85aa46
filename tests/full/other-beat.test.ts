import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { wordsOf } from '#domain/words.ts';
import { readInsightFile } from '#markdown/insight-file.ts';
import type { Report } from '../../scripts/report.ts';
import { startServer } from '../support/loopback-server.ts';
import { readTree } from '../support/read-tree.ts';
import { runCommand } from '../support/run-command.ts';

/** A beat of two themes that have nothing to do with the one that is shipped; two episodes are about them, two are not. */
const FIXTURE = join(import.meta.dirname, '../fixtures/other-beat');
const ON_TOPIC = ['lanes', 'black-mass'];
const EPISODES = [...ON_TOPIC, 'sourdough', 'rehearsal'];
/** What the words of a passage and a quote must share for the one to hit the other. */
const WORDS_SHARED = 8;

interface Label {
  episode: string;
  quote: string;
  themes: string[];
}
interface Published {
  episode: string;
  words: string[];
  themes: string[];
}

let dir: string;
let published: Published[];
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'winnow-beat-'));
  published = await runDaily();
});
after(() => rm(dir, { recursive: true }));

async function runDaily(): Promise<Published[]> {
  const host = await startServer({ '/feed.xml': { headers: { 'content-type': 'application/rss+xml' }, body: FEED } });
  const [content, shows, report] = ['content', 'shows.yaml', 'report.json'].map((name) => join(dir, name)) as [
    string,
    string,
    string,
  ];
  await cp(join(FIXTURE, 'themes'), join(content, 'themes'), { recursive: true });
  await cp(join(FIXTURE, 'glossary.yaml'), join(content, 'glossary.yaml'));
  await writeFile(shows, `- { id: evenings, title: Evenings, feed: "${host.origin}/feed.xml" }\n`);
  const files = ['--shows', shows, '--content', content, '--report', report];
  const days = ['--since', '2026-06-01', '--now', '2026-07-01T06:00:00Z'];
  const more = ['--engine', 'embedded', '--transcripts', join(FIXTURE, 'transcripts'), '--allow-private-hosts'];
  const { code, stderr } = await runCommand('daily', [...files, ...days, ...more], { CACHE_DIR: join(dir, 'cache') });
  await host.close();
  assert.equal(code, 0, stderr);
  return readPublished(content, JSON.parse(await readFile(report, 'utf8')));
}

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Evenings</title><link>https://example.org/</link>
<description>Talks</description>${EPISODES.map(
  (guid, day) => `<item><title>Evening ${day + 1}</title><guid isPermaLink="false">${guid}</guid>
<pubDate>0${day + 1} Jun 2026 08:00:00 GMT</pubDate></item>`,
).join('')}</channel></rss>`;

async function readPublished(content: string, report: Report): Promise<Published[]> {
  const guids = new Map(report.episodes.map(({ id, guid }) => [String(id), guid]));
  assert.deepEqual([...guids.values()].toSorted(), EPISODES.toSorted(), 'every episode is read');
  const files = Object.entries(await readTree(content)).filter(([path]) => path.startsWith('insights/'));
  return files.map(([path, text]) => {
    const { insight } = readInsightFile(text, path);
    return { episode: guids.get(insight.episode) ?? '', words: wordsOf(insight.quote.text), themes: insight.themes };
  });
}

/** The labelled passages of which the insight has at least eight words in a row. */
function labelsHit({ episode, words }: Published, labels: readonly Label[]): Label[] {
  const runs = words.slice(WORDS_SHARED - 1).map((_, at) => ` ${words.slice(at, at + WORDS_SHARED).join(' ')} `);
  return labels.filter((label) => {
    const said = ` ${wordsOf(label.quote).join(' ')} `;
    return label.episode === episode && runs.some((run) => said.includes(run));
  });
}

/** Micro-averaged over the insights that hit a labelled passage. */
function themeF1(pairs: readonly { given: Set<string>; wanted: Set<string> }[]): number {
  const right = pairs.reduce((sum, { given, wanted }) => sum + given.intersection(wanted).size, 0);
  const all = pairs.reduce((sum, { given, wanted }) => sum + given.size + wanted.size, 0);
  return (2 * right) / all;
}

test('every labelled passage is in its transcript', async () => {
  for (const { episode, quote } of await readLabels()) {
    const file = join(FIXTURE, 'transcripts', `${episode}.${episode === 'lanes' ? 'vtt' : 'txt'}`);
    const said = (await readFile(file, 'utf8')).replace(/^.*-->.*$/gm, '').replace(/<[^>]+>/g, ' ');
    assert.ok(` ${wordsOf(said).join(' ')} `.includes(` ${wordsOf(quote).join(' ')} `), quote);
  }
});

test('another beat is read as well, with no change of code', async (t) => {
  const labels = await readLabels();
  const onTopic = published.filter(({ episode }) => ON_TOPIC.includes(episode));
  const hits = onTopic
    .map((insight) => ({ insight, hit: labelsHit(insight, labels) }))
    .filter(({ hit }) => hit.length > 0);
  const f1 = themeF1(
    hits.map(({ insight, hit }) => ({
      given: new Set(insight.themes),
      wanted: new Set(hit.flatMap(({ themes }) => themes)),
    })),
  );
  const offTopic = (published.length - onTopic.length) / (EPISODES.length - ON_TOPIC.length);
  t.diagnostic(
    `${labels.length} labelled passages; ${onTopic.length} insights on topic, ${hits.length} of them hit; ` +
      `theme F1 ${f1.toFixed(2)}; ${offTopic} insights from an off-topic episode`,
  );
  assert.ok(f1 >= 0.7, `theme F1 ${f1}`);
  assert.ok(offTopic <= 0.5, `${offTopic} insights from an off-topic episode`);
  assert.ok(hits.length >= onTopic.length / 2, `${hits.length} of ${onTopic.length} insights hit a labelled passage`);
});

const readLabels = async (): Promise<Label[]> => JSON.parse(await readFile(join(FIXTURE, 'labels.json'), 'utf8'));
