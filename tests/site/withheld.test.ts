import assert from 'node:assert/strict';
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ThemeId } from '#domain/ids.ts';
import type { Insight } from '#domain/insight.ts';
import { writeClaim } from '#markdown/claim.ts';
import { insightPath } from '#markdown/insight-file.ts';
import { writeFrontMatter } from '#markdown/front-matter.ts';
import { buildIn } from './build-in.ts';
import {
  anEpisode,
  anInsight,
  CLAIM,
  episodeFile,
  idOf,
  QUOTE,
  SHOW,
  showsFile,
  themeFile,
  writeTree,
} from './content-tree.ts';

/** Words that nobody says and no stemmer knows: one for each thing that is told of an insight. */
const wordOf = (who: string, what: string) => `Qx${who}${what}k`;
const FIELDS = ['title', 'claim', 'quote', 'translation', 'figure', 'speaker', 'reason', 'chosen'] as const;
type Field = (typeof FIELDS)[number];

/** An insight of which every part has a word of its own. */
function marked(
  who: string,
  fields: Partial<Record<keyof Insight, unknown>> = {},
): { insight: Insight; claim: string } {
  const word = (field: Field) => wordOf(who, field);
  const insight = anInsight({
    title: `Of ${word('title')} ${who}`,
    speaker: `Ada ${word('speaker')}`,
    quote: { text: `${QUOTE} ${word('quote')}`, translation: word('translation'), startMs: 20_000, endMs: 22_000 },
    figures: [{ text: `$1.10 for ${word('figure')}`, value: 1.1, unit: 'USD/Mtok', subject: word('figure') }],
    reason: word('reason'),
    ...fields,
  });
  return { insight, claim: `${CLAIM} ${word('claim')}` };
}

const SILENT_EPISODE = '2026-07-02-silent-bbbb';
const ONCE_SILENT_EPISODE = '2026-07-02-once-silent-cccc';
const withdrawn = marked('gone', { withdrawn: { date: '2026-07-09', reason: 'It was wrong.' } });
const goneId = idOf(withdrawn.insight);
const related = [{ id: goneId, similarity: 0.9, relation: 'contradicts' }];
const shown = marked('shown', { related });
const silent = marked('silent', { episode: SILENT_EPISODE, related });
// Of a show that lets itself be quoted now.
const onceSilent = marked('once', { episode: ONCE_SILENT_EPISODE, related });
// What the embedded engine kept of a show before its words were forbidden: the claim is the quote over again.
const told = marked('told', { episode: SILENT_EPISODE });
told.claim = `${QUOTE} ${QUOTE} ${wordOf('told', 'claim')}`;
// The same, of the words that another insight of the episode quotes, and in the words of the translation.
const retold = marked('retold', { episode: SILENT_EPISODE });
retold.claim = `${CLAIM} ${silent.insight.quote.text.split(' ').slice(-8).join(' ')}`;
const translation = Array.from({ length: 30 }, (_, n) => `translated${n}`).join(' ');
const translated = marked('translated', {
  episode: SILENT_EPISODE,
  quote: { text: `${QUOTE} ${wordOf('translated', 'quote')}`, translation },
});
translated.claim = translation;
const all = { gone: withdrawn, shown, silent, once: onceSilent, told, retold, translated };

let dir: string;
/** Every file of the site, as it is read: what is compressed is unpacked. */
let texts: Map<string, string>;
const filesWith = (word: string) => [...texts].flatMap(([path, text]) => (text.includes(word) ? [path] : []));
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'winnow-withheld-'));
  const chosen = Object.entries(all).map(([who, { insight }]) => ({
    id: idOf(insight),
    reason: wordOf(who, 'chosen'),
  }));
  await writeTree(join(dir, 'content'), {
    ...Object.fromEntries(
      Object.values(all).map(({ insight, claim }) => [
        insightPath(idOf(insight)),
        writeFrontMatter(insight, writeClaim(claim)),
      ]),
    ),
    ...episodeFile(anEpisode()),
    ...episodeFile(anEpisode({ id: SILENT_EPISODE, show: 'silent-show' })),
    ...episodeFile(anEpisode({ id: ONCE_SILENT_EPISODE, excerpts: false })),
    ...showsFile(SHOW, { ...SHOW, id: 'silent-show', title: 'Silent Show', excerpts: false }),
    'digests/2026-07-03.json': JSON.stringify({ date: '2026-07-03', insights: chosen.slice(0, 4) }),
    // Reasons as the daily run writes them.
    'digests/2026-07-05.json': JSON.stringify({
      date: '2026-07-05',
      insights: [
        { id: idOf(shown.insight), reason: `Contradicts “${withdrawn.insight.title}”` },
        { id: idOf(silent.insight), reason: `Puts a number on it: ${silent.insight.figures[0]!.text}` },
        { id: idOf(onceSilent.insight), reason: `It says that ${onceSilent.insight.quote.text}` },
      ],
    }),
    'digests/2026-07-06.json': JSON.stringify({
      date: '2026-07-06',
      insights: [{ id: idOf(shown.insight), reason: `Takes further “${silent.insight.title}”` }],
    }),
    'digests/2026-07-04.json': JSON.stringify({ date: '2026-07-04', insights: chosen.slice(0, 1) }),
    ...themeFile({ id: ThemeId.parse('token-pricing'), title: 'Pricing' }),
  });
  const site = await buildIn(join(dir, 'content'), join(dir, 'site'), { SITE_URL: 'https://example.org' });
  assert.ok(site.ok, site.output);
  texts = new Map();
  for await (const path of glob('**/*.*', { cwd: site.dir })) {
    const bytes = await readFile(join(site.dir, path)).catch(() => Buffer.alloc(0));
    texts.set(path, (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8'));
  }
});
after(() => rm(dir, { recursive: true, force: true }));

