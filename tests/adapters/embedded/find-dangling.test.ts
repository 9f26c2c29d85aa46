import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDangling } from '../../../scripts/adapters/embedded/find-dangling.ts';
import { findMainVerb, isComplete } from '../../../scripts/adapters/embedded/find-main-verb.ts';
import { tagText } from '../../../scripts/adapters/embedded/tag-text.ts';

for (const [sentences, dangling] of [
  [['They make chains.'], 'they'],
  [['Couriers ride far, and they need chains.'], undefined],
  [['The couriers ride far.', 'They need chains.'], undefined],
  [['It rusts in winter.'], 'it'],
  [['It is hard to oil a chain.'], undefined],
  [["It's because of the salt that chains rust."], undefined],
  [['It turns out that chains rust.'], undefined],
  [['The chain is cheap because it rusts.'], undefined],
  [['At the end of February, they sold a chain.'], 'they'],
  [['He sells chains.'], 'he'],
  [['The courier said he sells chains.'], undefined],
  [['That costs more.'], 'that'],
  [['The chain broke.', 'That costs more.'], undefined],
  [['This rule ruins couriers.'], 'this'],
  [['This year chains are dear.'], undefined],
  [['These chains get cheaper every year.'], undefined],
  [['Those who ride in winter buy belts.'], undefined],
  [['The chain that broke was old.'], undefined],
  [['Winterton beat them in May.'], 'them'],
] as const) {
  test(`"${sentences.join(' ')}" ${dangling ? `leaves open what "${dangling}" is` : 'stands alone'}`, () =>
    assert.equal(findDangling(sentences.map(tagText))?.lower, dangling));
}

for (const [sentence, verb] of [
  ['The chain that broke in May was old.', 'was'],
  ['The chains they make are cheap.', 'are'],
  ['If it rains, chains fail.', 'fail'],
  ['The model costs ten cents.', 'costs'],
  ['Grease and oil from the north.', undefined],
  ['After the salt tax, couriers found that chains were dear.', 'found'],
  ['The rules that were written in May and changed in June.', undefined],
  ['The rules that were written in May and changed in June are bad.', 'are'],
  ['With a hub gear, the speed that you get is a function of the road.', 'is'],
  ['The White House informed Winterton of the rule.', 'informed'],
  ['The chain of the couriers.', undefined],
] as const) {
  test(`the main verb of "${sentence}" is ${verb ?? 'missing'}`, () => {
    const tokens = tagText(sentence);
    assert.equal(tokens[findMainVerb(tokens) ?? -1]?.lower, verb);
  });
}

test('a sentence is complete when every clause that it opens has its verb', () => {
  assert.equal(isComplete(tagText('Tests show that the way the chains are made is new.')), true);
  assert.equal(isComplete(tagText('Tests show that the way the chains are made.')), false);
});
