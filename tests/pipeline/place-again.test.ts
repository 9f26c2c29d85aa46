import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Day, EpisodeId, InsightId, ShowId, ThemeId } from '#domain/ids.ts';
import { createFileContentStore } from '../../scripts/adapters/file-content-store.ts';
import { placeAgain } from '../../scripts/pipeline/place-again.ts';
import type { PublishedInsight } from '../../scripts/ports.ts';
import { anEpisode, aTheme, CLAIM, published } from '../support/builders.ts';
import { FakeEmbedder } from '../support/fake-embedder.ts';
import { readTree } from '../support/read-tree.ts';

const gearing = aTheme();
const pay = aTheme({
  id: 'pay' as ThemeId,
  title: 'Pay of couriers',
  definition: 'What couriers earn, what they pay for their bicycles, and who bears the costs belongs here.',
  terms: ['courier', 'couriers', 'price', 'pay'],
});
const EARLIER = '2026-06-01-early-0001';
const LATER = '2026-07-02-late-0002';
const early = published(EARLIER, {
  episode: 'early' as EpisodeId,
  publishedAt: '2026-06-01' as Day,
  addedAt: '2026-06-02' as Day,
});
const late = published(LATER, { episode: 'late' as EpisodeId });

async function folder(...insights: PublishedInsight[]) {
  const dir = await mkdtemp(join(tmpdir(), 'winnow-'));
  const content = createFileContentStore(dir);
  for (const id of ['early', 'late'])
    await content.saveEpisode(anEpisode({ id: id as EpisodeId, show: id as ShowId, guid: id }));
  for (const one of insights) await content.addInsight(one);
  const placeWith = (...themes: ReturnType<typeof aTheme>[]) =>
    placeAgain(themes, { content, embedder: new FakeEmbedder() });
  const insight = async (id: string) => (await content.load()).insights.find((one) => one.id === id)!.insight;
  return { dir, placeWith, insight };
}

test('themes, related insights and scores are set anew, all else stays; a second time changes nothing', async () => {
  const { dir, placeWith, insight } = await folder(early, late);
  const { insights, changed, unfit } = await placeWith(pay);
  assert.deepEqual([insights, changed, unfit], [2, 2, []]);
  const placed = await insight(LATER);
  assert.deepEqual(placed.themes, ['pay']);
  assert.deepEqual(placed.related, [{ id: EARLIER, similarity: 1, same: true }]);
  assert.equal(placed.importance, late.insight.score);
  assert.ok(placed.score < (await insight(EARLIER)).score, 'what was said before is worth less');
  const { themes, related, score, importance, ...rest } = placed;
  const { themes: _, related: __, score: ___, importance: ____, ...before } = late.insight;
  assert.deepEqual(rest, before);
  const tree = await readTree(dir);
  assert.equal((await placeWith(pay)).changed, 0);
  assert.deepEqual(await readTree(dir), tree);
});

test('links go from what was published later to what was there before', async () => {
  const { placeWith, insight } = await folder(early, late);
  await placeWith(gearing);
  assert.deepEqual((await insight(EARLIER)).related, []);
});

test('a relation that is known stays with a pair that stays linked, and goes with one that does not', async () => {
  const related = [
    { id: early.id, similarity: 0.7, relation: 'contradicts' as const },
    { id: '2020-01-01-gone-0000' as InsightId, similarity: 0.9, relation: 'agrees' as const },
  ];
  const { placeWith, insight } = await folder(early, published(LATER, { episode: 'late' as EpisodeId, related }));
  await placeWith(gearing);
  assert.deepEqual((await insight(LATER)).related, [{ id: early.id, similarity: 1, relation: 'contradicts' }]);
});

test('an insight that fits no theme any more keeps those of its themes that there are, and is named', async () => {
  const themes = ['gearing', 'gone'] as ThemeId[];
  const offTopic = published(
    LATER,
    { episode: 'late' as EpisodeId, themes },
    CLAIM.replace(/hub gears?|derailleur/gi, 'it'),
  );
  const far = aTheme({
    terms: ['sourdough', 'yeast', 'oven'],
    title: 'Zzz',
    definition: 'Qqq www eee rrr ttt yyy uuu iii ooo ppp.',
  });
  const { placeWith, insight } = await folder(offTopic);
  const { unfit } = await placeWith(far);
  assert.deepEqual([(await insight(LATER)).themes, unfit.map(({ id }) => id)], [['gearing'], [LATER]]);
});

test('themes that a language model named stay; another is added only where it fits clearly better', async () => {
  const engine = { name: 'openai', model: 'm', prompt: 'v1' };
  const named = published(LATER, { episode: 'late' as EpisodeId, engine, themes: ['wear' as ThemeId] });
  const wear = aTheme({ id: 'wear' as ThemeId, terms: ['salt', 'rust', 'grit'] });
  const far = aTheme({
    id: 'far' as ThemeId,
    title: 'Zzz',
    terms: ['sourdough', 'yeast', 'oven'],
    definition: 'Qqq www eee rrr ttt yyy uuu iii ooo ppp.',
  });
  const { placeWith, insight } = await folder(named);
  await placeWith(wear, far);
  assert.deepEqual((await insight(LATER)).themes, ['wear']);
  await placeWith(wear, pay);
  assert.deepEqual((await insight(LATER)).themes.toSorted(), ['pay', 'wear']);
});

test('a withdrawn insight stays as it is, and nothing is linked to it', async () => {
  const withdrawn = { date: '2026-07-04' as Day, reason: 'It was wrong.' };
  const { dir, placeWith, insight } = await folder(published(EARLIER, { ...early.insight, withdrawn }), late);
  const [path = ''] = Object.keys(await readTree(dir)).filter((name) => name.includes(EARLIER));
  const before = (await readTree(dir))[path];
  await placeWith(pay);
  assert.equal((await readTree(dir))[path], before);
  assert.deepEqual((await insight(LATER)).related, []);
});
