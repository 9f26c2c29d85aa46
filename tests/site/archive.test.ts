import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#domain/day.ts';
import type { TranscriptSource } from '#domain/episode.ts';
import type { Day } from '#domain/ids.ts';
import type { Insight } from '#domain/insight.ts';
import { Show } from '#domain/show.ts';
import { Theme } from '#domain/theme.ts';
import { makeUrls } from '#urls';
import { buildArchive, type Archive, type Collections, type StoredInsight } from '../../src/queries/archive.ts';
import { digestListPages, digestPages } from '../../src/queries/digests.ts';
import { episodePages } from '../../src/queries/episodes.ts';
import { homePage } from '../../src/queries/home.ts';
import { insightIds, insightPage, type InsightPage, type InsightView } from '../../src/queries/insights.ts';
import { numbersOf } from '../../src/queries/numbers.ts';
import { pagesOf } from '../../src/queries/pages-of.ts';
import { personPages } from '../../src/queries/people.ts';
import { anEpisode, anInsight, CLAIM, idOf, QUOTE, SHOW } from './content-tree.ts';

const urls = makeUrls();
const absolute = (path: string) => `https://winnow.example${path}`;
const stored = (insight: Insight): StoredInsight => ({
  ...insight,
  id: idOf(insight),
  claim: CLAIM,
  claimHtml: `<p>${CLAIM}</p>`,
});
const insightPages = (archive: Archive) =>
  insightIds(archive).map((id) => insightPage(id, archive, { urls, absolute }));
const archiveOf = (collections: Partial<Collections>) =>
  buildArchive({
    insights: [],
    episodes: [anEpisode()],
    digests: [],
    shows: [Show.parse(SHOW)],
    themes: [],
    ...collections,
  });
const viewOf = (page: InsightPage | undefined): InsightView => {
  assert.ok(page && 'insight' in page);
  return page.insight;
};

const early = anInsight({ title: 'The early one' });
const late = anInsight({
  title: 'The late one',
  publishedAt: '2026-07-09',
  related: [{ id: idOf(early), similarity: 0.9, relation: 'extends' }],
});

test('a relation stands on the later insight, and the way back on the earlier', () => {
  const [first, second] = insightPages(archiveOf({ insights: [early, late].map(stored) })).map(viewOf);
  assert.deepEqual(
    first?.related.map(({ how, line }) => [how, line.title]),
    [['Extends', 'The early one']],
  );
  assert.deepEqual(
    second?.related.map(({ how, line }) => [how, line.title]),
    [['Extended by', 'The late one']],
  );
});

test('a contradiction stands apart from the other relations', () => {
  const against = anInsight({
    ...late,
    title: 'No',
    related: [{ id: idOf(early), similarity: 0.9, relation: 'contradicts' }],
  });
  const [first] = insightPages(archiveOf({ insights: [early, against].map(stored) })).map(viewOf);
  assert.equal(first?.against?.how, 'Contradicts');
  assert.deepEqual(first?.related, []);
});

test('a withdrawn insight is in no list, no relation and no digest, and its page holds neither claim nor quote', () => {
  const withdrawn = anInsight({ ...early, withdrawn: { date: '2026-07-10', reason: 'It was wrong.' } });
  const digests = [
    { date: '2026-07-10', insights: [{ id: idOf(early), reason: 'Best' }] },
  ] as unknown as Collections['digests'];
  const archive = archiveOf({ insights: [withdrawn, late].map(stored), digests });
  const pages = insightPages(archive);
  assert.deepEqual(viewOf(pages[0]).related, []);
  assert.deepEqual(digestPages(archive, urls)[0]?.entries, []);
  assert.equal(homePage(archive, urls).digest, undefined);
  const text = JSON.stringify(pages.find(({ id }) => id === idOf(early)));
  assert.ok(text.includes('It was wrong.') && !text.includes(QUOTE) && !text.includes(CLAIM));
});

test('of a show that is marked as private, audio that is on record already is not shown', () => {
  const episode = anEpisode({ audio: 'https://example.org/1.mp3' });
  const audioOf = (show: Show) => archiveOf({ episodes: [episode], shows: [show] }).episodes[0]?.audio;
  assert.equal(audioOf(Show.parse(SHOW)), episode.audio);
  assert.equal(audioOf(Show.parse({ ...SHOW, private: true })), undefined);
});

test('a show that does not let itself be quoted gives claims and times without quotes', () => {
  const archive = archiveOf({ insights: [stored(early)], shows: [Show.parse({ ...SHOW, excerpts: false })] });
  const view = viewOf(insightPages(archive)[0]);
  assert.ok(!JSON.stringify(archive.insights).includes(QUOTE));
  assert.deepEqual(
    [view.quote, view.moment, view.source?.url],
    [undefined, '0:20', 'https://podcast.example/episodes/1'],
  );
});

