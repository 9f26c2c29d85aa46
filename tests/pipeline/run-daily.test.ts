import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day, ShowId } from '#domain/ids.ts';
import { ItemError } from '../../scripts/errors.ts';
import { createDryContentStore } from '../../scripts/adapters/dry-content-store.ts';
import { runDaily, type DailyPorts } from '../../scripts/pipeline/run-daily.ts';
import type { PublishedInsight } from '../../scripts/ports.ts';
import { anItem, aShow, aTheme, aTranscript, CLAIM, QUOTE } from '../support/builders.ts';
import { FakeEmbedder } from '../support/fake-embedder.ts';

const request = {
  shows: [aShow()],
  themes: [aTheme()],
  glossary: [],
  window: { now: new Date('2026-07-03T08:00:00Z'), today: '2026-07-03' as Day, timeZone: 'UTC' },
};
const draft = {
  title: 'Couriers pay three times the price for hub gears',
  claim: CLAIM,
  quote: QUOTE,
  importance: 0.7,
};
const emptyStore = () =>
  createDryContentStore({
    load: async () => ({ episodes: [], insights: [], digests: [], problems: [] }),
    saveEpisode: async () => {},
    addInsight: async () => true,
    savePlacing: async () => true,
    removeInsight: async () => {},
    addDigest: async () => true,
    beginPublication: async () => {},
    endPublication: async () => {},
    recover: async () => undefined,
  });
const ports = (fields: Partial<DailyPorts> = {}): DailyPorts => ({
  feeds: {
    read: async () => ({ status: 'ok', items: [anItem({ transcripts: [{ url: 'https://example.org/1.vtt' }] })] }),
  },
  transcripts: {
    read: async ({ url }) => ({
      transcript: aTranscript(`So ${QUOTE}. The hub gear and the chain.`),
      source: { from: url, type: 'vtt' },
    }),
  },
  chapters: { read: async () => [{ startMs: 0, title: 'Intro' }] },
  engine: { name: 'fake', propose: async () => ({ drafts: [draft] }) },
  embedder: new FakeEmbedder(),
  content: emptyStore(),
  progress: () => {},
  clock: () => request.window.now,
  ...fields,
});

test('the record of an episode holds what its chapters file lists; one that cannot be read is no failure', async () => {
  const item = anItem({ chapters: 'https://example.org/1.json', transcripts: [{ url: 'https://example.org/1.vtt' }] });
  const feeds = { read: async () => ({ status: 'ok' as const, items: [item] }) };
  const recordOf = async (fields: Partial<DailyPorts>) => {
    const content = emptyStore();
    await runDaily(request, ports({ content, feeds, ...fields }));
    return (await content.load()).episodes[0];
  };
  assert.deepEqual((await recordOf({}))?.chapterList, [{ startMs: 0, title: 'Intro' }]);
  const broken = await recordOf({ chapters: { read: () => Promise.reject(new ItemError('404')) } });
  assert.deepEqual([broken?.status, broken?.chapterList], ['published', undefined]);
});

test('nobody is asked for chapters of an episode that has no chapters file, waits for a transcript, or was read before', async () => {
  const asked: string[] = [];
  const chapters = { read: async (url: string) => (asked.push(url), []) };
  await runDaily(request, ports({ chapters }));
  const feeds = {
    read: async () => ({ status: 'ok' as const, items: [anItem({ chapters: 'https://example.org/1.json' })] }),
  };
  await runDaily(request, ports({ chapters, feeds }));
  assert.deepEqual(asked, []);
  const content = emptyStore();
  const item = anItem({ chapters: 'https://example.org/1.json', transcripts: [{ url: 'https://example.org/1.vtt' }] });
  const ready = { content, chapters, feeds: { read: async () => ({ status: 'ok' as const, items: [item] }) } };
  await runDaily(request, ports(ready));
  await runDaily({ ...request, window: { ...request.window, again: 'all' } }, ports(ready));
  assert.deepEqual(asked, ['https://example.org/1.json']);
});

