import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { Show } from '#domain/show.ts';
import { ThemeId } from '#domain/ids.ts';
import { ApiIndex, apiJsonSchema, ApiPage } from '../../src/api-schema.ts';
import { apiIndex, fileNumbers, INSIGHTS_A_FILE, insightsFile, themeFile } from '../../src/queries/api.ts';
import { writeJson } from '../../src/write-json.ts';
import { anInsight, idOf, QUOTE, SHOW } from './content-tree.ts';
import { anArchive, NEWER, OLDER, stored, URLS } from './feed-archive.ts';

/** As a program that fetches it reads it. */
const read = (value: unknown): unknown => JSON.parse(writeJson(value));
const archive = anArchive();
const MOE = ThemeId.parse('moe');
const many = anArchive({
  insights: Array.from({ length: 2 * INSIGHTS_A_FILE + 1 }, (_, at) => stored(anInsight({ title: `Number ${at}` }))),
});

test('an insight comes with all that its page proves', () => {
  const { insights } = ApiPage.parse(read(insightsFile(1, archive, URLS)));
  const newer = insights.find(({ id }) => id === idOf(NEWER));
  assert.deepEqual(
    { ...newer, claim: undefined },
    {
      id: idOf(NEWER),
      url: `https://example.org/winnow/insights/${idOf(NEWER)}/`,
      title: 'Newer',
      claim: undefined,
      quote: QUOTE,
      ...{ startMs: 20_000, endMs: 22_000, approximate: false, speaker: 'Ada Price' },
      show: { id: 'price-talk', title: 'Price Talk', url: 'https://example.org/winnow/shows/price-talk/' },
      episode: {
        id: '2026-07-02-the-price-of-a-token-aaaa',
        title: 'Prices & "tokens"',
        url: 'https://example.org/winnow/episodes/price-talk/2026-07-02-the-price-of-a-token-aaaa/',
        link: 'https://podcast.example/episodes/1',
        publishedAt: '2026-07-02',
      },
      themes: ['moe', 'token-pricing'],
      figures: [{ text: '$1.10 per million tokens', value: 1.1, unit: 'USD/Mtok' }],
      related: [{ id: idOf(OLDER), similarity: 0.9, relation: 'extends', later: false, statedThere: false }],
      ...{ publishedAt: '2026-07-02', addedAt: '2026-07-05', score: 0.5 },
    },
  );
});

test('the pages name their neighbours, and hold every insight once, in the order of the site', () => {
  const pages = fileNumbers(many.insights).map((page) => ApiPage.parse(read(insightsFile(Number(page), many, URLS))));
  assert.deepEqual(
    pages.map(({ page, pages: count, total, previous, next, insights }) => [
      page,
      count,
      total,
      previous,
      next,
      insights.length,
    ]),
    [
      [1, 3, 201, undefined, 'https://example.org/winnow/api/insights/2.json', 100],
      [
        2,
        3,
        201,
        'https://example.org/winnow/api/insights/1.json',
        'https://example.org/winnow/api/insights/3.json',
        100,
      ],
      [3, 3, 201, 'https://example.org/winnow/api/insights/2.json', undefined, 1],
    ],
  );
  assert.deepEqual(
    pages.flatMap(({ insights }) => insights.map(({ id }) => id)),
    many.insights.map(({ id }) => id),
  );
});

test('a theme’s list holds its insights only, and one without any is an empty page', () => {
  const { theme, insights } = ApiPage.parse(read(themeFile(MOE, 1, archive, URLS)));
  assert.deepEqual([theme, insights.map(({ title }) => title)], ['moe', ['Newer']]);
  const none = ApiPage.parse(read(themeFile(MOE, 1, many, URLS)));
  assert.deepEqual([none.pages, none.total, none.insights], [1, 0, []]);
});

test('the index says what there is, and where', () => {
  const { counts, insights, themes, updatedAt } = ApiIndex.parse(read(apiIndex(archive, URLS)));
  assert.deepEqual(counts, { insights: 2, episodes: 1, shows: 1, people: 1, digests: 1 });
  assert.deepEqual(insights, { first: 'https://example.org/winnow/api/insights/1.json', pages: 1, total: 2 });
  assert.deepEqual(
    themes.map(({ id, first, total }) => [id, first, total]),
    [
      ['moe', 'https://example.org/winnow/api/themes/moe/1.json', 1],
      ['token-pricing', 'https://example.org/winnow/api/themes/token-pricing/1.json', 2],
    ],
  );
  assert.equal(updatedAt, '2026-07-05');
});

test('the JSON Schema that is published holds for what is published, and refuses what is not so', () => {
  const schema = z.fromJSONSchema(read(apiJsonSchema()) as Parameters<typeof z.fromJSONSchema>[0]);
  const page = read(insightsFile(1, archive, URLS)) as { insights: object[] };
  for (const file of [apiIndex(archive, URLS), page, themeFile(MOE, 1, archive, URLS), insightsFile(3, many, URLS)])
    assert.deepEqual(schema.safeParse(read(file)).error, undefined);
  for (const wrong of [{ title: 7 }, { publishedAt: 'yesterday' }, { score: 2 }, { claim: undefined }])
    assert.ok(!schema.safeParse({ ...page, insights: [read({ ...page.insights[0], ...wrong })] }).success);
  // Fields may be added without breaking those who hold files against it.
  assert.ok(schema.safeParse({ ...page, insights: [{ ...page.insights[0], color: 'red' }] }).success);
});

test('no quote of a show that does not let itself be quoted, and nothing that was withdrawn', () => {
  const withdrawn = anInsight({ title: 'Gone', withdrawn: { date: '2026-07-09', reason: 'Wrong' } });
  const silent = anArchive({
    insights: [stored(OLDER), stored(withdrawn)],
    shows: [Show.parse({ ...SHOW, excerpts: false })],
  });
  const text = writeJson(insightsFile(1, silent, URLS));
  assert.ok(text.includes(idOf(OLDER)) && !text.includes(QUOTE) && !text.includes(idOf(withdrawn)));
});

test('hostile text is text, and strict readers can read it', () => {
  const hostile = anInsight({ title: '</script> "\u0000\ud800 ]]>' });
  const text = writeJson(insightsFile(1, anArchive({ insights: [stored(hostile)] }), URLS));
  assert.equal(ApiPage.parse(JSON.parse(text)).insights[0]?.title, '</script> " ]]>');
  assert.doesNotMatch(text, /\\u(?:0000|d800)/);
});
