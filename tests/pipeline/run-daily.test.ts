import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '#domain/ids.ts';
import { ItemError } from '../../scripts/errors.ts';
import { createDryContentStore } from '../../scripts/adapters/file-content-store.ts';
import { runDaily, type DailyPorts } from '../../scripts/pipeline/run-daily.ts';
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
    addDigest: async () => true,
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
  engine: { name: 'fake', propose: async () => ({ drafts: [draft] }) },
  embedder: new FakeEmbedder(),
  content: emptyStore(),
  progress: () => {},
  clock: () => request.window.now,
  ...fields,
});

test('a new episode with a transcript ends as published, and in the digest of the day', async () => {
  const content = emptyStore();
  const report = await runDaily(request, ports({ content }));
  assert.deepEqual(
    [report.shows, report.episodes.map(({ status, insights }) => [status, insights]), report.digest],
    [[{ id: 'bike-talk', status: 'ok', error: undefined, newEpisodes: 1 }], [['published', 1]], '2026-07-03'],
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
