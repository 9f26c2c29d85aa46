import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexTranscript } from '#domain/locate-quote.ts';
import { findNoise } from '../../../scripts/adapters/embedded/find-noise.ts';
import { readSentences } from '../../../scripts/adapters/embedded/read-sentences.ts';
import { aTranscript } from '../../support/builders.ts';

const talk = (n: number) =>
  Array.from(
    { length: n },
    (_, i) => `Rider number ${i} said that the road over pass ${i} is closed until the month of May.`,
  );
const noiseOf = (...cues: string[]) =>
  [...findNoise(readSentences(indexTranscript(aTranscript(...cues))))].map(({ text }) => text);

test('a sponsor’s message is noise with the sentences around the one that gives it away', () => {
  const advert = [
    'Your legs deserve better socks.',
    'This show is brought to you by Woolly Spokes.',
    'They keep you warm.',
    'Use code PEDAL at the till.',
  ];
  const noise = noiseOf(...talk(30), ...advert, ...talk(30));
  for (const sentence of advert) assert.ok(noise.includes(sentence), sentence);
  assert.ok(!noise.includes(talk(30)[15] ?? ''));
});

test('a teaser that is said again later is noise, where it is said in earnest it is not', () => {
  const teaser = 'The hub gear will outlive every one of us on this road.';
  const sentences = readSentences(
    indexTranscript(aTranscript(...talk(7), teaser, ...talk(120).slice(7), teaser, ...talk(150).slice(130))),
  );
  const said = sentences.filter(({ text }) => text === teaser);
  const noise = findNoise(sentences);
  assert.deepEqual(
    said.map((sentence) => noise.has(sentence)),
    [true, false],
  );
});

test('greeting and farewell are noise', () => {
  const noise = noiseOf('Welcome back to the show.', ...talk(60), 'See you next week.');
  assert.ok(noise.includes('Welcome back to the show.') && noise.includes('See you next week.'));
});
