import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readInsightFile } from '#markdown/insight-file.ts';
import { serveSamples } from '../../scripts/samples/serve-samples.ts';
import { readTree } from '../support/read-tree.ts';
import { runCommand } from '../support/run-command.ts';

const THEMES = join(import.meta.dirname, '../../content/themes');
let dir: string;
let content: string;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'winnow-'));
  content = join(dir, 'content');
  const samples = await serveSamples();
  const args = ['--shows', `${samples.origin}/shows.yaml`, '--content', content, '--since', '2026-06-01'];
  await run('daily', ...args, '--now', '2026-08-01T06:00:00Z', '--allow-private-hosts', '--engine', 'embedded');
  await samples.close();
});
after(() => rm(dir, { recursive: true }));

const run = (command: string, ...args: string[]) => runCommand(command, args, { CACHE_DIR: join(dir, 'cache') });
const place = () => run('place', '--content', content);
const insightsOf = (tree: Record<string, string>) =>
  Object.entries(tree)
    .filter(([path]) => path.startsWith('insights/'))
    .map(([path, text]) => [path, readInsightFile(text, path)] as const);

test('right after a run there is nothing to place anew', async () => {
  const published = await readTree(content);
  const { code, stdout, stderr } = await place();
  assert.equal(code, 0, stderr);
  assert.match(stdout, /: \d+ insights placed anew, 0 files changed/);
  assert.deepEqual(await readTree(content), published);
});

test('after a theme file was changed, all its insights are placed by it, with their words as they were; again, nothing changes', async () => {
  const published = insightsOf(await readTree(content));
  const [gone = ''] = published.flatMap(([, { insight }]) => insight.themes);
  await cp(THEMES, join(content, 'themes'), { recursive: true });
  await rename(join(content, 'themes', `${gone}.mdx`), join(content, 'themes', 'by-another-name.mdx'));

  const { stdout } = await place();
  assert.match(stdout, /insights placed anew, [1-9]\d* files? changed/);
  const placed = insightsOf(await readTree(content));
  const renamed = (themes: readonly string[]) => themes.map((id) => (id === gone ? 'by-another-name' : id)).toSorted();
  assert.deepEqual(
    placed.map(([, { insight }]) => insight.themes.toSorted()),
    published.map(([, { insight }]) => renamed(insight.themes)),
  );
  const wordsOf = (all: typeof placed) =>
    all.map(
      ([
        path,
        {
          insight: { title, quote, speaker, addedAt },
          claim,
        },
      ]) => [path, title, quote, speaker, addedAt, claim.text],
    );
  assert.deepEqual(wordsOf(placed), wordsOf(published));

  const tree = await readTree(content);
  assert.match((await place()).stdout, /, 0 files changed/);
  assert.deepEqual(await readTree(content), tree);
});

test('a file that a person broke is named and left alone', async () => {
  const [path = ''] = Object.keys(await readTree(content)).filter((name) => name.startsWith('insights/'));
  const text = (await readFile(join(content, path), 'utf8')).replace(/^score: .*$/m, 'score: high');
  await writeFile(join(content, path), text);
  const { code, stdout } = await place();
  assert.equal(code, 0);
  assert.match(stdout, /left alone: .*score/);
  assert.equal(await readFile(join(content, path), 'utf8'), text);
});

test('a folder that is a file: exit code 2 and the fix', async () => {
  const { code, stderr } = await run('place', '--content', 'package.json');
  assert.equal(code, 2);
  assert.match(stderr, /--content package\.json: this is a file/);
});