test('related ids, digest ids and themes that do not exist are left out', () => {
  const dangling = anInsight({ themes: ['no-such-theme'], related: [{ id: '2020-01-01-gone-0000', similarity: 0.9 }] });
  const digests = [
    { date: '2026-07-03', insights: [{ id: '2020-01-01-gone-0000', reason: 'x' }] },
  ] as unknown as Collections['digests'];
  const archive = archiveOf({ insights: [stored(dangling)], digests });
  const view = viewOf(insightPages(archive)[0]);
  assert.deepEqual([view.related, view.themes, digestPages(archive, urls)[0]?.entries], [[], [], []]);
});

test('an insight without a record of its episode is refused by name', () => {
  assert.throws(
    () => archiveOf({ insights: [stored(early)], episodes: [] }),
    new RegExp(`${idOf(early)}.*no record of the episode "${early.episode}"`),
  );
});

test('a show that is in no list any more has a name made from its id', () => {
  assert.deepEqual(
    archiveOf({ shows: [] }).shows.map(({ title }) => title),
    ['Price Talk'],
  );
});

test('the newest digest is the home page’s, with its own date', () => {
  const digests = ['2026-07-03', '2026-07-05', '2026-07-04'].map((date) => ({
    date,
    insights: [{ id: idOf(early), reason: 'x' }],
  }));
  const home = homePage(
    archiveOf({ insights: [stored(early)], digests: digests as unknown as Collections['digests'] }),
    urls,
  );
  assert.deepEqual(
    [home.digest?.date, ...home.earlier.map(({ date }) => date)],
    ['2026-07-05', '2026-07-04', '2026-07-03'],
  );
});

test('a long list is cut into pages that name their neighbours', () => {
  const pages = pagesOf([1, 2, 3, 4, 5], 2, (page) => `/${page}/`);
  assert.deepEqual(
    pages.map(({ items, newerUrl, olderUrl }) => [items, newerUrl, olderUrl]),
    [
      [[1, 2], undefined, '/2/'],
      [[3, 4], '/1/', '/3/'],
      [[5], '/2/', undefined],
    ],
  );
  assert.equal(pagesOf([], 2, String).length, 1);
});

/** An insight of its own episode and show, linked to others. */
const ofShow = (show: string, at: number, related: Insight['related'] = []) =>
  anInsight({ title: `On ${show} ${at}`, episode: `2026-07-02-${show}-${at}`, related });
const recordOf = ({ episode }: Insight) => anEpisode({ id: episode, show: episode.slice(11, -2), guid: episode });
const relatedOf = (insight: Insight, others: readonly Insight[]) => {
  const all = [insight, ...others];
  const archive = archiveOf({ insights: all.map(stored), episodes: all.map(recordOf) });
  return viewOf(insightPages(archive).find(({ id }) => id === idOf(insight)));
};

test('a claim that others make too says on how many shows, counted both ways, its own show left out', () => {
  const before = ['a', 'a', 'b', 'own'].map((show, at) => ofShow(show, at));
  const same = (insight: Insight) => ({ id: idOf(insight), similarity: 0.9, same: true as const });
  const own = ofShow('own', 8, before.map(same));
  const view = relatedOf(own, [...before, ofShow('c', 9, [same(own)])]);
  assert.deepEqual(view.alsoSaidOn.map(({ title }) => title).toSorted(), ['A', 'B', 'C']);
  assert.equal(view.alsoSaidOn.find(({ title }) => title === 'B')?.url, urls.insight(idOf(before[2]!)));
  assert.deepEqual(new Set(view.related.map(({ how }) => how)), new Set(['Said before by', 'Said again by']));
  assert.deepEqual(relatedOf(early, []).alsoSaidOn, []);
});

test('with the way back too, no more than ten are related, three of a show and two of an episode, and a contradiction is not crowded out', () => {
  const own = ofShow('own', 0);
  const link = (similarity: number, relation?: 'contradicts') => [
    { id: idOf(own), similarity, ...(relation && { relation }) },
  ];
  const crowd = Array.from({ length: 6 }, (_, at) => ofShow('a', at, link(0.9)));
  const against = ofShow('a', 7, link(0.6, 'contradicts'));
  const shows = 'bcdefghijklm'.split('').map((show) => ofShow(show, 0, link(0.7)));
  const { related, against: shown } = relatedOf(own, [...crowd, against, ...shows]);
  assert.equal(shown?.line.title, against.title);
  assert.equal(related.length, 9);
  assert.equal(related.filter(({ line }) => line.show.url.endsWith('/a/')).length, 2);
});

