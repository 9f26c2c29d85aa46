import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { readableLine } from '#domain/readable-text.ts';
import { parseWithRssParser } from '../../scripts/adapters/feeds/parse-with-rss-parser.ts';
import { leaveFile, payloadsFor } from '../support/canary.ts';
import { invalidHtml } from '../support/invalid-html.ts';
import { buildIn, type Built } from './build-in.ts';
import { idOf, writeTree } from './content-tree.ts';
import { BY_HAND, hostileContent, type Planted } from './hostile-content.ts';

let dir: string;
let site: Built;
let files: Record<string, string>;
let planted: Planted[];
const canary = () => join(dir, 'ran');
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'w-'));
  const content = hostileContent(canary());
  planted = content.planted;
  await writeTree(join(dir, 'content'), content.files);
  site = await buildIn(join(dir, 'content'), join(dir, 'site'), { SITE_URL: 'https://example.org' });
  assert.ok(site.ok, site.output);
  files = await site.readAll();
});
after(() => rm(dir, { recursive: true, force: true }));
const pagesOf = () => Object.entries(files).filter(([path]) => path.endsWith('.html'));

test('nothing of it runs in a build, and the canary would tell', () => {
  assert.ok(!existsSync(canary()));
  for (const [index, payload] of [`{${leaveFile('PATH')}}`, payloadsFor('PATH')[0] ?? ''].entries()) {
    const path = join(dir, `told-${index}`);
    const code = `const { evaluate } = await import('@mdx-js/mdx'); const jsx = () => ''; const { default: Content } = await evaluate(process.argv[1], { Fragment: Symbol(), jsx, jsxs: jsx }); Content({});`;
    execFileSync(process.execPath, ['--input-type=module', '--eval', code, payload.replace('PATH', path)]);
    assert.ok(existsSync(path), payload);
  }
});

const words = (text: string | null | undefined) => readableLine(text ?? '');

test('every text stands on its page as text, in what the page says of itself and in what can be copied', () => {
  for (const { insight, claim, episode } of planted) {
    const path = `insights/${idOf(insight)}/index.html`;
    const { document } = parseHTML(files[path] ?? '');
    const textOf = (selector: string) => words(document.querySelector(selector)?.textContent);
    const meta = (name: string) =>
      words(document.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.getAttribute('content'));
    assert.equal(textOf('h1'), insight.title, path);
    assert.equal(textOf('.claim-large'), claim, path);
    assert.equal(textOf('.quote'), words(insight.quote.text), path);
    assert.equal(textOf('.speaker'), insight.speaker, path);
    assert.ok(textOf('.quote-source').includes(words(episode.title)), path);
    assert.ok(textOf('title').startsWith(insight.title), path);
    assert.equal(meta('og:title'), insight.title, path);
    assert.ok(claim.startsWith(meta('description').replace(/…$/, '').trim()), path);
    const [article] = [...document.querySelectorAll('script[type="application/ld+json"]')].map(
      (script) => JSON.parse(script.textContent ?? '') as Record<string, never>,
    );
    assert.deepEqual([article?.['headline'], article?.['description']], [insight.title, claim], path);
    assert.ok(
      [...document.querySelectorAll('[data-copy]')].some((button) =>
        words(button.getAttribute('data-copy')).includes(words(insight.quote.text)),
      ),
      path,
    );
  }
});

test('markup that a person wrote is markup, and everything else of it is text', () => {
  const [, html = ''] = Object.entries(files).find(([path]) => /^insights\/.*by-hand.*html$/.test(path)) ?? [];
  const claim = parseHTML(html).document.querySelector('.claim-large');
  assert.ok(words(claim?.textContent).startsWith(BY_HAND), words(claim?.textContent));
  assert.deepEqual(
    [...new Set([...(claim?.querySelectorAll('*') ?? [])].map(({ localName }) => localName))],
    ['p', 'em', 'strong', 'code', 'a', 'blockquote'],
  );
});

/** What our own pages never have. */
const FOREIGN = /^(?:iframe|object|embed|base|form|img|style|dialog|frame|portal|audio|video|evil|i)$/;

test('no page has a script, an element, a handler or an address that we did not write', () => {
  const forms = /^(?:search\/index|404)\.html$/;
  for (const [path, html] of pagesOf()) {
    for (const { name, attributes } of elementsOf(html)) {
      if (!forms.test(path)) assert.doesNotMatch(name, FOREIGN, path);
      if (name === 'script')
        assert.ok(
          /^\/assets\/[\w.@-]+\.js$/.test(attributes['src'] ?? '') || attributes['type'] === 'application/ld+json',
          path,
        );
      for (const [key, value] of Object.entries(attributes)) {
        assert.doesNotMatch(key, /^on|^style$|^srcdoc$|[^a-z0-9:_-]/, path);
        if (/^(?:href|src|action|formaction|data)$/.test(key))
          assert.match(value, /^(?:https?:\/\/|\/(?!\/)|#|\?)/, path);
      }
    }
  }
});

test('the pages of insights are valid HTML', async () =>
  assert.deepEqual(await invalidHtml(join(site.dir, 'insights')), []));

test('feeds are well-formed XML and JSON, and say the same words', async () => {
  const titles = new Set(planted.map(({ insight }) => insight.title));
  for (const [path, text] of Object.entries(files)) {
    if (/(?:rss|atom)\.xml$/.test(path)) {
      const { items } = await parseWithRssParser(text);
      if (/^(?:rss|atom)/.test(path))
        assert.ok(
          items.length > 0 && items.every(({ titles: [title] }) => titles.has(words(title)) || title === 'By hand'),
          path,
        );
    } else if (/\.opml$|sitemap.*\.xml$/.test(path)) assertWellFormed(text, path);
    else if (/\.json$/.test(path)) assert.doesNotThrow(() => JSON.parse(text), path);
  }
});

test('the API gives every text as it is, and every text is in some list of it', () => {
  const listed = Object.entries(files).flatMap(([path, text]) =>
    /^api\/insights\/\d+\.json$/.test(path)
      ? (JSON.parse(text) as { insights: { id: string; title: string; claim: string; speaker: { name: string } }[] })
          .insights
      : [],
  );
  const byId = new Map(listed.map((insight) => [insight.id, insight]));
  for (const { insight, claim } of planted) {
    const found = byId.get(idOf(insight));
    assert.deepEqual([found?.title, found?.claim], [insight.title, claim]);
  }
});

function assertWellFormed(xml: string, path: string): void {
  const open: string[] = [];
  const parser = new Parser(
    { onopentag: (name) => void open.push(name), onclosetag: (name) => assert.equal(open.pop(), name, path) },
    { xmlMode: true },
  );
  parser.end(xml);
  assert.deepEqual(open, [], path);
}

function elementsOf(html: string) {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  new Parser({ onopentag: (name, attributes) => void elements.push({ name, attributes }) }).end(html);
  return elements;
}
