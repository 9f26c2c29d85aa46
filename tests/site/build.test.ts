import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Parser } from 'htmlparser2';
import { ThemeId } from '#domain/ids.ts';
import { makeUrls } from '#urls';
import { deadLinks } from '../support/dead-links.ts';
import { invalidHtml } from '../support/invalid-html.ts';
import { buildIn, type Built } from './build-in.ts';
import {
  anEpisode,
  anInsight,
  CLAIM,
  digestFile,
  episodeFile,
  idOf,
  insightFile,
  QUOTE,
  SHOW,
  showsFile,
  themeFile,
  writeTree,
} from './content-tree.ts';

const urls = makeUrls('/winnow/');
let dir: string;
let trees = 0;
before(async () => void (dir = await mkdtemp(join(tmpdir(), 'winnow-site-'))));
after(() => rm(dir, { recursive: true, force: true }));

/** Builds a content tree that lies outside the project. */
async function build(files: Record<string, string>, settings?: Record<string, string>): Promise<Built> {
  const root = join(dir, String(++trees));
  await writeTree(join(root, 'content'), { 'README.md': 'A content folder.', ...files });
  return buildIn(join(root, 'content'), join(root, 'site'), settings);
}

describe('a small content tree', () => {
  const HOSTILE = '<script>alert("1")</script> {process.env.HOME} & more';
  const hostile = anInsight({ title: HOSTILE, speaker: '<img src=x onerror=alert(1)>' });
  const withdrawn = anInsight({ title: 'Gone', withdrawn: { date: '2026-07-09', reason: 'It was wrong.' } });
  const SILENT = 'these are the words of a show that does not let itself be quoted by anybody';
  const silent = anInsight({
    title: 'Of a silent show',
    episode: '2026-07-02-silent-bbbb',
    quote: { text: SILENT, startMs: 20_000, endMs: 22_000 },
  });
  const bare = anInsight({ title: 'Without times', speaker: undefined, quote: { text: QUOTE } });
  const old = anInsight({ title: 'Of last year', addedAt: '2025-07-03' });
  const many = Array.from({ length: 60 }, (_, index) =>
    anInsight({ title: `Number ${index}`, publishedAt: '2026-06-01' }),
  );
  let site: Built;
  const filesWith = async (text: string) =>
    Object.entries(await site.readAll()).flatMap(([path, content]) => (content.includes(text) ? [path] : []));
  before(async () => {
    const insights = [hostile, withdrawn, silent, bare, old, ...many];
    site = await build(
      {
        ...Object.assign({}, ...insights.map((insight) => insightFile(insight, `${CLAIM} Of ${insight.title}`))),
        ...episodeFile(anEpisode({ title: '</title><script>alert(2)</script>', link: 'javascript:alert(3)' })),
        ...episodeFile(
          anEpisode({
            id: silent.episode,
            show: 'silent-show',
            title: 'A silent episode',
            audio: 'http://10.0.0.1/1.mp3',
          }),
        ),
        ...episodeFile(anEpisode({ id: '2026-07-03-waiting-cccc', title: 'One that waits', status: 'waiting' })),
        ...digestFile('2026-07-03', [idOf(hostile), '2020-01-01-gone-0000']),
        ...digestFile('2026-07-04', [idOf(silent)]),
        ...showsFile(SHOW, { ...SHOW, id: 'silent-show', title: 'Silent Show', excerpts: false }),
        ...themeFile(
          { id: ThemeId.parse('token-pricing'), title: 'Pricing' },
          'A primer with a note.[^1] {1 + 1}\n\n[^1]: The note.',
        ),
      },
      { BASE_PATH: '/winnow', SITE_URL: 'https://example.org', WINNOW_CONTACT: 'desk@example.org' },
    );
    assert.ok(site.ok, site.output);
  });

  test('a page says how much is quoted and whom to ask, and every page leads to it', async () => {
    const page = await site.read('quoting/index.html');
    assert.match(page, /A quote has 8 to 90 words\. Of one episode there are at most 8, of\s+at most 400 words/);
    assert.match(page, /href="mailto:desk@example\.org">desk@example\.org</);
    const withMail = await filesWith('desk@example.org');
    assert.deepEqual(withMail, ['quoting/index.html'], 'whoever set it set it for that page');
    for (const path of ['index.html', '404.html', 'about/index.html'])
      assert.ok((await site.read(path)).includes('href="/winnow/quoting/"'), path);
  });

  test('the licences of what the site hands on go with it', async () => {
    const text = await site.read('licenses.txt');
    for (const said of [
      'The Winnow authors',
      'SIL OPEN FONT LICENSE',
      'Public Sans Project Authors',
      'Adobe',
      'Copyright (c) Pagefind',
    ])
      assert.ok(text.includes(said), said);
    assert.ok((await site.read('about/index.html')).includes('href="/winnow/licenses.txt"'));
  });

  test('hostile strings appear as text', async () => {
    const page = await site.read(`insights/${idOf(hostile)}/index.html`);
    assert.ok(page.includes('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; {process.env.HOME} &amp; more'));
    assert.match(page, /<title>&lt;script&gt;/);
  });

  test('pages tell machines what they are, and hostile strings stay inside what they say', async () => {
    const objects = linkedDataOf(await site.read(`insights/${idOf(hostile)}/index.html`));
    assert.deepEqual(
      objects.map((it) => it['@type']),
      ['Article', 'BreadcrumbList'],
    );
    assert.equal(objects[0]?.['headline'], HOSTILE);
    assert.equal((objects[0]?.['hasPart'] as Record<string, unknown>)['text'], QUOTE);
    assert.equal((objects[0]?.['isBasedOn'] as Record<string, unknown>)['name'], '</title><script>alert(2)</script>');
    const [home] = linkedDataOf(await site.read('index.html'));
    assert.match(JSON.stringify(home), /https:\/\/example\.org\/winnow\/search\/\?q=\{search_term_string\}/);
  });

  test('a link to a page is shown elsewhere with its title, its claim and its card', async () => {
    const meta = propertiesOf(await site.read(`insights/${idOf(hostile)}/index.html`));
    assert.equal(meta.get('og:title'), HOSTILE);
    assert.ok(meta.get('og:description')?.startsWith('A lab that sells tokens'));
    assert.ok((meta.get('og:description')?.length ?? 0) <= 201);
    assert.equal(meta.get('og:url'), `https://example.org/winnow/insights/${idOf(hostile)}/`);
    const card = meta.get('og:image')?.replace('https://example.org/winnow/', '') ?? '';
    assert.equal(card, `cards/insights/${idOf(hostile)}.png`);
    assert.deepEqual(await sizeOfPng(join(site.dir, card)), { width: 1200, height: 630 });
  });

  test('insights that are not new have the card of their theme', async () => {
    const meta = propertiesOf(await site.read(`insights/${idOf(old)}/index.html`));
    assert.equal(meta.get('og:image'), 'https://example.org/winnow/cards/themes/token-pricing.png');
    await assert.rejects(site.read(`cards/insights/${idOf(old)}.png`));
  });

  test('the sitemap names no page that search engines are asked to leave out', async () => {
    const map = await site.read('sitemap-0.xml');
    assert.ok(map.includes(urls.insight(idOf(hostile))));
    assert.ok(!map.includes(idOf(withdrawn)));
  });

  test('punctuation follows a name without a gap', async () => {
    const page = await site.read(`insights/${idOf(old)}/index.html`);
    assert.match(page, /class="quote-source">\s*<p>\s*<a class="speaker"[^>]*>Ada Price<\/a>, <a/);
  });

  test('no link inside the site is dead', async () => {
    assert.deepEqual(await deadLinks(site.dir, '/winnow/', 'https://example.org'), []);
  });

  test('every page is valid HTML', async () => {
    assert.deepEqual(await invalidHtml(site.dir), []);
  });

  test('pages lie below the base path, and name it in every link', async () => {
    const home = await site.read('index.html');
    const local = [...home.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, url]) => url ?? '');
    assert.deepEqual(
      local.filter((url) => !url.startsWith('/winnow/')),
      [],
    );
    assert.match(home, /<link rel="canonical" href="https:\/\/example\.org\/winnow\/">/);
    assert.match(await site.read('robots.txt'), /Sitemap: https:\/\/example\.org\/winnow\/sitemap-index\.xml/);
    assert.match(
      await site.read('sitemap-0.xml'),
      /<loc>https:\/\/example\.org\/winnow\/themes\/token-pricing\/<\/loc>/,
    );
  });

  test('the home page shows the last digest under its own date', async () => {
    const home = await site.read('index.html');
    assert.match(home, /<h1[^>]*><a [^>]*><time datetime="2026-07-04"[^>]*>Saturday, 4 July 2026/);
    assert.match(home, /href="\/winnow\/digests\/2026-07-03\/"/);
  });

  test('themes outside the project run as MDX, with notes as sources', async () => {
    const page = await site.read('themes/token-pricing/index.html');
    assert.match(
      page,
      /A primer with a note\.<sup>.*<\/sup><small[^>]*class="side-note"><b>1<\/b> The note\.<\/small> 2/,
    );
    assert.match(page, /class="footnotes".*Sources.*The note\./s);
    assert.match(
      await site.read('themes.css'),
      /\[data-theme='token-pricing'\] \{ --theme: oklch\(0\.55 0\.12 15\); \}/,
    );
  });

  test('a long theme is paged', async () => {
    assert.match(
      await site.read('themes/token-pricing/index.html'),
      /Page 1 of 3.*href="\/winnow\/themes\/token-pricing\/2\/"/s,
    );
    assert.doesNotMatch(await site.read('themes/token-pricing/2/index.html'), /A primer with a note/);
  });

  test('a withdrawn insight keeps its address, and its text is nowhere', async () => {
    const page = await site.read(`insights/${idOf(withdrawn)}/index.html`);
    assert.match(page, /It was wrong\./);
    assert.match(page, /<meta name="robots" content="noindex">/);
    assert.ok(!page.includes('Of Gone') && !page.includes('data-pagefind-body'));
    assert.deepEqual(await filesWith('Of Gone'), []);
  });

  test('a show without excerpts has no quote text on its pages', async () => {
    const page = await site.read(`insights/${idOf(silent)}/index.html`);
    assert.ok(page.includes('Of Of a silent show'));
    assert.match(page, /does not let its words be quoted/);
    assert.deepEqual(await filesWith(SILENT), []);
  });

  test('feeds, data and lists stand where the contract has them, with the address of the site in every link', async () => {
    const files = await site.readAll();
    const feeds = ['', 'themes/token-pricing/', 'shows/silent-show/', 'digests/'].flatMap((place) =>
      ['rss.xml', 'atom.xml', 'feed.json'].map((name) => `${place}${name}`),
    );
    const others = ['feeds.opml', 'shows.opml', 'llms.txt', 'api/index.json', 'api/insights/1.json', 'api/schema.json'];
    const all = [...feeds, ...others, 'people/ada-price/rss.xml', 'api/themes/token-pricing/1.json'];
    for (const path of all) {
      assert.ok(files[path], path);
      assert.doesNotMatch(files[path], /localhost|example\.org\/(?!winnow\/|episodes\/|feed\.xml)/, path);
    }
    for (const path of feeds.filter((name) => name.endsWith('.xml')))
      assert.match(files[path] ?? '', /<\?xml-stylesheet type="text\/css" href="\/winnow\/feed\.css"\?>/, path);
    assert.match(files['feed.css'] ?? '', /^@import url\('\/winnow\/fonts\.css'\);/);
    assert.ok(files['shows/silent-show/rss.xml']?.includes('Of Of a silent show'));
    assert.match(
      files['shows/silent-show/index.html'] ?? '',
      /<link rel="alternate"[^>]*href="\/winnow\/shows\/silent-show\/rss\.xml"/,
    );
  });

  test('audio on a private network is not offered to readers elsewhere', async () => {
    assert.doesNotMatch(await site.read(`insights/${idOf(silent)}/index.html`), /10\.0\.0\.1|data-audio/);
  });

  test('an insight without speaker, times, audio and link has a page', async () => {
    const page = await site.read(`insights/${idOf(bare)}/index.html`);
    assert.ok(page.includes(QUOTE));
    assert.doesNotMatch(page, /undefined|null|NaN|data-audio/);
  });

  test('an episode that waits says so', async () => {
    assert.match(await site.read('episodes/price-talk/2026-07-03-waiting-cccc/index.html'), /no transcript yet/);
  });

  test('pages carry no script of their own, no handler, no style attribute and no address that runs', async () => {
    for (const path of ['index.html', `insights/${idOf(hostile)}/index.html`, 'search/index.html']) {
      for (const { name, attribs } of elementsOf(await site.read(path))) {
        assert.ok(name !== 'script' || attribs['src'] || attribs['type'] === 'application/ld+json', path);
        assert.deepEqual(
          Object.entries(attribs).filter(([key, value]) => /^on|^style$/.test(key) || /^\s*javascript:/i.test(value)),
          [],
          path,
        );
        assert.notEqual(name, 'img', path);
      }
    }
  });
});

