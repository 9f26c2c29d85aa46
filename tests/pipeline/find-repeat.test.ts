import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day, EpisodeId } from '#domain/ids.ts';
import { findRepeat } from '../../scripts/pipeline/find-repeat.ts';
import { anEpisode } from '../support/builders.ts';

const runs = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => (from + at).toString(36).padStart(5, '0')).join('');
const episode = (id: string, sketch: string, fields: Parameters<typeof anEpisode>[0] = {}) =>
  anEpisode({ id: id as EpisodeId, sketch, ...fields });
const a = episode('a', runs(0, 100), { publishedAt: '2026-07-01' as Day });
const found = (one: ReturnType<typeof anEpisode>, known = [a]) => {
  const repeat = findRepeat(one, known);
  return repeat && [repeat.original.id, repeat.whole];
};

for (const [what, sketch, repeat] of [
  ['the same talk in another feed', runs(0, 100), ['a', true]],
  ['the same talk in another transcript, two fifths of whose runs are the same', runs(60, 160), ['a', true]],
  ['an excerpt', runs(20, 40), ['a', true]],
  ['the whole of which the earlier one is an excerpt', runs(0, 400), ['a', false]],
  ['another talk with the same adverts', runs(85, 185), undefined],
  ['another talk', runs(200, 300), undefined],
  ['an opening that every episode has', runs(0, 7), undefined],
  ['nothing to compare', '', undefined],
] as const) {
  test(`${what}: ${repeat ? `a repeat${repeat[1] ? '' : ' and more'}` : 'no repeat'}`, () =>
    assert.deepEqual(found(episode('b', sketch)), repeat));
}

test('an episode repeats neither itself, nor what repeats it, nor what was never read', () => {
  assert.equal(found(a, [a]), undefined);
  assert.equal(found(a, [episode('b', runs(0, 100), { status: 'duplicate', duplicateOf: a.id })]), undefined);
  for (const status of ['waiting', 'failed'] as const)
    assert.equal(found(episode('b', runs(0, 100)), [{ ...a, status }]), undefined);
});

test('what stands is the original, also of an older episode that is read later', () => {
  const older = episode('older', runs(0, 100), { publishedAt: '2020-01-01' as Day });
  assert.deepEqual(found(older), ['a', true]);
});

test('of several, the original is the one that repeats none, then the nearest, then the earliest', () => {
  const c = episode('c', runs(0, 100));
  const repeating = episode('b', runs(0, 100), { status: 'duplicate', duplicateOf: 'z' as EpisodeId });
  const near = episode('d', runs(0, 60), { publishedAt: '2025-01-01' as Day });
  assert.deepEqual(found(episode('e', runs(0, 100)), [repeating, near, c, a]), ['a', true]);
});
