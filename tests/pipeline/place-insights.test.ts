import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day, EpisodeId, ShowId, ThemeId } from '#domain/ids.ts';
import { placeInsights, type Placing } from '../../scripts/pipeline/place-insights.ts';
import { createShelf } from '../../scripts/pipeline/shelf.ts';
import type { ProvenDraft } from '../../scripts/pipeline/prove-drafts.ts';
import type { PublishedInsight } from '../../scripts/ports.ts';
import { anEpisode, CLAIM, published, QUOTE } from '../support/builders.ts';
import { FakeEmbedder } from '../support/fake-embedder.ts';

const embedder = new FakeEmbedder();
const gearing = 'gearing' as ThemeId;
const placing = (fields: Partial<Placing> = {}): Omit<Placing, 'shelf'> => ({
  episode: anEpisode(),
  engine: { name: 'embedded' },
  today: '2026-07-03' as Day,
  rateThemes: (text) => [{ theme: gearing, fit: text.includes('weather') ? 0 : 1 }],
  ...fields,
});
const aDraft = (quote: string, claim = `${quote}. ${CLAIM}`, importance = 0.5): ProvenDraft => ({
  draft: { title: quote.slice(0, 60), claim, quote, importance },
  quote: { text: quote },
  place: { from: 0, to: 10, text: quote },
});
const OTHER = 'steel frames ride softer than carbon ones since the tubes give way on every bump of a road';
const place = async (
  drafts: ProvenDraft[],
  {
    before = [] as PublishedInsight[],
    at = placing(),
    episodes = [anEpisode({ id: 'other' as EpisodeId, show: 'other' as ShowId })],
  } = {},
) => placeInsights(drafts, { ...at, shelf: await createShelf(before, episodes, embedder) }, embedder);

test('an insight gets its id, its day, its themes and a score', async () => {
  const { placed } = await place([aDraft(QUOTE)]);
  assert.match(placed[0]?.id ?? '', /^2026-07-02-a-hub-gear-just-runs-.*-[0-9a-f]{4}$/);
  assert.deepEqual(
    [placed[0]?.insight.addedAt, placed[0]?.insight.themes, placed[0]?.insight.importance],
    ['2026-07-03', [gearing], 0.5],
  );
});

test('an insight of no theme is not published', async () => {
  assert.deepEqual(await place([aDraft(`${QUOTE} in any weather`)]), {
    placed: [],
    standing: [],
    removed: [],
    dropped: ['of no theme'],
  });
});

test('the same claim of the same episode is published once, the better one', async () => {
  const better = aDraft(QUOTE, CLAIM, 0.6);
  const again = aDraft('as I said at the very start of all this', CLAIM, 0.4);
  const { placed, dropped } = await place([{ ...again, draft: { ...again.draft, title: better.draft.title } }, better]);
  assert.deepEqual(
    [placed.map(({ insight }) => insight.quote.text), dropped],
    [[QUOTE], ['said before in the same episode']],
  );
});

test('the same claim of another episode is kept, and linked', async () => {
  const { placed } = await place([aDraft(OTHER, CLAIM)], {
    before: [published('2026-06-01-x-0001', { episode: 'other' as EpisodeId }, CLAIM)],
  });
  assert.deepEqual(
    placed[0]?.insight.related.map(({ id }) => id),
    ['2026-06-01-x-0001'],
  );
});

test('an episode that only says word for word what another said is a duplicate of it', async () => {
  const result = await place([aDraft(QUOTE)], {
    before: [published('2026-06-01-x-0001', { episode: 'other' as EpisodeId })],
  });
  assert.deepEqual(result, {
    placed: [],
    standing: [],
    removed: [],
    dropped: ['said before in another episode'],
    duplicateOf: 'other',
  });
});

