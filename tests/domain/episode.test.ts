import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayReplace, POSTPONED } from '#domain/episode.ts';
import { anEpisode } from '../support/builders.ts';

for (const [what, before, after, may] of [
  ['with another status', { status: 'no-insight' }, { status: 'published' }, true],
  [
    'with the same status and another reason',
    { status: 'no-insight', reason: 'a' },
    { status: 'no-insight', reason: 'b' },
    false,
  ],
  [
    'that was postponed',
    { status: 'waiting', reason: POSTPONED },
    { status: 'waiting', reason: 'no transcript' },
    true,
  ],
  ['of a time without sketches', {}, { sketch: '00001' }, true],
  ['that has its sketch', { sketch: '00001' }, { sketch: '00002' }, false],
  ['that was decided, by one that was not', { status: 'published' }, { status: 'waiting', sketch: '00001' }, false],
  ['of another episode', { guid: 'a', status: 'waiting' }, { guid: 'b', status: 'published' }, false],
] as const) {
  test(`a record ${what} is ${may ? '' : 'not '}replaced`, () =>
    assert.equal(mayReplace(anEpisode(before), anEpisode(after)), may));
}
