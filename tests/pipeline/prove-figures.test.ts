import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proveFigures } from '../../scripts/pipeline/prove-figures.ts';

const QUOTE = 'We sell four tickets a head, the balcony is 30% of the house, and a box costs $90.';
const SHARE = { text: '30%', value: 30, unit: '%', subject: 'house' };
const BOX = { text: '$90', value: 90, unit: 'USD' };

for (const [what, own, expected] of [
  ['without an engine, what the quote says', undefined, [SHARE, BOX]],
  [
    'a figure that only the engine reads',
    [{ text: 'four tickets a head', value: 4, unit: 'tickets/person' }],
    [SHARE, BOX, { text: 'four tickets a head', value: 4, unit: 'tickets/person' }],
  ],
  ['a figure that both read, once', [{ text: '$90', value: 90, unit: 'dollars' }], [SHARE, BOX]],
  ['the same figure in more words, once', [{ text: 'a box costs $90', value: 90, unit: '$' }], [SHARE, BOX]],
  ['no words that the quote lacks', [{ text: '$900', value: 900, unit: 'USD' }], [SHARE, BOX]],
  ['no value that its words lack', [{ text: 'four tickets a head', value: 5, unit: 'tickets' }], [SHARE, BOX]],
  ['a subject in words of the quote', [{ ...BOX, subject: 'a box' }], [SHARE, { ...BOX, subject: 'a box' }]],
  ['no subject in other words', [{ ...BOX, subject: 'a season pass' }], [SHARE, BOX]],
] as const) {
  test(what, () => assert.deepEqual(proveFigures(QUOTE, own), expected));
}