test('a new episode with a transcript ends as published, and in the digest of the day', async () => {
  const content = emptyStore();
  const report = await runDaily(request, ports({ content }));
  assert.deepEqual(
    [report.shows, report.episodes.map(({ status, insights }) => [status, insights]), report.digest],
    [
      [{ id: 'bike-talk', status: 'ok', error: undefined, movedTo: undefined, newEpisodes: 1 }],
      [['published', 1]],
      '2026-07-03',
    ],
  );
  const { insights, digests, episodes } = await content.load();
  assert.deepEqual(
    [insights.length, digests.length, episodes[0]?.status, episodes[0]?.transcript?.from],
    [1, 1, 'published', 'https://example.org/1.vtt'],
  );
});

for (const [what, change, status, error] of [
  [
    'no transcript that works',
    { transcripts: { read: () => Promise.reject(new ItemError('https://example.org/1.vtt: 404')) } },
    'waiting',
    /404/,
  ],
  [
    'an engine that finds nothing',
    { engine: { name: 'fake', propose: async () => ({ drafts: [], reason: 'nothing here' }) } },
    'no-insight',
    /nothing here/,
  ],
  [
    'an engine that fails',
    { engine: { name: 'fake', propose: () => Promise.reject(new ItemError('the model is away')) } },
    'failed',
    /the model is away/,
  ],
  [
    'a draft that is not proven',
    {
      engine: {
        name: 'fake',
        propose: async () => ({ drafts: [{ ...draft, quote: 'nobody ever said any of these words here' }] }),
      },
    },
    'no-insight',
    /quote not in the transcript/,
  ],
] as const) {
  test(`an episode with ${what} ends as ${status}, with the reason`, async () => {
    const { episodes } = await runDaily(request, ports(change));
    assert.equal(episodes[0]?.status, status);
    assert.match(episodes[0]?.error ?? '', error);
  });
}

test('a day without news embeds nothing', async () => {
  const embedder = new FakeEmbedder();
  await runDaily(request, ports({ embedder, feeds: { read: async () => ({ status: 'unchanged', items: [] }) } }));
  assert.equal(embedder.embedded, 0);
});

const threeItems = [1, 2, 3].map((n) =>
  anItem({
    guid: `g${n}`,
    title: `Of day ${n}`,
    publishedAt: new Date(`2026-07-0${n}T06:00:00Z`),
    transcripts: [{ url: `https://example.org/${n}.vtt` }],
  }),
);
const threeEpisodes = { read: async () => ({ status: 'ok' as const, items: threeItems }) };
const titlesOf = (report: Awaited<ReturnType<typeof runDaily>>) => report.episodes.map(({ guid }) => guid);

test('when its time is over, a run begins no other episode; the rest is on record, told of, and read by the next run', async () => {
  const content = emptyStore();
  const items = ['g1', 'g2', 'g3'].map((guid) =>
    anItem({ guid, title: guid, transcripts: [{ url: `https://example.org/${guid}.vtt` }] }),
  );
  let minutes = 0;
  const at = ports({
    content,
    feeds: { read: async () => ({ status: 'ok', items }) },
    // The first reading of the clock is that of the start.
    clock: () => new Date(Date.UTC(2026, 6, 3, 6, minutes++)),
  });
  const report = await runDaily({ ...request, deadline: new Date(Date.UTC(2026, 6, 3, 6, 2)) }, at);
  assert.equal(report.episodes.length, 1);
  assert.match(report.notes.join(), /WINNOW_MAX_MINUTES\) was over: 2 episodes wait for the next one/);
  assert.deepEqual((await content.load()).episodes.map(({ status }) => status).toSorted(), [
    'published',
    'waiting',
    'waiting',
  ]);
  assert.equal((await runDaily(request, at)).episodes.length, 2);
});

