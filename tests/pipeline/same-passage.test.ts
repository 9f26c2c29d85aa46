import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSamePassage } from '../../scripts/pipeline/same-passage.ts';
import { published, QUOTE } from '../support/builders.ts';

const OTHER = 'steel frames ride softer than carbon ones since the tubes give way on every bump of a road';
const at = (startMs: number, text = OTHER) => ({ text, startMs, endMs: startMs + 8000 });
const withdrawn = { text: '', startMs: 10_000, endMs: 18_000 };

for (const [what, quote, standing, same] of [
  ['the same words', { text: QUOTE }, { text: QUOTE }, true],
  ['words around it', { text: `well you see ${QUOTE} and so on` }, { text: QUOTE }, true],
  ['a part of it', { text: QUOTE.split(' ').slice(2, 14).join(' ') }, { text: QUOTE }, true],
  ['what follows in the same long cue', at(0, OTHER), { ...at(0, QUOTE) }, false],
  ['other words', { text: OTHER }, { text: QUOTE }, false],
  ['the moment of one whose words were taken out', at(11_000), withdrawn, true],
  ['a moment beside it', at(17_000), withdrawn, false],
  ['words without times, where the words were taken out', { text: OTHER }, { text: '' }, false],
] as const) {
  test(`${what}: ${same ? 'the same' : 'another'} passage`, () =>
    assert.equal(isSamePassage(quote, published('2026-07-02-x-0001', { quote: standing })), same));
}
