import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadOf } from '../../src/queries/lead-of.ts';

test('the lead is the first sentence of the claim, whole', () => {
  assert.equal(leadOf('One lab asks $1.10. The other asks more.', 'Prices'), 'One lab asks $1.10.');
});

test('a sentence that only repeats the title is passed over', () => {
  const claim = 'Tokens are sold below what they cost. The capital that pays for it will ask for a return.';
  const lead = 'The capital that pays for it will ask for a return.';
  assert.equal(leadOf(claim, 'Tokens are sold below what they cost'), lead);
  assert.equal(leadOf('Tokens are sold below what they cost.', 'Tokens are sold below what they cost'), undefined);
});

test('a sentence that goes on where the title ends is kept, as the next may hang on it', () => {
  const claim = 'One lab asks $1.10, and its rival three dollars. That is nearly three times as much.';
  assert.equal(leadOf(claim, 'One lab asks $1.10'), 'One lab asks $1.10, and its rival three dollars.');
});

test('a long sentence is cut between words', () => {
  const lead = leadOf(`${'word '.repeat(60)}end.`, 'Title');
  assert.ok(lead !== undefined && lead.length <= 120);
  assert.match(lead, /word…$/);
});
