import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createCachingFetcher } from '../../scripts/adapters/caching-fetcher.ts';
import { createFileCache } from '../../scripts/adapters/file-cache.ts';
import { anEpisode, anInsight, episodeFile, insightFile, QUOTE, writeTree } from '../site/content-tree.ts';
import { readTree } from '../support/read-tree.ts';
import { runCommand } from '../support/run-command.ts';

let dir: string;
before(async () => void (dir = await mkdtemp(join(tmpdir(), 'winnow-check-'))));
after(() => rm(dir, { recursive: true, force: true }));

/** A content folder of one insight, whose transcript is in the cache with this body. */
async function check(name: string, body: string, type = 'vtt', edit = (text: string) => text) {
  const [content, cacheDir] = [join(dir, name, 'content'), join(dir, name, 'cache')];
  const from = 'https://example.org/transcript';
  const insights = Object.entries(insightFile(anInsight())).map(([path, text]) => [path, edit(text)]);
  await writeTree(content, {
    ...episodeFile(anEpisode({ transcript: { from, type } })),
    ...Object.fromEntries(insights),
  });
  const network = { get: async () => ({ url: from, contentType: 'text/vtt', body: Buffer.from(body) }) };
  const fetcher = createCachingFetcher(network as never, createFileCache(cacheDir));
  await fetcher.fetch(from, { accept: '*/*', maxBytes: 1e6, cache: 'no-cache' });
  const before = await readTree(cacheDir);
  const outcome = await runCommand('check', ['--content', content], { CACHE_DIR: cacheDir });
  return { ...outcome, kept: JSON.stringify(before) === JSON.stringify(await readTree(cacheDir)) };
}

test('a transcript is read by the type on record, whatever the host calls it', async () => {
  const page = `<!doctype html><html><body><cite>Ada Price:</cite><time>0:20</time><p>${QUOTE}</p></body></html>`;
  const { code, stdout, stderr, kept } = await check('typed', page, 'html');
  assert.equal(code, 0, stderr);
  assert.match(stdout, /1 quotes proven again/);
  assert.ok(kept);
});

test('characters that are no text hide a quote from nobody, neither in the file nor in the transcript', async () => {
  const vtt = `WEBVTT\n\n00:20.000 --> 00:22.000\n<v Ada Price>${QUOTE.replaceAll('e', '\u00ade\u202e')}\n`;
  const edit = (text: string) => text.replace(QUOTE, QUOTE.replaceAll('t', '\u200bt\u2060'));
  const { code, stdout, stderr } = await check('hidden', vtt, 'vtt', edit);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /1 quotes proven again/);
});

test('a transcript that cannot be read stays in the cache', async () => {
  const { code, stdout, kept } = await check('unreadable', '<!doctype html><title>Moved</title>');
  assert.equal(code, 0);
  assert.match(stdout, /1 without their transcript at hand/);
  assert.ok(kept);
});

for (const [what, args, env, message] of [
  ['a flag that does not exist', ['--foo'], {}, /--foo[\s\S]*npm run check -- \[--content DIR\]/],
  ['a content folder that is a file', ['--content', 'package.json'], {}, /--content package\.json: this is a file/],
  ['a setting that names a file', [], { CONTENT_DIR: 'package.json' }, /CONTENT_DIR=package\.json \(environment\)/],
] as const) {
  test(`${what}: exit code 2 and the fix`, async () => {
    const { code, stderr } = await runCommand('check', args, env);
    assert.equal(code, 2, stderr);
    assert.match(stderr, message);
  });
}