function linkedDataOf(html: string): Record<string, unknown>[] {
  const scripts = html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs);
  return [...scripts].map(([, json = '']) => JSON.parse(json) as Record<string, unknown>);
}

const propertiesOf = (html: string) =>
  new Map(
    elementsOf(html).flatMap(({ attribs }) =>
      attribs['property'] ? [[attribs['property'], attribs['content'] ?? '']] : [],
    ),
  );

/** Width and height stand at fixed places of the file. */
async function sizeOfPng(path: string): Promise<{ width: number; height: number }> {
  const bytes = await readFile(path);
  assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function elementsOf(html: string) {
  const elements: { name: string; attribs: Record<string, string> }[] = [];
  new Parser({ onopentag: (name, attribs) => elements.push({ name, attribs }) }).end(html);
  return elements;
}

test('an empty content folder builds, and says what to do', async () => {
  const site = await build({});
  assert.ok(site.ok, site.output);
  const home = await site.read('index.html');
  assert.match(home, /Nothing yet/);
  assert.match(home, /npm run daily/);
  assert.match(home, /No insight on this theme yet/);
  assert.match(await site.read('digests/index.html'), /No digest yet/);
  assert.match(await site.read('rss.xml'), /<rss/);
});

test('all that is wrong with the files is named in one go: file, line and field', async () => {
  const good = Object.values(insightFile(anInsight()))[0] ?? '';
  const name = (suffix: string) => `insights/2026/07/2026-07-02-x-${suffix}.mdx`;
  const { ok, output } = await build({
    ...episodeFile(anEpisode()),
    [name('0001')]: good.replace('speaker:', 'speeker:'),
    [name('0002')]: good.replace(CLAIM, `${CLAIM}\n\nexport const p = globalThis.process.exit(99)`),
    [name('0003')]: good.replace(CLAIM, `${CLAIM} {process.exit(99)}`),
  });
  assert.ok(!ok);
  const line = good.split('\n').findIndex((text) => text.startsWith('speaker:')) + 1;
  assert.match(output, new RegExp(`x-0001\\.mdx:${line}: speeker: no such field`));
  const claimLine = good.split('\n').indexOf(CLAIM) + 1;
  assert.match(output, new RegExp(`x-0002\\.mdx:${claimLine + 2}: body: import and export run as code`));
  assert.match(output, new RegExp(`x-0003\\.mdx:${claimLine}: body: braces run as code`));
});

test('an insight without a record of its episode fails the build by name', async () => {
  const insight = anInsight();
  const { ok, output } = await build(insightFile(insight));
  assert.ok(!ok);
  assert.match(
    output,
    new RegExp(`insight ${idOf(insight)}: episode: there is no record of the episode "${insight.episode}"`),
  );
});

test('a content folder that is not there fails the build with advice', async () => {
  const { ok, output } = await buildIn(join(dir, 'nowhere'), join(dir, 'out'));
  assert.ok(!ok);
  assert.match(output, /CONTENT_DIR names ".*nowhere", which is not a folder/);
});
