import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileTerms } from '#domain/match-terms.ts';
import { measureTitle } from '../../../scripts/adapters/embedded/measure-title.ts';
import { rateTitle } from '../../../scripts/adapters/embedded/rate-title.ts';
import { tagText } from '../../../scripts/adapters/embedded/tag-text.ts';
import { aTheme } from '../../support/builders.ts';

const match = compileTerms([aTheme({ terms: ['hub gear', 'chain'] })]);
const of = (text: string, spoken = text) => ({ text, tokens: tagText(text), spoken });
const measure = (text: string, spoken?: string) => measureTitle(of(text, spoken), match);

for (const [better, worse] of [
  ['Winterton sells every hub gear at a loss', 'The company sells the thing at this loss'],
  ['A hub gear costs four times as much as a chain', 'You can also pay for these gears here'],
  ['Couriers in Norway replace their chains twice a winter', 'We have been saying that they will do this again'],
] as const) {
  test(`"${better}" would rather be printed than "${worse}"`, () =>
    assert.ok(rateTitle(of(better), match) > rateTitle(of(worse), match)));
}

for (const [title, sign, value] of [
  ['The company sells chains', 'bareDefinites', 1],
  ['The maker of the year sells chains', 'bareDefinites', 0],
  ['The cheapest gears sell', 'bareDefinites', 0],
  ['Riders like this approach', 'demonstratives', 1],
  ['We sell a chain', 'we', 1],
  ['Chains were cheap', 'past', 1],
  ['Every chain and hub gear sells', 'terms', 2],
  ['Riders then buy belts', 'hanging', 1],
] as const) {
  test(`of "${title}", ${sign} is ${value}`, () => assert.equal(measure(title)[sign], value));
}

test('how much of a sentence is left is measured', () => {
  assert.equal(measure('Chains rust', 'Chains rust in the salt of it').kept, 11 / 29);
});
