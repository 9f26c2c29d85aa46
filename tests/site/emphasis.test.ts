import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf } from '../../src/queries/emphasis.ts';

const CLAIM = 'Couriers pay three times the price for hub gears, because these run all winter without care.';
const marked = (quote: string) => partsOf(quote, CLAIM).map(({ text, carries }) => (carries ? `[${text}]` : text));

for (const [what, quote, expected] of [
  [
    'a lead-in and a way out',
    'Well, that is a good question. Couriers pay three times the price for them. It is odd, really.',
    ['Well, that is a good question. ', '[Couriers pay three times the price for them. ]', 'It is odd, really.'],
  ],
  [
    'a sentence between that shares nothing',
    'Couriers pay a high price. I know. They run all winter.',
    ['[Couriers pay a high price. I know. They run all winter.]'],
  ],
  ['one sentence', 'Couriers pay three times the price for them.', ['[Couriers pay three times the price for them.]']],
  ['nothing of the claim', 'Well, I know. It is odd, really.', ['[Well, I know. It is odd, really.]']],
  [
    'more around it than in it',
    'That is a very good question and many people ask it every day of the week. Couriers pay that price. And then there is the matter of what everybody else does about it.',
    [
      '[That is a very good question and many people ask it every day of the week. Couriers pay that price. And then there is the matter of what everybody else does about it.]',
    ],
  ],
  [
    'no full stops',
    'well couriers pay three times the price you know',
    ['[well couriers pay three times the price you know]'],
  ],
  ['nothing but full stops', '.'.repeat(400), [`[${'.'.repeat(400)}]`]],
] as const) {
  test(`of a quote with ${what}, the part that carries the claim is told`, () =>
    assert.deepEqual(marked(quote), expected));
}

test('the parts are the quote, to the letter', () => {
  const quote = 'He said:  “Never!”  Couriers pay the price, all winter.\n5 of them do. (I asked.) Really? Yes…';
  assert.equal(
    partsOf(quote, CLAIM)
      .map(({ text }) => text)
      .join(''),
    quote,
  );
});
