import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '#domain/words.ts';
import { writeTitle } from '../../../scripts/adapters/embedded/write-title.ts';
import { compileTerms } from '#domain/match-terms.ts';
import { aTheme } from '../../support/builders.ts';

const match = compileTerms([aTheme({ terms: ['hub gear', 'chain'] })]);

test('a title is the statement that speaks of a theme', () => {
  assert.equal(
    writeTitle(['Winters are long in this town.', 'A hub gear lasts for twenty winters.'], match),
    'A hub gear lasts for twenty winters',
  );
});

test('of a long sentence, as much is taken as fits and is a statement', () => {
  const long =
    'A hub gear needs no care at all in the winter because everything runs in an oil bath that the factory fills, and nobody ever opens it again.';
  assert.equal(
    writeTitle([long], match),
    'A hub gear needs no care at all in the winter because everything runs in an oil bath',
  );
});

test('a question, a fragment and a sentence that points back are no titles', () => {
  const title = writeTitle(
    [
      'Is a hub gear worth it?',
      'Because of the chain and the hub gear.',
      'They make a chain there every day.',
      'Couriers buy the best chain.',
    ],
    match,
  );
  assert.equal(title, 'Couriers buy the best chain');
});

test('where no statement is short enough, the sentence is cut at a word, with an ellipsis', () => {
  const long = `A hub gear ${'with a very long name '.repeat(8)}lasts.`;
  const title = writeTitle([long], match);
  assert.ok(
    title.length <= 90 && title.endsWith('…') && wordsOf(long).join(' ').startsWith(wordsOf(title).join(' ')),
    title,
  );
});

test('a condition is never cut off', () => {
  const long =
    'A hub gear will last for thirty winters or even more if the rider fills its bath with new oil in every single spring and autumn.';
  assert.ok(!/winters$|more$/.test(writeTitle([long], match)), writeTitle([long], match));
});

test('an opening that only holds the floor is left out', () => {
  assert.equal(
    writeTitle(['First of all, of course, a chain costs more than a belt.'], match),
    'A chain costs more than a belt',
  );
});

test('a reason is not turned into a statement beside what it is the reason for', () => {
  const title = writeTitle(['Because the hub gear is dear, couriers buy a chain.'], match);
  assert.equal(title, 'Because the hub gear is dear, couriers buy a chain');
});