test('what a run that was cut short had published counts, and is not published again', async () => {
  const before = published('2026-07-02-x-0001');
  const { placed, standing, dropped } = await place([aDraft(QUOTE)], { before: [before] });
  assert.deepEqual([placed, standing, dropped], [[], [before], ['published already']]);
});

test('an episode has at most 8 insights and 400 quoted words', async () => {
  const words = (n: number, count: number) => Array.from({ length: count }, (_, i) => `w${n}x${i}`).join(' ');
  const short = Array.from({ length: 10 }, (_, n) => aDraft(words(n, 10), words(n + 100, 30)));
  assert.equal((await place(short)).placed.length, 8);
  const long = Array.from({ length: 8 }, (_, n) => aDraft(words(n, 90), words(n + 100, 30)));
  const { placed, dropped } = await place(long);
  assert.deepEqual([placed.length, new Set(dropped)], [4, new Set(['over the bounds of an episode'])]);
});

test('related insights are earlier ones: at most 2 of one episode and 3 of one show, nearest first, none of the same episode', async () => {
  const episodes = ['a', 'b', 'c'].map((id) =>
    anEpisode({ id: id as EpisodeId, show: (id === 'c' ? 'second' : 'first') as ShowId }),
  );
  const shelf = ['a', 'a', 'a', 'b', 'b', 'c'].map((episode, n) =>
    published(
      `2026-06-0${n + 1}-x-000${n}`,
      { episode: episode as EpisodeId, quote: { text: `${OTHER} ${n}` } },
      CLAIM,
    ),
  );
  const { placed } = await place([aDraft(QUOTE, CLAIM)], { before: shelf, episodes });
  const related = placed[0]?.insight.related.map(({ id }) => id) ?? [];
  assert.deepEqual(related, ['2026-06-01-x-0000', '2026-06-02-x-0001', '2026-06-04-x-0003', '2026-06-06-x-0005']);
});

test('of a show that does not allow quotes, a claim or title that is the quote over again is not published', async () => {
  const at = placing({ episode: anEpisode({ excerpts: false }) });
  const titled = (title: string, proven: ReturnType<typeof aDraft>) => ({
    ...proven,
    draft: { ...proven.draft, title },
  });
  const title = QUOTE.split(' ').slice(0, 8).join(' ');
  const drafts = [
    titled('In our words', aDraft(QUOTE, `${QUOTE} ${QUOTE}`)),
    titled(title, aDraft(QUOTE, CLAIM)),
    titled('In our words', aDraft(OTHER, CLAIM)),
  ];
  const { placed, dropped } = await place(drafts, { at });
  assert.deepEqual(
    [placed.map(({ insight }) => insight.quote.text), dropped],
    [[OTHER], Array(2).fill('claim that quotes a show which does not allow it')],
  );
});

test('themes that an engine names count, if they exist', async () => {
  const named = (themes: string[]) => {
    const proven = aDraft(QUOTE);
    return { ...proven, draft: { ...proven.draft, themes: themes as ThemeId[] } };
  };
  const at = placing({
    rateThemes: () => [
      { theme: gearing, fit: 1 },
      { theme: 'wear' as ThemeId, fit: 0 },
    ],
  });
  const themesOf = async (themes: string[]) => (await place([named(themes)], { at })).placed[0]?.insight.themes;
  assert.deepEqual([await themesOf(['wear', 'invented']), await themesOf(['invented'])], [['wear'], [gearing]]);
});

test('an importance out of bounds is brought back into them', async () => {
  assert.equal((await place([aDraft(QUOTE, undefined, 7)])).placed[0]?.insight.importance, 1);
});

