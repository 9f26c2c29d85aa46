import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overlapOf, sketchOf, TalkSketch } from '#domain/talk-sketch.ts';
import { aTranscript } from '../support/builders.ts';

/** Talk in which hardly a run of words comes twice; the same for the same seed. */
function talk(seed: number, words: number): string[] {
  let state = seed;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 16;
  return Array.from({ length: words }, () => `w${next() % 997}`);
}
const sketch = (words: readonly string[]) => sketchOf(aTranscript(words.join(' ')));
const [one, other] = [talk(1, 10_000), talk(2, 10_000)];

test('a sketch is short, and the same for the same words, however they are cut into cues', () => {
  const whole = sketch(one);
  assert.ok(TalkSketch.safeParse(whole).success && whole.length > 200 && whole.length < 700, `${whole.length}`);
  assert.equal(sketchOf(aTranscript(one.slice(0, 4321).join(' '), one.slice(4321).join(' ').toUpperCase())), whole);
});

for (const [what, words, least, most] of [
  ['itself', one, 1, 1],
  ['an excerpt of it', one.slice(3000, 5000), 0.99, 1],
  [
    'itself with every tenth word heard otherwise',
    one.map((word, at) => (at % 10 === 0 ? `x${at}` : word)),
    0.45,
    0.85,
  ],
  ['another talk', other, 0, 0.02],
] as const) {
  test(`a talk and ${what}`, () => {
    const { ofSecond } = overlapOf(sketch(one), sketch(words));
    assert.ok(ofSecond >= least && ofSecond <= most, `${ofSecond}`);
  });
}

test('an excerpt is a part of the whole, and the whole no part of it', () => {
  const { ofFirst, ofSecond } = overlapOf(sketch(one), sketch(one.slice(0, 2000)));
  assert.ok(ofFirst < 0.4 && ofSecond > 0.95, `${ofFirst} ${ofSecond}`);
});

test('too few words leave nothing to compare', () => {
  assert.deepEqual(overlapOf(sketch(['one', 'two']), sketch(one)), { runs: 0, ofFirst: 0, ofSecond: 0 });
});