test('what is over the limit is read by later runs, the newest first, also when the feed no longer has it', async () => {
  const content = emptyStore();
  const at = ports({ content, feeds: threeEpisodes });
  assert.deepEqual(titlesOf(await runDaily({ ...request, limit: 1 }, at)), ['g3']);
  assert.deepEqual(titlesOf(await runDaily({ ...request, limit: 1 }, at)), ['g2']);
  assert.deepEqual(titlesOf(await runDaily(request, at)), ['g1']);
  assert.deepEqual(titlesOf(await runDaily(request, at)), []);
});

test('an episode is read again when somebody asks for it: what is new is added, what stands stays', async () => {
  const content = emptyStore();
  await runDaily(
    request,
    ports({ content, feeds: threeEpisodes, engine: { name: 'fake', propose: async () => ({ drafts: [] }) } }),
  );
  const again = { ...request, window: { ...request.window, again: 'all' } };
  const report = await runDaily(
    again,
    ports({ content, feeds: { read: async () => ({ status: 'unchanged', items: [] }) } }),
  );
  assert.deepEqual(report.episodes.map(({ status }) => status).toSorted(), ['duplicate', 'duplicate', 'published']);
  const before = (await content.load()).insights;
  const failing = { name: 'fake', propose: () => Promise.reject(new ItemError('away')) };
  await runDaily(again, ports({ content, feeds: threeEpisodes, engine: failing }));
  await runDaily(again, ports({ content, feeds: threeEpisodes }));
  const after = await content.load();
  assert.deepEqual(after.insights, before);
  assert.ok(after.episodes.some(({ status }) => status === 'published'));
});

test('an insight that could not be added is not counted', async () => {
  const content = { ...emptyStore(), addInsight: async () => false };
  assert.equal((await runDaily(request, ports({ content }))).episodes[0]?.insights, 0);
});

/** Talk of a thousand words and more, of which no run of words comes twice. */
const longTalk = (seed: number, words: number) =>
  Array.from({ length: words }, (_, at) => `w${seed}x${at * at}`).join(' ');
const TALK = `${longTalk(1, 3000)} . ${QUOTE} . ${longTalk(2, 3000)}`;
const NEWS = 'a chain that is waxed once a month lasts three winters while an oiled one is gone after the first';
const newsDraft = {
  ...{ title: 'A waxed chain lasts three winters', quote: NEWS, importance: 0.6 },
  claim:
    'A chain that is waxed once a month lasts three winters on the road, while an oiled chain is gone after the first one, because the oil binds the grit that grinds it down.',
};
/** Two shows, each with one episode; the second is published a day later. */
function twoFeeds(talks: [string, string]) {
  const shows = ['first', 'second'].map((id) => aShow({ id: id as ShowId, feed: `https://example.org/${id}.xml` }));
  const itemOf = (id: string, day: number) =>
    anItem({
      guid: id,
      title: `On ${id}`,
      publishedAt: new Date(`2026-07-0${day}T06:00:00Z`),
      transcripts: [{ url: id }],
    });
  const proposed: string[] = [];
  const at = ports({
    content: emptyStore(),
    feeds: { read: async ({ id }) => ({ status: 'ok', items: [itemOf(id, id === 'first' ? 1 : 2)] }) },
    transcripts: {
      read: async ({ url }) => ({
        transcript: aTranscript(talks[url === 'first' ? 0 : 1]),
        source: { from: url, type: 'vtt' },
      }),
    },
    engine: {
      name: 'fake',
      propose: async ({ episode, transcript }) => {
        proposed.push(episode.guid);
        const said = transcript.cues.map(({ text }) => text).join(' ');
        return { drafts: [draft, newsDraft].filter(({ quote }) => said.includes(quote)) };
      },
    },
  });
  return { at, proposed, request: { ...request, shows } };
}
const outcomes = (report: Awaited<ReturnType<typeof runDaily>>) =>
  report.episodes.map(({ guid, status, insights }) => [guid, status, insights]);

