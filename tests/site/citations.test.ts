import assert from 'node:assert/strict';
import { test } from 'node:test';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { Show } from '#domain/show.ts';
import { buildArchive, type PublishedInsight } from '../../src/queries/archive.ts';
import { citationsOf } from '../../src/queries/citations.ts';
import { anEpisode, anInsight, CLAIM, idOf, QUOTE, SHOW } from './content-tree.ts';

const URL = 'https://winnow.example/insights/one/';
function published(insight = anInsight(), show: object = SHOW): PublishedInsight {
  const stored = { ...insight, id: idOf(insight), claim: CLAIM, claimHtml: '' };
  const shows = [Show.parse(show)];
  return buildArchive({ insights: [stored], episodes: [anEpisode()], digests: [], shows, themes: [] }).insights[0]!;
}

test('a quote is copied with who said it where and when, and the address', () => {
  assert.equal(
    citationsOf(published(), URL).text,
    `“${QUOTE}” — Ada Price, Price Talk: The price of a token, 2 July 2026, at 0:20, ${URL}`,
  );
});

test('as Markdown it is a quote with a link, as a link it has its title', () => {
  const { markdown, link } = citationsOf(published(), URL);
  assert.equal(
    markdown,
    `> “${QUOTE}”\n>\n> — Ada Price, [Price Talk: The price of a token](${URL}), 2 July 2026, at 0:20`,
  );
  assert.equal(link, `Tokens are sold below what they cost (Ada Price, Price Talk, 2 July 2026, at 0:20) ${URL}`);
});

test('what is not known is left out, and a time that is not exact says so', () => {
  const unknown = anInsight({ speaker: undefined, quote: { text: QUOTE } });
  assert.equal(
    citationsOf(published(unknown), URL).text,
    `“${QUOTE}” — Price Talk: The price of a token, 2 July 2026, ${URL}`,
  );
  const about = anInsight({ quote: { text: QUOTE, startMs: 20_000, endMs: 22_000, approximate: true } });
  assert.match(citationsOf(published(about), URL).text, /, at about 0:20, /);
});

test('of a show that does not let itself be quoted, the claim is copied as the site’s own words', () => {
  const citations = citationsOf(published(anInsight(), { ...SHOW, excerpts: false }), URL);
  assert.ok(!JSON.stringify(citations).includes(QUOTE));
  assert.equal(citations.isVerbatim, false);
  const source = `(Winnow on Ada Price, ${SHOW.title}: The price of a token, 2 July 2026, at 0:20, ${URL})`;
  assert.equal(citations.text, `${CLAIM} ${source}`);
  assert.ok(citations.markdown.startsWith(`${CLAIM} (Winnow on Ada Price, [`));
});

test('signs of Markdown in the words come out as the words they are', () => {
  const text =
    '*all* of it [costs](javascript:alert(1)) <b>$1.10</b> or ~~less~~ # says `he` & https://evil.example/ | 1. _so_';
  const title = 'A [show](https://evil.example) *of* prices';
  const { markdown } = citationsOf(published(anInsight({ quote: { text } }), { ...SHOW, title }), URL);
  const [block] = unified().use(remarkParse).use(remarkGfm).parse(markdown).children;
  assert.ok(block?.type === 'blockquote');
  const [words, source] = block.children;
  assert.ok(words?.type === 'paragraph' && source?.type === 'paragraph');
  assert.ok(words.children.every(({ type }) => type === 'text' || type === 'link'));
  assert.equal(
    words.children.map((node) => ('value' in node ? node.value : 'https://evil.example/')).join(''),
    `“${text}”`,
  );
  const links = source.children.filter(({ type }) => type === 'link');
  assert.deepEqual(
    links.map((link) => 'url' in link && link.url),
    [URL],
  );
});