test('an episode that holds another links to it above what it adds', () => {
  const original = anEpisode();
  const whole = anEpisode({ id: '2026-07-09-whole-aaaa', guid: 'w', status: 'duplicate', duplicateOf: original.id });
  const insights = [stored(anInsight({ episode: whole.id }))];
  const page = episodePages(archiveOf({ insights, episodes: [original, whole] }), urls).find(
    ({ episode }) => episode.id === whole.id,
  );
  assert.match(page?.state ?? '', /^It holds another episode, and more/);
  assert.equal(page?.original?.title, original.title);
});

test('the numbers are those of what is shown, and the last run is the last day that added something', () => {
  const withdrawn = anInsight({ title: 'Gone', withdrawn: { date: '2026-07-10', reason: 'It was wrong.' } });
  const yesterday = anInsight({ title: 'Of the day before', addedAt: '2026-07-08' });
  const today = anInsight({
    title: 'Of the last day',
    addedAt: '2026-07-09',
    engine: { name: 'openai', model: 'a-model' },
  });
  const episodes = [anEpisode(), anEpisode({ id: '2026-07-03-waiting-cccc', status: 'waiting' })];
  const numbers = numbersOf(archiveOf({ insights: [withdrawn, yesterday, today].map(stored), episodes }));
  assert.deepEqual(
    [numbers.insights, numbers.withdrawn, numbers.quotes, numbers.people, numbers.episodes, numbers.statuses.waiting],
    [2, 1, 2, 1, 2, 1],
  );
  assert.deepEqual(numbers.lastRun, {
    day: '2026-07-09',
    insights: 1,
    episodes: 1,
    shows: 1,
    engines: ['openai (a-model)'],
  });
  assert.equal(numbersOf(archiveOf({})).lastRun, undefined);
});

test('a person has all that was said under the name, whatever its case', () => {
  const insights = [early, anInsight({ ...late, speaker: 'ADA PRICE' }), anInsight({ title: 'x', speaker: 'Bo Lin' })];
  const archive = archiveOf({ insights: insights.map(stored) });
  const pages = personPages(archive, urls);
  assert.deepEqual(
    pages.map(({ person, count, url }) => [person.name, count, url]),
    [
      ['Ada Price', 2, '/people/ada-price/'],
      ['Bo Lin', 1, '/people/bo-lin/'],
    ],
  );
});

test('a person is named as most of the insights spell the name, or as the oldest does', () => {
  const spelled = (speaker: string, day: number) =>
    stored(anInsight({ title: `Number ${day}`, speaker, publishedAt: `2026-07-0${day}` }));
  const nameOf = (insights: StoredInsight[]) => archiveOf({ insights }).people.map(({ name }) => name);
  assert.deepEqual(nameOf([spelled('Ada Price', 3), spelled('ada price 🚀', 4)]), ['Ada Price']);
  assert.deepEqual(nameOf([spelled('ADA PRICE', 3), spelled('Ada Price', 4), spelled('Ada Price', 5)]), ['Ada Price']);
});

test('no episode crowds the others out of a theme’s newest on the home page', () => {
  const insights = [1, 2, 3, 4].map((at) => anInsight({ title: `Number ${at}` }));
  const other = anInsight({ title: 'Of another', episode: '2026-07-01-other-bbbb', publishedAt: '2026-07-01' });
  const episodes = [anEpisode(), anEpisode({ id: other.episode, publishedAt: '2026-07-01' })];
  const themes = [
    Theme.parse({
      ...{ id: 'token-pricing', title: 'Pricing', description: 'On prices', order: 1, color: 'red' },
      definition: 'What belongs here is what is said about prices.',
      terms: ['price', 'cost', 'token'],
    }),
  ];
  const [strip] = homePage(archiveOf({ insights: [...insights, other].map(stored), episodes, themes }), urls).themes;
  assert.deepEqual(
    strip?.newest.map(({ episode }) => episode.url),
    [anEpisode().id, anEpisode().id, other.episode].map((id) => `/episodes/price-talk/${id}/`),
  );
});