test('the same talk in a second feed is a duplicate of the first: it is not given to the engine, and links to it', async () => {
  const { at, proposed, request } = twoFeeds([TALK, `${TALK} goodbye`]);
  assert.deepEqual(outcomes(await runDaily(request, at)), [
    ['first', 'published', 1],
    ['second', 'duplicate', 0],
  ]);
  assert.deepEqual(proposed, ['first']);
  const { episodes } = await at.content.load();
  assert.equal(
    episodes.find(({ guid }) => guid === 'second')?.duplicateOf,
    episodes.find(({ guid }) => guid === 'first')?.id,
  );
});

test("a talk that another show passed off as its own is the original's again once that show's record is gone", async () => {
  const { at, request } = twoFeeds([TALK, TALK]);
  const report = await runDaily(request, at);
  const taken = (await at.content.load()).episodes.find(({ guid }) => guid === 'first')!;
  assert.equal(report.episodes[1]?.error, `says what first/${taken.id} said`);

  const [, victim] = (await at.content.load()).episodes;
  at.content = createDryContentStore({
    ...emptyStore(),
    load: async () => ({ episodes: [victim!], insights: [], digests: [], problems: [] }),
  });
  const again = { ...request, shows: request.shows.slice(1), window: { ...request.window, again: victim!.id } };
  assert.deepEqual(outcomes(await runDaily(again, at)), [['second', 'published', 1]]);
  const [episode] = (await at.content.load()).episodes;
  assert.deepEqual([episode?.status, episode?.duplicateOf], ['published', undefined]);
});

test('what holds an earlier excerpt publishes what that does not say, also where the excerpt published nothing', async () => {
  const excerpt = `${longTalk(1, 2000)} . ${QUOTE}`;
  const whole = `${excerpt} . ${longTalk(3, 9000)} . The hub gear, the derailleur. ${NEWS}`;
  for (const engineFinds of [true, false]) {
    const { at, request } = twoFeeds([excerpt, whole]);
    const propose = at.engine.propose;
    at.engine = {
      ...at.engine,
      propose: async (reading) =>
        engineFinds || reading.episode.guid === 'second' ? propose(reading) : { drafts: [] },
    };
    const report = await runDaily(request, at);
    assert.deepEqual(outcomes(report)[1], ['second', 'duplicate', 1]);
    assert.equal(report.dropped['said before in another episode'], 1);
    const { insights } = await at.content.load();
    assert.equal(insights.at(-1)?.insight.quote.text, NEWS);
  }
});

test('an older episode of a show that is added later is the duplicate of what stands', async () => {
  const { at, request } = twoFeeds([TALK, TALK]);
  await runDaily({ ...request, shows: request.shows.slice(1) }, at);
  const { insights } = await at.content.load();
  assert.deepEqual(outcomes(await runDaily(request, at)), [['first', 'duplicate', 0]]);
  assert.deepEqual((await at.content.load()).insights, insights);
});

test('read again, an episode is no duplicate of itself, nor of what repeats it, and a duplicate stays one', async () => {
  const { at, request } = twoFeeds([TALK, TALK]);
  await runDaily(request, at);
  const before = await at.content.load();
  const report = await runDaily({ ...request, window: { ...request.window, again: 'all' } }, at);
  assert.deepEqual(outcomes(report), [
    ['first', 'published', 0],
    ['second', 'duplicate', 0],
  ]);
  assert.deepEqual(await at.content.load(), before);
});