/** One of each kind of file that tells of insights. */
const KINDS = [
  /^index\.html$/,
  /^insights\/.*\.html$/,
  /^themes\/.*\.html$/,
  /^digests\/.*\.html$/,
  /^(?:rss|atom)\.xml$/,
  /^feed\.json$/,
  /^themes\/.*\/(?:rss\.xml|atom\.xml|feed\.json)$/,
  /^digests\/(?:rss\.xml|atom\.xml|feed\.json)$/,
  /^api\/insights\/.*\.json$/,
  /^api\/themes\/.*\.json$/,
  /^pagefind\/fragment\//,
];

test('what may be shown is in every kind of file, so that this would see what may not', () => {
  const files = (['title', 'claim'] as const).flatMap((field) => filesWith(wordOf('shown', field)));
  for (const kind of KINDS)
    assert.ok(
      files.some((path) => kind.test(path)),
      String(kind),
    );
  assert.ok(filesWith(wordOf('shown', 'quote')).some((path) => /^pagefind\/fragment/.test(path)));
  assert.ok(filesWith(wordOf('shown', 'quote').toLowerCase()).some((path) => /^pagefind\/index/.test(path)));
  assert.ok(filesWith(wordOf('shown', 'figure')).some((path) => /^data\/.*\.csv$/.test(path)));
  assert.ok(filesWith(wordOf('shown', 'speaker')).some((path) => /^people\/.*\/rss\.xml$/.test(path)));
});

for (const field of FIELDS) {
  test(`of a withdrawn insight the ${field} is in no file of the site`, () => {
    assert.deepEqual(filesWith(wordOf('gone', field)), []);
    // The address keeps the words of the title, and the search knows it not.
    const isName = field === 'title' || field === 'speaker';
    assert.deepEqual(
      filesWith(wordOf('gone', field).toLowerCase()).filter((path) => !isName || /^pagefind/.test(path)),
      [],
    );
  });
}

test('a withdrawn insight has a page that says so, which nothing links to and no picture shows', () => {
  assert.match(texts.get(`insights/${goneId}/index.html`) ?? '', /It was wrong\./);
  assert.deepEqual(
    filesWith(goneId).filter((path) => !path.startsWith(`insights/${goneId}/`)),
    [],
  );
  assert.deepEqual(
    [...texts.keys()].filter((path) => path.includes(goneId)),
    [`insights/${goneId}/index.html`],
  );
  assert.deepEqual(
    [...texts.keys()].filter((path) => path.includes(wordOf('gone', 'speaker').toLowerCase())),
    [],
  );
});

for (const [who, what] of [
  ['silent', 'a show that is not to be quoted'],
  ['once', 'an episode that was not to be quoted when it was read'],
] as const) {
  test(`of ${what}, the claim is shown, and no file has a word of the quote`, () => {
    assert.ok(filesWith(wordOf(who, 'claim')).length > 5);
    assert.match(texts.get(`insights/${idOf(all[who].insight)}/index.html`) ?? '', /\$1\.10 per million tokens/);
    for (const field of ['quote', 'translation', 'figure'] as const)
      for (const word of [wordOf(who, field), wordOf(who, field).toLowerCase()]) assert.deepEqual(filesWith(word), []);
  });
}

for (const [what, who, { insight }] of [
  ['its own words', 'told', told],
  ['words that another insight quotes', 'retold', retold],
  ['the words of the translation', 'translated', translated],
] as const) {
  test(`of a show that is not to be quoted, a claim in ${what} goes with the quote, and its address says why`, () => {
    const id = idOf(insight);
    for (const field of FIELDS) assert.deepEqual(filesWith(wordOf(who, field)), []);
    assert.deepEqual(filesWith('translated5'), []);
    assert.match(texts.get(`insights/${id}/index.html`) ?? '', /does not let itself be quoted/);
    assert.deepEqual(
      filesWith(id).filter((path) => !path.startsWith(`insights/${id}/`)),
      [],
    );
  });
}

test('a reason that is still true stays, one that says what is withheld goes, and its insight stays in the digest', () => {
  const [day, next] = ['2026-07-05', '2026-07-06'].map((date) => texts.get(`digests/${date}/index.html`) ?? '');
  assert.match(next ?? '', new RegExp(`Takes further “${silent.insight.title}”`));
  for (const { insight } of [shown, silent, onceSilent]) assert.ok(day?.includes(insight.title));
  assert.doesNotMatch(day ?? '', /Contradicts “|Puts a number|It says that/);
});
