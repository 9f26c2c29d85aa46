import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexTranscript, locateQuote } from '#domain/locate-quote.ts';
import { aTranscript } from '../support/builders.ts';

const cue = (text: string, startMs: number, endMs: number, speaker?: string) => ({
  text,
  startMs,
  endMs,
  ...(speaker && { speaker }),
});

test('a quote over several short cues has the times of the first and the last', () => {
  const index = indexTranscript(
    aTranscript(cue('The chain is', 0, 2000), cue('dirty, and it', 2000, 4000), cue('breaks.', 4000, 5000)),
  );
  assert.deepEqual(locateQuote(index, 'chain is dirty and it breaks'), {
    from: 1,
    to: 7,
    text: 'chain is dirty, and it breaks.',
    speaker: undefined,
    startMs: 0,
    endMs: 5000,
  });
});

test('inside a cue of more than ten seconds the times are interpolated by word, and said to be approximate', () => {
  const index = indexTranscript(aTranscript(cue('one two three four five six seven eight nine ten', 60_000, 80_000)));
  assert.deepEqual(locateQuote(index, 'three four five'), {
    from: 2,
    to: 5,
    text: 'three four five',
    speaker: undefined,
    startMs: 64_000,
    endMs: 70_000,
    approximate: true,
  });
});

test('of words that are said twice, the place nearest to the hint counts', () => {
  const index = indexTranscript(aTranscript('buy a chain', 'they say buy a chain'));
  assert.equal(locateQuote(index, 'buy a chain', 0)?.from, 0);
  assert.equal(locateQuote(index, 'buy a chain', 4)?.from, 5);
});

test('case, punctuation and sound marks do not matter; a changed word does', () => {
  const index = indexTranscript(aTranscript('So, the [laughs] Chain broke.'));
  assert.ok(locateQuote(index, 'so the chain broke'));
  assert.equal(locateQuote(index, 'so the chains broke'), undefined);
});

test('a transcript without times gives a place without times', () => {
  assert.deepEqual(locateQuote(indexTranscript(aTranscript('no times here')), 'times here'), {
    from: 1,
    to: 3,
    text: 'times here',
    speaker: undefined,
  });
});

test('words that two named speakers share are no quote', () => {
  const index = indexTranscript(aTranscript(cue('I like it', 0, 1, 'Ann'), cue('so do I', 1, 2, 'Bob')));
  assert.equal(locateQuote(index, 'like it so do'), undefined);
  assert.equal(locateQuote(index, 'so do I')?.speaker, 'Bob');
});

test('words on both sides of a change of speaker are no quote, named or not', () => {
  const index = indexTranscript(aTranscript('prices will fall', { text: 'no they will not', newTurn: true }));
  assert.equal(locateQuote(index, 'will fall no they'), undefined);
  assert.ok(locateQuote(index, 'no they will not'));
});

test('of words that are said twice, a place that one person says wins over a nearer one that two share', () => {
  const index = indexTranscript(aTranscript('buy a', { text: 'chain', newTurn: true }, 'now buy a chain'));
  assert.equal(locateQuote(index, 'buy a chain', 0)?.from, 4);
});

test('the text of a quote is the transcript’s own, with its case and punctuation', () => {
  const index = indexTranscript(aTranscript('So it [laughs] did', 'NOT fall, right? Well.'));
  assert.equal(locateQuote(index, 'It did not fall. Right')?.text, 'it did NOT fall, right?');
});

test('where a mark hides what was said, there is no quote', () => {
  for (const mark of ['[inaudible]', '[not]', '[ __ ]']) {
    assert.equal(locateQuote(indexTranscript(aTranscript(`it is ${mark} true`)), 'it is true'), undefined);
  }
});