/** One episode that is read, and then again by an engine that chooses otherwise. */
async function readTwice(options: { replace?: boolean; digest?: boolean; edit?: (insight: PublishedInsight) => void }) {
  const content = emptyStore();
  const said = {
    read: async ({ url }: { url: string }) => ({
      transcript: aTranscript(`So ${QUOTE}. The hub gear and the chain. ${NEWS}`),
      source: { from: url, type: 'vtt' as const },
    }),
  };
  const at = ports({ content, transcripts: said });
  // A day that has its digest already sends nothing.
  if (!options.digest) await content.addDigest({ date: request.window.today, insights: [] as never });
  await runDaily(request, at);
  const edited = async () => {
    const archive = await content.load();
    archive.insights.slice(0, 1).forEach((one) => options.edit?.(one));
    return archive;
  };
  const engine = { name: 'fake', model: 'two', propose: async () => ({ drafts: [newsDraft] }) };
  const window = { ...request.window, again: 'all' };
  const report = await runDaily(
    { ...request, window, replace: options.replace },
    { ...at, engine, content: { ...content, load: edited } },
  );
  const { insights, episodes } = await content.load();
  return {
    report,
    insights: insights.map(({ insight }) => insight.quote.text.replace(/\.$/, '')),
    status: episodes[0]?.status,
  };
}

for (const [what, options, quotes] of [
  ['without --replace, what is not chosen again stays', {}, [QUOTE, NEWS]],
  ['with --replace, it goes', { replace: true }, [NEWS]],
  ['with --replace, what was in a digest stays', { replace: true, digest: true }, [QUOTE, NEWS]],
  [
    'with --replace, what a person edited stays',
    { replace: true, edit: ({ insight }: PublishedInsight) => (insight.title = 'Mine') },
    [QUOTE, NEWS],
  ],
  [
    'with --replace, what was withdrawn stays',
    {
      replace: true,
      edit: ({ insight }: PublishedInsight) => (insight.withdrawn = { date: request.window.today, reason: 'wrong' }),
    },
    [QUOTE, NEWS],
  ],
] as const) {
  test(`read again: ${what}`, async () => {
    const { insights, status } = await readTwice(options);
    assert.deepEqual([insights, status], [quotes, 'published']);
  });
}

test('read again with --replace, what an engine could not read stays', async () => {
  const content = emptyStore();
  await runDaily(request, ports({ content }));
  const { insights } = await content.load();
  const again = { ...request, window: { ...request.window, again: 'all' }, replace: true };
  const failing = { name: 'fake', propose: () => Promise.reject(new ItemError('away')) };
  const report = await runDaily(again, ports({ content, engine: failing }));
  assert.deepEqual([report.episodes[0]?.status, report.episodes[0]?.error], ['published', 'away']);
  assert.deepEqual((await content.load()).insights, insights);
});

test('links to a removed insight go with it', async () => {
  const { at, request } = twoFeeds([`${QUOTE} hub gear`, `${NEWS} hub gear ${longTalk(5, 20)}`]);
  const twin = { ...newsDraft, claim: `${CLAIM} It is so.`, title: draft.title };
  const only = {
    name: 'fake',
    propose: async ({ episode }: { episode: { guid: string } }) => ({
      drafts: [episode.guid === 'first' ? draft : twin],
    }),
  };
  await at.content.addDigest({ date: request.window.today, insights: [] as never });
  await runDaily(request, { ...at, engine: only });
  const linked = (await at.content.load()).insights;
  assert.equal(linked[1]?.insight.related.length, 1);
  const again = { ...request, window: { ...request.window, again: 'first' }, replace: true };
  const report = await runDaily(again, { ...at, engine: { name: 'fake', propose: async () => ({ drafts: [] }) } });
  assert.deepEqual([report.episodes[0]?.removed, report.episodes[0]?.status], [1, 'no-insight']);
  const left = (await at.content.load()).insights;
  assert.deepEqual(
    left.map(({ insight }) => insight.related),
    [[]],
  );
});

