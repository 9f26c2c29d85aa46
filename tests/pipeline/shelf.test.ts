import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EpisodeId } from '#domain/ids.ts';
import { createShelf, toComparable } from '../../scripts/pipeline/shelf.ts';
import { anEpisode, CLAIM, published, QUOTE } from '../support/builders.ts';
import { FakeEmbedder } from '../support/fake-embedder.ts';

const OTHER = 'steel frames ride softer than carbon ones since the tubes give way on every bump of a road';

test('which twin a passage has does not hang on the order of adding: a run that goes on from another knows only files', async () => {
  const embedder = new FakeEmbedder();
  const [here, there] = [anEpisode().id, '2026-07-01-wheels-ee11' as EpisodeId];
  const insights = [
    published('2026-07-02-same-claim-0003'),
    published('2026-07-02-same-claim-0002', { quote: { text: OTHER } }),
    published('2026-07-01-same-words-0009', { episode: there, quote: { text: `${QUOTE} and more` } }),
    published('2026-07-01-same-words-0008', { episode: there, quote: { text: `${QUOTE} or less` } }),
  ];
  const [claim] = await toComparable([{ title: insights[0]!.insight.title, claim: CLAIM }], embedder);
  for (const order of [insights, insights.toReversed()]) {
    const shelf = await createShelf(order, [anEpisode()], embedder);
    const twinOf = (text: string, of: EpisodeId[]) => shelf.findTwin({ text }, claim!, of)?.id;
    assert.equal(twinOf('nobody ever said a word of all this before', [here]), '2026-07-02-same-claim-0002');
    assert.equal(twinOf(QUOTE, []), '2026-07-01-same-words-0008');
    assert.deepEqual(
      shelf.ofEpisode(here).map(({ id }) => id),
      ['2026-07-02-same-claim-0002', '2026-07-02-same-claim-0003'],
    );
  }
});