test('a claim that another show makes too is marked as the same, one of the same show is only linked', async () => {
  const before = [published('2026-06-01-x-0001', { episode: 'other' as EpisodeId, quote: { text: OTHER } }, CLAIM)];
  const relatedOf = async (show: string) => {
    const episodes = [anEpisode({ id: 'other' as EpisodeId, show: show as ShowId })];
    const draft = aDraft(QUOTE, CLAIM);
    const { placed } = await place([{ ...draft, draft: { ...draft.draft, title: before[0]!.insight.title } }], {
      before,
      episodes,
    });
    return placed[0]?.insight.related;
  };
  assert.deepEqual(await relatedOf('other'), [{ id: '2026-06-01-x-0001', similarity: 1, same: true }]);
  assert.deepEqual(await relatedOf('bike-talk'), [{ id: '2026-06-01-x-0001', similarity: 1 }]);
});

test('a claim that the teaser of the same talk made is not made again', async () => {
  const before = [published('2026-06-01-x-0001', { episode: 'other' as EpisodeId, quote: { text: OTHER } }, CLAIM)];
  const draft = aDraft(QUOTE, CLAIM);
  const sameTitle = { ...draft, draft: { ...draft.draft, title: before[0]!.insight.title } };
  const { placed, dropped } = await place([sameTitle], { before, at: placing({ original: 'other' as EpisodeId }) });
  assert.deepEqual([placed, dropped], [[], ['said before in another episode']]);
});

const withdrawn = { date: '2026-07-04' as Day, reason: 'It was wrong.' };
const spoken = (proven: ProvenDraft, startMs: number): ProvenDraft => ({
  ...proven,
  quote: { ...proven.quote, startMs, endMs: startMs + 8000 },
});
for (const [what, quote, draft] of [
  ['whose quote is still there', { text: QUOTE }, aDraft(QUOTE)],
  [
    'of which the quote was taken out, known by its times',
    { text: '', startMs: 1000, endMs: 9000 },
    spoken(aDraft(QUOTE), 2000),
  ],
  [
    'that a longer passage holds',
    { text: QUOTE },
    aDraft(`well ${QUOTE} and so on and so forth until the end of the day`),
  ],
] as const) {
  test(`the passage of a withdrawn insight ${what}, is not published anew`, async () => {
    const before = [published('2026-07-02-x-0001', { quote, withdrawn }, '')];
    const { placed, dropped } = await place([draft], { before });
    assert.deepEqual([placed, dropped], [[], ['withdrawn by hand']]);
  });
}

test('of a withdrawn insight without quote and times, the hash in its id tells', async () => {
  const { placed } = await place([aDraft(QUOTE)]);
  const before = [published(placed[0]!.id, { quote: { text: '' }, withdrawn }, '')];
  assert.deepEqual((await place([aDraft(QUOTE)], { before })).dropped, ['withdrawn by hand']);
});

test('what was withdrawn takes no room; where what stands fills an episode, the report says so', async () => {
  const words = (n: number) => Array.from({ length: 10 }, (_, i) => `w${n}x${i}`).join(' ');
  const full = (fields: object) =>
    Array.from({ length: 8 }, (_, n) =>
      published(`2026-07-02-x-000${n}`, { quote: { text: words(n) }, ...fields }, words(n + 50)),
    );
  assert.deepEqual((await place([aDraft(OTHER)], { before: full({}) })).dropped, ['no room beside what is published']);
  assert.equal((await place([aDraft(OTHER)], { before: full({ withdrawn }) })).placed.length, 1);
});

test('what a new reading may remove and does not choose makes room; what it chooses again stays', async () => {
  const chosen = published('2026-07-02-x-0001');
  const other = published(
    '2026-07-02-y-0002',
    { quote: { text: OTHER } },
    `Not that: ${OTHER}, so they say, on and on and on`,
  );
  const at = placing({ mayRemove: () => true });
  const fresh = aDraft('a hub of this kind weighs about one kilogram more than the sprockets it stands for');
  const { placed, standing, removed } = await place([aDraft(`and ${QUOTE}`), fresh], { before: [chosen, other], at });
  assert.deepEqual(
    [standing, removed, placed.map(({ insight }) => insight.quote.text)],
    [[chosen], [other], [fresh.quote.text]],
  );
});
