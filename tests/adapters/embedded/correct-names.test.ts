import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Glossary } from '#domain/glossary.ts';
import { createNameCorrector } from '../../../scripts/adapters/embedded/correct-names.ts';

const correct = createNameCorrector(
  Glossary.parse([
    { name: 'Rohloff', kind: 'company', misheard: ['Roll Off', 'roloff'] },
    { name: 'Alfine', kind: 'model', misheard: ['Alvin'], near: ['hub gear', 'S11'] },
    { name: 'OpenHub', kind: 'company', misheard: ['Open Hub'], unless: ['an open hub', 'open hub gear'] },
    { name: 'hub', kind: 'term' },
  ]),
);

for (const [heard, written] of [
  ['Roll Off makes gears.', 'Rohloff makes gears.'],
  ["ROLOFF's gears last.", "Rohloff's gears last."],
  ['The troll offers a gear.', 'The troll offers a gear.'],
  ['Alvin rides to work.', 'Alvin rides to work.'],
  ['The Alvin is a hub gear.', 'The Alfine is a hub gear.'],
  ['The alvin s11 is dear.', 'The Alfine s11 is dear.'],
  ['Open Hub sells it, and open hub pays.', 'OpenHub sells it, and OpenHub pays.'],
  ['It is an open hub.', 'It is an open hub.'],
] as const) {
  test(`"${heard}" is written "${written}"`, () => assert.equal(correct(heard), written));
}

test('the words that settle a doubtful name may stand elsewhere in the passage', () => {
  assert.equal(correct('Alvin is cheaper.', 'Every hub gear is dear.'), 'Alfine is cheaper.');
  assert.equal(correct('Alvin is cheaper.', 'Every chain is dear.'), 'Alvin is cheaper.');
});

test('an empty glossary corrects nothing', () => {
  assert.equal(createNameCorrector([])('Roll Off'), 'Roll Off');
});
