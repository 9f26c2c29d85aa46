import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Digest } from '#domain/digest.ts';
import type { Day, EpisodeId, InsightId, ThemeId } from '#domain/ids.ts';
import type { Insight } from '#domain/insight.ts';
import type { Transcript } from '#domain/transcript.ts';
import { ItemError } from '../../scripts/errors.ts';
import { checkContent } from '../../scripts/pipeline/check-content.ts';
import type { Archive, TranscriptLink, TranscriptReader } from '../../scripts/ports.ts';
import { anEpisode, aTranscript, published, QUOTE } from '../support/builders.ts';

const ID = '2026-07-02-gears-ab12';
const FILE = `insights/2026/07/${ID}.mdx`;
const THEMES = new Set(['gearing' as ThemeId]);
const EPISODE = anEpisode({ transcript: { from: 'https://example.org/1', type: 'srt' } });
const anArchive = (fields: Partial<Archive>): Archive => ({
  episodes: [EPISODE],
  insights: [],
  digests: [],
  problems: [],
  ...fields,
});

/** Has one transcript, or none, and notes what it was asked for. */
class FakeTranscripts implements TranscriptReader {
  asked: TranscriptLink[] = [];
  readonly transcript: Transcript | undefined;
  constructor(transcript?: Transcript) {
    this.transcript = transcript;
  }
  async read(link: TranscriptLink) {
    this.asked.push(link);
    if (!this.transcript) throw new ItemError('not in the cache');
    return { transcript: this.transcript, source: { from: link.url, type: 'srt' as const } };
  }
}
const problemsOf = async (archive: Partial<Archive>, transcript?: Transcript) =>
  (await checkContent(anArchive(archive), THEMES, new FakeTranscripts(transcript))).problems;

test('links that lead nowhere are problems, by the path of the file they are in', async () => {
  const gone = { id: '2026-07-01-gone-0000' as InsightId, similarity: 0.7 };
  const digest: Digest = { date: '2026-07-03' as Day, insights: [{ id: gone.id, reason: 'best' }] };
  const repeat = anEpisode({ status: 'duplicate', duplicateOf: '2026-06-01-gone-0000' as EpisodeId });
  const fields = { episode: gone.id as unknown as EpisodeId, themes: ['frames' as ThemeId], related: [gone] };
  const archive = { episodes: [repeat], insights: [published(ID, fields)], digests: [digest] };
  assert.deepEqual(await problemsOf(archive), [
    `${FILE}: episode: there is no episode ${gone.id}`,
    `${FILE}: themes: there is no theme frames; add themes/frames.mdx, or take it out`,
    `${FILE}: related: there is no insight ${gone.id}`,
    `episodes/bike-talk/${repeat.id}.json: duplicateOf: there is no episode 2026-06-01-gone-0000`,
    `digests/2026-07-03.json: insights: there is no insight ${gone.id}`,
  ]);
});

test('a broken file is one problem, however many others link to it', async () => {
  const broken = '2026-07-01-broken-0000';
  const problems = [
    `/home/me/content/insights/2026/07/${broken}.mdx:12: score: a number is expected`,
    `/home/me/content/episodes/bike-talk/${EPISODE.id}.json: not JSON`,
  ];
  const related = [{ id: broken as InsightId, similarity: 0.7 }];
  const digest: Digest = { date: '2026-07-03' as Day, insights: [{ id: broken as InsightId, reason: 'best' }] };
  const archive = { episodes: [], insights: [published(ID, { related })], digests: [digest], problems };
  assert.deepEqual(await problemsOf(archive), problems);
});

test('a transcript is asked for by the type on record', async () => {
  const transcripts = new FakeTranscripts(aTranscript(QUOTE));
  const { quotes } = await checkContent(anArchive({ insights: [published(ID)] }), THEMES, transcripts);
  assert.deepEqual(transcripts.asked, [{ url: 'https://example.org/1', type: 'application/x-subrip' }]);
  assert.deepEqual(quotes, { proven: 1, unchecked: 0 });
});

test('a transcript that is not at hand is no problem; a reader that breaks is no absence', async () => {
  const archive = anArchive({ insights: [published(ID)] });
  const { problems, quotes } = await checkContent(archive, THEMES, new FakeTranscripts());
  assert.deepEqual([problems, quotes], [[], { proven: 0, unchecked: 1 }]);
  const breaks = { read: () => Promise.reject(new Error('EMFILE')) };
  await assert.rejects(checkContent(archive, THEMES, breaks), /EMFILE/);
});

/** The quote is said twice, by two people, a minute apart. */
const SAID = aTranscript(
  { text: QUOTE, startMs: 1000, endMs: 9000, speaker: 'Ada Price' },
  { text: 'and then there was a long pause', startMs: 9000, endMs: 61_000, speaker: 'Ada Price' },
  { text: QUOTE, startMs: 61_000, endMs: 69_000, speaker: 'Bo Chain' },
);
const at = (startMs: number, endMs: number) => ({ text: QUOTE, startMs, endMs });
for (const [what, fields, expected] of [
  ['speaker and times of the transcript', { speaker: 'Ada Price', quote: at(1000, 9000) }, []],
  ['the second place, by its time', { speaker: 'Bo Chain', quote: at(61_000, 69_000) }, []],
  ['neither speaker nor times', { quote: { text: QUOTE } }, []],
  ['times that are a little off', { quote: at(15_000, 20_000) }, []],
  ['a withdrawn insight', { speaker: 'No One', withdrawn: { date: '2026-07-04' as Day, reason: 'wrong' } }, []],
  [
    'another speaker',
    { speaker: 'Ada Price', quote: at(61_000, 69_000) },
    [`${FILE}: speaker: the transcript gives Bo Chain, not Ada Price; write that, or take it out`],
  ],
  [
    'times that are far off',
    { quote: at(90_000, 99_000) },
    [
      `${FILE}: quote.startMs: the words are at 61000 in the transcript, not at 90000; write that`,
      `${FILE}: quote.endMs: the words are at 69000 in the transcript, not at 99000; write that`,
    ],
  ],
  [
    'words that nobody said',
    { quote: { text: QUOTE.replace('winter', 'summer') } },
    [
      `${FILE}: quote.text: these words are not in the transcript of ${EPISODE.id}; write them as they were said, or withdraw the insight`,
    ],
  ],
] satisfies [string, Partial<Insight>, string[]][]) {
  test(`${what}: ${expected.length} problems`, async () =>
    assert.deepEqual(await problemsOf({ insights: [published(ID, fields)] }, SAID), expected));
}

test('where the transcript names nobody, a speaker that a person wrote stands', async () =>
  assert.deepEqual(await problemsOf({ insights: [published(ID, { speaker: 'Ada Price' })] }, aTranscript(QUOTE)), []));

test('in a long turn, too, the time tells which of two places is meant', async () => {
  const filler = 'well '.repeat(600);
  const turn = aTranscript({ text: `${QUOTE} ${filler} ${QUOTE}`, startMs: 0, endMs: 600_000, speaker: 'Ada Price' });
  const insight = published(ID, { speaker: 'Ada Price', quote: at(581_000, 600_000) });
  assert.deepEqual(await problemsOf({ insights: [insight] }, turn), []);
});
