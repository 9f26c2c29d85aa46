import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { indexPages } from '../../scripts/index-pages.ts';

const PAGE = `<!doctype html><html lang="en"><body><div data-pagefind-body>
<h1 data-pagefind-meta="title">What a token costs</h1>
<span hidden data-hit="moment:about 12:04"></span>
<p>It costs little.<sup><a data-footnote-ref href="#1">1</a></sup></p>
<blockquote data-hit="quote"><p>it costs <span>next to nothing</span></p></blockquote>
<section data-footnotes>Said elsewhere</section>
</div></body></html>`;

/** What Pagefind keeps of a page. */
async function fragmentOf(dir: string) {
  const [fragment = ''] = await readdir(join(dir, 'pagefind/fragment'));
  const bytes = gunzipSync(await readFile(join(dir, 'pagefind/fragment', fragment)));
  return JSON.parse(bytes.subarray('pagefind_dcd'.length).toString());
}

test('what stands in attributes is carried as it is, whatever signs it has', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'winnow-index-'));
  t.after(() => rm(dir, { recursive: true }));
  const name = 'a>3.5x-b<c';
  const html = `<!doctype html><html lang="en"><body data-pagefind-body><!-- it's 3.5x-b -->
<h1 data-pagefind-meta="title">Who</h1><i data-pagefind-meta="person:${name}"></i><b hidden data-hit="person:${name}"></b><p>3.5x-b</p></body></html>`;
  await writeFile(join(dir, 'index.html'), html);
  await indexPages(dir);
  const { meta, anchors, content } = await fragmentOf(dir);
  assert.equal(meta.person, name);
  assert.deepEqual(
    anchors.map(({ id }: { id: string }) => id),
    [`person:${name}`],
  );
  assert.equal(content, 'Who. 3\u20245x-\u2060 b.');
});

test('a page is indexed with what a result carries, its quote as it was said, its footnotes left out', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'winnow-index-'));
  t.after(() => rm(dir, { recursive: true }));
  await mkdir(join(dir, 'a'));
  await writeFile(join(dir, 'a/index.html'), PAGE);
  await writeFile(join(dir, 'index.html'), '<!doctype html><html lang="en"><body>Not searched</body></html>');
  assert.equal(await indexPages(dir), 1);

  const { url, content, anchors } = await fragmentOf(dir);
  assert.equal(url, '/a/');
  assert.equal(content, 'What a token costs. It costs little. it costs next to nothing\u2060');
  assert.deepEqual(
    anchors.map(({ id, location }: { id: string; location: number }) => [id, location]),
    [
      ['moment:about%2012:04', 4],
      ['quote', 7],
    ],
  );

  const files = await readdir(join(dir, 'pagefind'));
  assert.deepEqual(
    files.filter((name) => /ui|highlight/.test(name)),
    [],
    'the user interfaces of Pagefind are left out',
  );
  for (const name of ['pagefind.js', 'pagefind-worker.js', 'pagefind-entry.json', 'wasm.en.pagefind'])
    assert.ok(files.includes(name), name);
});
