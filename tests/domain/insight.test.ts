import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ThemeId } from '#domain/ids.ts';
import { checksumOf, Claim, Insight } from '#domain/insight.ts';
import { CLAIM, anInsight, QUOTE } from '../support/builders.ts';

test('a complete insight is valid', () => assert.ok(Insight.safeParse(anInsight()).success));

for (const [what, change] of [
  ['a title of more than 90 characters', { title: 'x'.repeat(91) }],
  ['no theme', { themes: [] }],
  ['a quote without words', { quote: { text: '' } }],
  ['a quote of fewer than 8 words', { quote: { text: 'too short to be one' } }],
  ['a quote of more than 90 words', { quote: { text: 'word '.repeat(91) } }],
  ['a start without an end', { quote: { text: anInsight().quote.text, startMs: 1 } }],
  ['an end before its start', { quote: { text: anInsight().quote.text, startMs: 2, endMs: 1 } }],
  ['a score over 1', { score: 1.2 }],
  ['a unit that is a sentence', { figures: [{ text: '5', value: 5, unit: 'words '.repeat(11) }] }],
  ['more figures than a quote can name', { figures: Array(91).fill({ text: '5', value: 5, unit: '%' }) }],
  ['a field that does not exist', { tittle: 'x' }],
  ['a date that is none', { publishedAt: '2026-02-30' }],
] as const) {
  test(`${what} is refused`, () => assert.equal(Insight.safeParse({ ...anInsight(), ...change }).success, false));
}

test('a claim has 25 to 80 words', () => {
  assert.ok(Claim.safeParse(CLAIM).success);
  assert.equal(Claim.safeParse('Too short.').success, false);
  assert.equal(Claim.safeParse('word '.repeat(81)).success, false);
});

test('of a withdrawn insight the words may be taken out of the file', () => {
  const withdrawn = { date: '2026-07-04', reason: 'The show asked for it.' };
  assert.ok(Insight.safeParse({ ...anInsight(), quote: { text: '' }, withdrawn }).success);
});

test('a checksum tells whether a person changed the words, not whether placing or white space did', () => {
  const before = checksumOf(anInsight(), CLAIM);
  assert.match(before, /^[0-9a-f]{8}$/);
  assert.equal(
    checksumOf(anInsight({ score: 0.1, themes: ['wear' as ThemeId] }), ` ${CLAIM.replace(' ', '\n')}`),
    before,
  );
  const figures = [{ text: 'three times', value: 3, unit: 'x' }];
  const quote = { ...anInsight().quote, text: `${QUOTE}!` };
  for (const fields of [{ title: 'Another' }, { speaker: 'Ann' }, { quote }, { figures }])
    assert.notEqual(checksumOf(anInsight(fields), CLAIM), before);
  assert.notEqual(checksumOf(anInsight(), CLAIM.replace('Hub', 'Some hub')), before);
});
