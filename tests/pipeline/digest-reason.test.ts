import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day, InsightId } from '#domain/ids.ts';
import type { Insight } from '#domain/insight.ts';
import { reasonFor } from '../../scripts/pipeline/digest-reason.ts';
import { published } from '../support/builders.ts';

const earlier = published('2026-06-01-x-0001', { title: 'The earlier one', publishedAt: '2026-06-01' as Day });
const link = (fields: Partial<Insight['related'][number]> = {}) => ({ id: earlier.id, similarity: 0.8, ...fields });
const figure = { text: '$2 per hour', value: 2, unit: 'USD/h' };
const reason = (fields: Partial<Insight>, { firstDay = '2026-07-01', rivals = 0, isSilent = false } = {}) => {
  const one = published('2026-07-02-y-0002', fields);
  const others = Array.from({ length: rivals }, (_, n) => published(`2026-07-02-z-000${n}`));
  return reasonFor(one, {
    byId: new Map([earlier, one].map((it) => [it.id, it])),
    candidates: [one, ...others],
    firstDay: firstDay as Day,
    titleOf: () => 'Gearing',
    silent: new Set(isSilent ? [one.insight.episode] : []),
  });
};

for (const [what, fields, words] of [
  ['the engine says why', { reason: 'It names the price.', figures: [figure] }, 'It names the price.'],
  [
    'it contradicts',
    { related: [link({ relation: 'contradicts' })], figures: [figure] },
    'Contradicts “The earlier one”',
  ],
  ['another show says it', { related: [link({ same: true })], figures: [figure] }, 'Said on another show, too'],
  ['it has a figure', { figures: [figure] }, 'Puts a number on it: $2 per hour'],
  ['it extends', { related: [link({ relation: 'extends' })] }, 'Takes further “The earlier one”'],
  ['nothing else is known', {}, 'The only new insight on gearing'],
  [
    'what it contradicts is gone',
    { related: [link({ id: '2020-01-01-gone-0000' as InsightId, relation: 'contradicts' })] },
    'The only new insight on gearing',
  ],
] as const) {
  test(`${what}: ${words}`, () =>
    assert.equal(
      reason({
        ...fields,
        related: [...('related' in fields ? fields.related : [])],
        figures: [...('figures' in fields ? fields.figures : [])],
      }),
      words,
    ));
}

test('that nothing like it was published is said only with 90 days to look back on', () => {
  const words = 'Nothing like it was published here in the last 90 days';
  assert.equal(reason({}, { firstDay: '2026-01-01' }), words);
  assert.notEqual(reason({}, { firstDay: '2026-06-01' }), words);
  assert.notEqual(reason({ related: [link()] }, { firstDay: '2026-01-01' }), words);
});

test('among others of its theme, it is the strongest or among the strongest', () => {
  assert.equal(reason({}, { rivals: 3 }), 'The strongest of 4 new insights on gearing');
});

test('of an episode that may not be quoted, a reason has no word of the speaker', () => {
  const only = 'The only new insight on gearing';
  const said = published('2026-07-02-y-0002').insight.quote.text;
  assert.equal(reason({ figures: [figure] }, { isSilent: true }), only);
  assert.equal(reason({ reason: `It says: ${said}` }, { isSilent: true }), only);
  assert.equal(reason({ reason: 'It names the price.' }, { isSilent: true }), 'It names the price.');
});
