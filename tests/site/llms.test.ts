import assert from 'node:assert/strict';
import { test } from 'node:test';
import { llmsText } from '../../src/queries/llms.ts';
import { anArchive, aTheme, URLS } from './feed-archive.ts';

const text = llmsText(anArchive(), URLS);

test('the file has the form of llmstxt.org: a name, a summary, and sections of links', () => {
  const [name, summary, about, ...sections] = text.trimEnd().split('\n\n');
  assert.equal(name, '# Winnow');
  assert.match(summary ?? '', /^> .*2 insights from 1 episode of 1 podcast\.$/);
  assert.match(about ?? '', /^An insight is /);
  const titles = text.match(/^## .*$/gm);
  assert.deepEqual(titles, ['## Themes', '## Data', '## Feeds', '## How to cite', '## Optional']);
  assert.ok(sections.filter((part) => !part.startsWith('## ')).every((part) => /^- /.test(part)));
  assert.doesNotMatch(text, /^#{3,} /m);
});

test('every link is whole, and themes lead to their pages and their data', () => {
  const links = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, url]) => url ?? '');
  assert.ok(links.length > 10 && links.every((url) => url.startsWith('https://example.org/winnow/')));
  for (const path of ['themes/moe/', 'api/themes/moe/1.json', 'api/index.json', 'feeds.opml', 'about/'])
    assert.ok(links.includes(`https://example.org/winnow/${path}`), path);
});

test('the title of a theme stays text', () => {
  const odd = { ...aTheme('moe', 'Odd'), title: 'Odd\n## [x](https://evil.example) <b>' };
  assert.match(
    llmsText(anArchive({ themes: [odd] }), URLS),
    /^- \[Odd ## \\\[x\\\]\(https:\/\/evil\.example\) \\<b\\>\]\(https:\/\/example\.org\/winnow\/themes\/moe\/\)/m,
  );
});
