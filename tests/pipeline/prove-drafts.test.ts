import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proveDrafts } from '../../scripts/pipeline/prove-drafts.ts';
import type { Draft } from '../../scripts/ports.ts';
import { anEpisode, aShow, aTheme, aTranscript, CLAIM, QUOTE } from '../support/builders.ts';

const reading = {
  show: aShow(),
  episode: anEpisode({ title: 'Gears with Ada' }),
  transcript: aTranscript(
    'I love winter.',
    { text: `And [laughs] ${QUOTE}.`, speaker: 'Ann', startMs: 5000, endMs: 9000 },
    'Right.',
  ),
  themes: [aTheme()],
  glossary: [],
};
const draft = (fields: Partial<Draft> = {}): Draft => ({
  title: 'Couriers pay three times the price',
  claim: CLAIM,
  quote: QUOTE,
  importance: 0.5,
  ...fields,
});

test('a quote that is in the transcript word for word is proven, with its speaker and times', () => {
  const { proven, dropped } = proveDrafts([draft()], reading);
  assert.deepEqual(dropped, []);
  assert.deepEqual(proven[0]?.quote, { text: `${QUOTE}.`, startMs: 5000, endMs: 9000, approximate: undefined });
  assert.equal(proven[0]?.place.speaker, 'Ann');
});

for (const [what, change, reason] of [
  ['a quote with a changed word', { quote: QUOTE.replace('three', 'four') }, 'quote not in the transcript'],
  ['a quote over two speakers', { quote: `I love winter. And ${QUOTE}` }, 'quote not in the transcript'],
  ['a quote of five words', { quote: 'a hub gear just runs' }, 'quote too short or too long'],
  ['a number that nobody said', { claim: CLAIM.replace('three', '5') }, 'number not in the evidence'],
  ['a name that nobody said', { claim: CLAIM.replace('couriers', 'couriers of Acme') }, 'name not in the evidence'],
  ['a claim of a few words', { claim: 'Too short to stand alone.' }, 'claim too short or too long'],
  ['a title of over 90 characters', { title: 'Couriers '.repeat(12) }, 'title missing or too long'],
] as const) {
  test(`${what} is dropped: ${reason}`, () =>
    assert.deepEqual(proveDrafts([draft(change)], reading), { proven: [], dropped: [reason] }));
}

test('a name of the metadata of the episode counts as evidence', () => {
  assert.deepEqual(
    proveDrafts([draft({ claim: CLAIM.replace('couriers', 'couriers like Ada') })], reading).dropped,
    [],
  );
});

test('what is published is the transcript’s own text, whatever the engine made of its case and punctuation', () => {
  const { proven } = proveDrafts([draft({ quote: QUOTE.toUpperCase().replaceAll(' ', ' ... ') })], reading);
  assert.equal(proven[0]?.quote.text, `${QUOTE}.`);
});

test('a word that an engine put into brackets in its quote proves nothing', () => {
  const quote = QUOTE.replace('gear', 'gear [500]');
  assert.deepEqual(proveDrafts([draft({ quote, claim: CLAIM.replace('three', '500') })], reading).dropped, [
    'number not in the evidence',
  ]);
});

test('of the figures, only those that the quote says are kept', () => {
  const figures = [
    { text: 'three times the price', value: 3, unit: 'x' },
    { text: '$900', value: 900, unit: 'USD' },
    { text: 'three times the price', value: 30, unit: 'x' },
  ];
  assert.deepEqual(proveDrafts([draft({ figures })], reading).proven[0]?.draft.figures, [figures[0]]);
});

test('the day of publication and time stamps of the description prove no number', () => {
  const episode = anEpisode({ description: '00:07 Intro, see https://example.org/9' });
  for (const number of ['7', '9', '2']) {
    const claim = CLAIM.replace('three', number);
    assert.deepEqual(proveDrafts([draft({ claim })], { ...reading, episode }).dropped, ['number not in the evidence']);
  }
});
