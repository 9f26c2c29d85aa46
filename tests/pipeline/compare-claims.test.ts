import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Claim } from '#domain/insight.ts';
import { createEnergeticEmbedder } from '../../scripts/adapters/energetic-embedder.ts';
import { compareClaims, type ComparableClaim, type Likeness } from '../../scripts/pipeline/compare-claims.ts';

type Label = 'same' | 'related' | 'different';
type Pair = [string, string, Label];
/** Claims of our own, and how we judge pairs of them; those held out were written when the rule was finished. */
interface Labelled {
  claims: Record<string, string>;
  pairs: Pair[];
  heldOut: Pair[];
}

const FIXTURE = join(import.meta.dirname, '../fixtures/claim-pairs.json');
const labelled: Labelled = JSON.parse(await readFile(FIXTURE, 'utf8'));
// The embedder that ships, since the thresholds are about its cosines.
const vectors = await createEnergeticEmbedder().embed(Object.values(labelled.claims));
const comparable = new Map(
  Object.entries(labelled.claims).map(([id, text], at): [string, ComparableClaim] => [
    id,
    { text, vector: vectors[at]! },
  ]),
);
const verdictOf = ([a, b]: Pair) => compareClaims(comparable.get(a)!, comparable.get(b)!).verdict;

/** Precision and recall of the verdicts `found` for the labels `meant`. */
function measure(pairs: readonly Pair[], found: readonly Likeness['verdict'][], meant: readonly Label[]) {
  const count = (isFound: boolean, isMeant: boolean) =>
    pairs.filter((pair) => found.includes(verdictOf(pair)) === isFound && meant.includes(pair[2]) === isMeant).length;
  const right = count(true, true);
  return { precision: right / (right + count(true, false)), recall: right / (right + count(false, true)) };
}

const topics = [...new Set(labelled.pairs.map(([a]) => a.split('.')[0]))];
const half = (which: number) => labelled.pairs.filter(([a]) => topics.indexOf(a.split('.')[0]) % 2 === which);

test('the labelled claims are claims, and enough', () => {
  for (const [id, text] of Object.entries(labelled.claims)) assert.ok(Claim.safeParse(text).success, id);
  for (const label of ['same', 'related', 'different'])
    assert.ok(labelled.pairs.filter((pair) => pair[2] === label).length >= 20, label);
});

for (const [name, pairs, least] of [
  ['the half that the thresholds were chosen on', half(0), { same: [0.95, 0.6], linked: [0.95, 0.75] }],
  ['the other half', half(1), { same: [0.95, 0.6], linked: [0.9, 0.7] }],
  ['pairs written afterwards', labelled.heldOut, { same: [0.9, 0.5], linked: [0.9, 0.7] }],
] as const) {
  test(`what is the same claim and what is worth a link, on ${name}`, (t) => {
    const same = measure(pairs, ['same'], ['same']);
    const linked = measure(pairs, ['same', 'related'], ['same', 'related']);
    const say = ({ precision, recall }: typeof same) =>
      `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`;
    t.diagnostic(`${pairs.length} pairs: same ${say(same)}; linked ${say(linked)}`);
    assert.ok(same.precision >= least.same[0] && same.recall >= least.same[1], `same: ${say(same)}`);
    assert.ok(linked.precision >= least.linked[0] && linked.recall >= least.linked[1], `linked: ${say(linked)}`);
  });
}

test('claims with other numbers are never the same, however alike their words', () => {
  const others = labelled.pairs.filter(([, b]) => b.endsWith('.other-numbers'));
  assert.ok(others.length >= 8);
  for (const pair of others) assert.notEqual(verdictOf(pair), 'same', pair.join(' '));
});

test('which of two is first does not matter', () => {
  for (const [a, b, label] of labelled.pairs)
    assert.equal(verdictOf([a, b, label]), verdictOf([b, a, label]), `${a} ${b}`);
});
