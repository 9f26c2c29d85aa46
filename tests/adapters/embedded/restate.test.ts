import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveSubject } from '../../../scripts/adapters/embedded/resolve-subject.ts';
import { restate } from '../../../scripts/adapters/embedded/restate.ts';
import { tagText } from '../../../scripts/adapters/embedded/tag-text.ts';

for (const [said, written] of [
  ["I don't think that couriers should buy chains.", 'couriers should not buy chains.'],
  ['I do not believe the hub gear will rust.', 'the hub gear will not rust.'],
  ["It's because of the salt that couriers buy hub gears.", 'couriers buy hub gears because of the salt.'],
  ['The old chains, they are cheap.', 'The old chains are cheap.'],
  ["Winterton, it's a maker of gears.", "Winterton's a maker of gears."],
  [
    'Although Winterton sells chains, it earns nothing there.',
    'Although Winterton sells chains, Winterton earns nothing there.',
  ],
  ["It's probably competition that keeps the price low.", 'Competition probably keeps the price low.'],
  ['There is a maker that ships gears in winter.', 'A maker ships gears in winter.'],
  ['What we see is that hub gears last for twenty winters.', 'Hub gears last for twenty winters.'],
  ['Couriers want to be able to ride in winter.', 'Couriers want to ride in winter.'],
] as const) {
  test(`"${said}" can be written "${written}"`, () =>
    assert.ok(restate(said).includes(written), restate(said).join('\n')));
}

for (const said of [
  "I don't think that any courier will buy it.",
  "I don't think anything changed because of the salt.",
  'The old chain, they say, is cheap.',
  'If couriers buy chains, they rust.',
  "It's clear that hub gears last.",
  'There are gears that you can oil.',
  'For couriers, it is competition that keeps the price low.',
  'What they told us is that hub gears last for twenty winters.',
  'The promise of the maker is that hub gears last for twenty winters.',
  'My fear is that hub gears last for twenty winters.',
  'Hub gears last for twenty winters.',
]) {
  test(`"${said}" is left as it is`, () => assert.deepEqual(restate(said), []));
}

const resolve = (said: string, ...before: string[]) => resolveSubject(tagText(said), before.map(tagText));

test('a pronoun means the subject of the sentence before, also where that begins with a conjunction', () => {
  assert.equal(resolve('They raised the price.', 'So because Winterton had no steel.'), 'Winterton raised the price.');
});

test('a company that was "they" is one', () => {
  assert.equal(resolve('They have raised the price.', 'Winterton had no steel.'), 'Winterton has raised the price.');
  assert.equal(resolve('They were late.', 'Winterton had no steel.'), 'Winterton was late.');
  assert.equal(resolve('They need steel.', 'Winterton had no money.'), undefined);
});

test('a subject is taken with the phrase that belongs to it', () => {
  assert.equal(
    resolve('They are cheap.', 'The old gears in Winterton are slow.'),
    'The old gears in Winterton are cheap.',
  );
  assert.equal(resolve('They are cheap.', 'In the north the gears are slow.'), undefined);
});

test('sentences with the same pronoun in between are passed over', () => {
  assert.equal(resolve("It's cheap.", 'It works well.', 'The hub gear is a Dutch idea.'), 'The hub gear is cheap.');
});

test('nothing is put in where two things could be meant', () => {
  assert.equal(resolve("It's cheap.", 'The hub gear replaced the chain.'), undefined);
  assert.equal(resolve("It's cheap.", 'It needs a tool.', 'The hub gear is Dutch.'), undefined);
});
