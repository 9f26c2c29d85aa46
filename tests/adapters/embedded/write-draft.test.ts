import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexTranscript } from '#domain/locate-quote.ts';
import { wordsOf } from '#domain/words.ts';
import { createNameCorrector } from '../../../scripts/adapters/embedded/correct-names.ts';
import { readSentences } from '../../../scripts/adapters/embedded/read-sentences.ts';
import { createWriter } from '../../../scripts/adapters/embedded/write-draft.ts';
import { aTheme, aTranscript } from '../../support/builders.ts';

const themes = [aTheme({ terms: ['hub gear', 'chain', 'belt'] })];
const correctNames = createNameCorrector([
  { name: 'Rohloff', kind: 'company', misheard: ['Roll Off'] },
  { name: 'Alfine', kind: 'model', misheard: ['Alvin'], near: ['hub gear'] },
]);
const write = (talk: string, before?: string) => {
  const sentences = readSentences(indexTranscript(aTranscript(talk)));
  const passage = { sentences, first: 0, end: sentences.length, from: 0, to: sentences.at(-1)?.to ?? 0 };
  return createWriter({ themes, correctNames })(passage, before === undefined ? [] : [{ text: before }]);
};

test('the claim is the core of a passage, cleaned, and the title its strongest statement', () => {
  const draft = write(
    'Yeah, so, you know, I was in the shop on Monday. Um, a hub gear costs four times as much as a chain, right? ' +
      'But the the couriers buy it anyway, because a day without the bike, you know, costs them 90 dollars in lost rides.',
  );
  assert.equal(draft?.title, 'A hub gear costs four times as much as a chain');
  assert.equal(
    draft.claim,
    'A hub gear costs four times as much as a chain. The couriers buy it anyway, because a day without the bike costs them 90 dollars in lost rides.',
  );
});

test('a claim that says nothing of a theme by its own words is none, whatever stands beside it', () => {
  const off =
    'The bakers of the town sell twice as much bread in winter because nobody wants to light a stove in the dark.';
  assert.equal(write(`Do they oil the hub gear, the chain and the belt? ${off}`), undefined);
  assert.ok(
    write(
      `Do they oil the hub gear, the chain and the belt? ${off.replace('bread', 'oil for hub gears, sprockets and derailleurs')}`,
    ),
  );
});

test('a claim begins without what tied it to the sentence before', () => {
  const draft = write(
    'As a result, a hub gear costs couriers of the north four times as much as a chain, which is why most of them keep the old belt for another winter.',
  );
  assert.ok(draft?.claim.startsWith('A hub gear costs'), draft?.claim);
});

test('a title is never cut with an ellipsis: without a statement that fits there is no draft', () => {
  const long =
    'A hub gear with a very long name and with an even longer list of parts of steel, brass, bronze and zinc';
  assert.equal(
    write(`${long} costs couriers, bakers, postmen, riders and tourists of all kinds 900 dollars a year.`),
    undefined,
  );
});

test('a claim does not begin with a pronoun whose noun is outside, and takes the sentence in that holds the noun', () => {
  const pointing =
    'They sell them in every town of the north because the winters there are long and wet, and nobody there wants to oil anything at all in the dark of a cold shed.';
  assert.equal(write(pointing), undefined);
  const draft = write(`Belt makers sell hub gears to couriers at a loss. ${pointing}`);
  assert.ok(draft?.claim.startsWith('Belt makers sell'), draft?.claim);
});

test('what is supposed for the sake of argument is neither claim nor title', () => {
  const talk =
    'A hub gear costs 40 dollars and lasts for sixty winters in any weather. The chain costs four times as much as that and lasts for a single summer on the road.';
  assert.ok(write(talk));
  assert.equal(write(talk, "Let's say somebody finds a cheaper steel."), undefined);
});

test('what is taken back at once is no title', () => {
  const draft = write(
    'The chain will be gone from all our bikes in a single year. That was always nonsense to me. ' +
      'A belt costs four times as much as a chain, and most riders would rather replace a cheap part twice a year than pay for a dear one.',
  );
  assert.ok(draft && !draft.title.includes('gone') && !draft.claim.includes('gone'), draft?.title);
});

test('names are written right in title and claim, a doubtful one only near the words that settle it', () => {
  const draft = write(
    'Roll Off sells the dearest hub gear of all, and the Alvin is the cheapest one. Most couriers buy neither of them because a plain chain costs less than a tenth of either.',
  );
  assert.ok(draft?.claim.includes('Rohloff sells') && draft.claim.includes('the Alfine is'), draft?.claim);
  assert.equal(correctNames('Alvin sells the chain.'), 'Alvin sells the chain.');
});

test('no word of title or claim is one that was not said', () => {
  const talk =
    'And I think that, I think the belt, uh, the belt is going to replace the chain on city bikes, which are sold to people who never oil anything. ' +
    'The hub gear makes that possible because it needs no slack, so the belt can stay tight for twenty years.';
  const said = new Set(wordsOf(talk));
  const draft = write(talk);
  for (const word of wordsOf(`${draft?.title} ${draft?.claim}`)) assert.ok(said.has(word) || word === 'will', word);
  assert.equal(draft?.title, 'The belt will replace the chain on city bikes');
});