test('related insights come as contradictions, agreements, extensions and what is close, of each the nearest first', () => {
  const own = ofShow('own', 0);
  const kinds = ['extends', undefined, 'agrees', 'contradicts', 'extends', 'contradicts'] as const;
  const others = kinds.map((relation, at) =>
    ofShow('abcdef'[at]!, at, [{ id: idOf(own), similarity: 0.7 + at / 100, ...(relation && { relation }) }]),
  );
  const { against, related } = relatedOf(own, others);
  assert.equal(against?.line.title, 'On f 5');
  assert.deepEqual(
    related.map(({ how, line }) => `${how} ${line.title}`),
    ['Contradicted by On d 3', 'Agrees On c 2', 'Extended by On e 4', 'Extended by On a 0', 'Close to On b 1'],
  );
});

test('how an insight was made and proven is said in full', () => {
  const made = anInsight({ engine: { name: 'openai', model: 'gpt', prompt: 'v3' } });
  const proofOf = (insight: Insight) => viewOf(insightPages(archiveOf({ insights: [stored(insight)] }))[0]).proof;
  assert.deepEqual(proofOf(made), [
    'Proposed by the openai engine (gpt, prompt v3), added on 3 July 2026.',
    'Its quote was found word for word in the WebVTT transcript of the episode.',
    'The times are those of the transcript.',
  ]);
  assert.equal(proofOf(early)[0], 'Proposed by the embedded engine, added on 3 July 2026.');
  assert.match(
    proofOf(anInsight({ quote: { text: QUOTE, startMs: 1, endMs: 2, approximate: true } }))[2]!,
    /now and then/,
  );
  assert.match(proofOf(anInsight({ quote: { text: QUOTE } }))[2]!, /no times/);
});

test('the list of digests is paged, and each page knows the months it holds', () => {
  const days = Array.from({ length: 70 }, (_, at) => addDays('2026-07-09' as Day, -at));
  const digests = days.map((date) => ({
    date,
    insights: [{ id: idOf(early), reason: 'Best' }],
  })) as unknown as Collections['digests'];
  const pages = digestListPages(archiveOf({ insights: [stored(early)], digests }), urls);
  assert.deepEqual(
    pages.map(({ url, page, months }) => [url, page.items.length, months.map(({ title }) => title)]),
    [
      ['/digests/', 60, ['July 2026', 'June 2026', 'May 2026']],
      ['/digests/pages/2/', 10, ['May 2026']],
    ],
  );
  assert.equal(digestListPages(archiveOf({}), urls).length, 1);
});

test('an older episode that is read later was said before, whoever states the link', () => {
  const old = anInsight({
    title: 'Of long ago',
    publishedAt: '2024-01-01',
    addedAt: '2026-07-20',
    related: [{ id: idOf(early), similarity: 0.95, same: true }],
  });
  const pages = insightPages(archiveOf({ insights: [early, old].map(stored) })).map(viewOf);
  assert.deepEqual(
    pages.map(({ title, related }) => [title, related[0]?.how]),
    [
      ['The early one', 'Said before by'],
      ['Of long ago', 'Said again by'],
    ],
  );
});

test('a show that is in the list no more and forbade to be quoted once is quoted nowhere', () => {
  const before = stored(early);
  const after = stored(anInsight({ title: 'After', episode: '2026-07-08-later-bbbb', publishedAt: '2026-07-08' }));
  const episodes = [anEpisode(), anEpisode({ id: after.episode, publishedAt: '2026-07-08', excerpts: false })];
  const { insights } = archiveOf({ insights: [before, after], episodes, shows: [] });
  assert.deepEqual(
    insights.map(({ quote }) => quote),
    [undefined, undefined],
  );
});

test('of a quote that a machine heard, the page says so, and which', () => {
  const source = { from: 'https://example.org/1.mp3', type: 'speech' as const };
  const proofOf = (transcript: TranscriptSource) =>
    viewOf(insightPages(archiveOf({ insights: [stored(anInsight())], episodes: [anEpisode({ transcript })] }))[0])
      .proof[1];
  assert.equal(
    proofOf({ ...source, model: '/models/ear-1.gguf' }),
    'Its quote was found word for word in the transcript of the episode, which speech recognition made of its audio (ear-1.gguf).',
  );
  assert.match(proofOf(source) ?? '', /which speech recognition made of its audio\.$/);
  assert.match(proofOf({ from: 'x', type: 'vtt' }) ?? '', /WebVTT transcript of the episode\.$/);
});

test('the file of a model is named without the folders that it lies in', () => {
  const insight = anInsight({ engine: { name: 'openai', model: '/home/somebody/models/qwen.gguf' } });
  const archive = archiveOf({ insights: [stored(insight)] });
  assert.match(viewOf(insightPages(archive)[0]).proof[0]!, /\(qwen\.gguf\)/);
  assert.deepEqual(numbersOf(archive).lastRun?.engines, ['openai (qwen.gguf)']);
});