test('what the engine spends on relations is in the usage, and the relations are in the links', async () => {
  const { at, request } = twoFeeds([`${QUOTE} hub gear`, `${NEWS} hub gear ${longTalk(5, 20)}`]);
  const twin = { ...newsDraft, claim: `${CLAIM} It is so.`, title: draft.title };
  const engine: DailyPorts['engine'] = {
    name: 'fake',
    propose: async ({ episode }) => ({ drafts: [episode.guid === 'first' ? draft : twin] }),
    relate: async ([comparison]) => ({
      relations: [new Map([[comparison!.earlier[0]!.id, 'extends']])],
      usage: { calls: 1, promptTokens: 20, completionTokens: 3 },
    }),
  };
  const report = await runDaily(request, { ...at, engine });
  assert.deepEqual(report.usage, { calls: 1, promptTokens: 20, completionTokens: 3 });
  const { insights } = await at.content.load();
  assert.equal(insights[1]?.insight.related[0]?.relation, 'extends');
});

for (const [what, broken] of [
  [
    'a transcript that upsets its reading',
    {
      transcripts: {
        read: async ({ url }) => ({
          transcript: url.endsWith('2.vtt')
            ? (undefined as never)
            : aTranscript(`So ${QUOTE}. The hub gear and the chain.`),
          source: { from: url, type: 'vtt' as const },
        }),
      },
    },
  ],
  [
    'an engine that trips over an episode',
    {
      engine: {
        name: 'fake',
        propose: async ({ episode }) => (episode.guid === 'g2' ? (undefined as never) : { drafts: [draft] }),
      },
    },
  ],
] as [string, Partial<DailyPorts>][]) {
  test(`${what}, which nobody foresaw, is a line of the report, and the other episodes are read`, async () => {
    const report = await runDaily(request, ports({ feeds: threeEpisodes, ...broken }));
    assert.deepEqual(
      report.episodes.map(({ guid, status }) => [guid, status]),
      [
        ['g1', 'published'],
        ['g2', 'failed'],
        ['g3', 'duplicate'],
      ],
    );
    assert.match(report.episodes[1]?.error ?? '', /^an unexpected TypeError: .*; it is tried again on every run/);
  });
}

for (const [message, details] of [
  ["ENOENT: no such file, open '/home/me/x'", { code: 'ENOENT', path: '/home/me/x' }],
  ["Cannot find module '/home/me/x'", { code: 'ERR_MODULE_NOT_FOUND' }],
] as const)
  test(`what nobody foresaw tells nothing of the files of the machine: ${details.code}`, async () => {
    const error = Object.assign(new Error(message), details);
    const engine = { name: 'fake', propose: () => Promise.reject(error) };
    const report = await runDaily(request, ports({ engine }));
    assert.match(report.episodes[0]?.error ?? '', /^an unexpected Error \w+; it is tried again/);
  });

test('embeddings that cannot be had stop the run: they are no matter of an episode', async () => {
  const embedder = { embed: () => Promise.reject(new Error('no model')) };
  await assert.rejects(runDaily(request, ports({ embedder })), /no model/);
});

test('where placing trips over a draft, nothing of that episode is published, and nothing of it stands in the way of the next', async () => {
  const other = 'the chain of a hub gear is the one part of the derailleur that nobody has to oil twice';
  const claim =
    'Oil on the chain of such a wheel is put there once and never again, since no part of the derailleur that people look after by hand is made to turn inside of a closed box that holds it.';
  const broken = { title: 'No chain is oiled by hand', claim, quote: other, importance: 0.1, themes: 7 as never };
  const content = emptyStore();
  const report = await runDaily(
    request,
    ports({
      content,
      feeds: threeEpisodes,
      transcripts: {
        read: async ({ url }) => ({
          transcript: aTranscript(`So ${QUOTE}. And ${other}.`),
          source: { from: url, type: 'vtt' },
        }),
      },
      engine: {
        name: 'fake',
        propose: async ({ episode: { guid } }) => ({
          drafts: guid === 'g1' ? [] : guid === 'g2' ? [draft, broken] : [draft],
        }),
      },
    }),
  );
  assert.deepEqual(
    report.episodes.map(({ status, insights }) => [status, insights]),
    [
      ['no-insight', 0],
      ['failed', 0],
      ['published', 1],
    ],
  );
  assert.equal((await content.load()).insights.length, 1);
});
