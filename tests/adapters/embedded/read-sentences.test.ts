import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexTranscript } from '#domain/locate-quote.ts';
import { readSentences } from '../../../scripts/adapters/embedded/read-sentences.ts';
import { aTranscript } from '../../support/builders.ts';

const read = (transcript: ReturnType<typeof aTranscript>) => readSentences(indexTranscript(transcript));

test('a sentence runs over cues, and its word span is that of the transcript', () => {
  const transcript = aTranscript('The chain is', 'old. It cost $1.10 [laughs] then.', 'Yes.');
  const { words } = indexTranscript(transcript);
  for (const sentence of read(transcript)) assert.deepEqual(words.slice(sentence.from, sentence.to), sentence.words);
  assert.deepEqual(
    read(transcript).map(({ text }) => text),
    ['The chain is old.', 'It cost $1.10 then.', 'Yes.'],
  );
});

test('a sentence ends where another begins to speak', () => {
  const sentences = read(aTranscript({ text: 'I like the', speaker: 'Ann' }, { text: 'chain too', speaker: 'Bob' }));
  assert.deepEqual(
    sentences.map(({ text, speaker, turn }) => [text, speaker, turn]),
    [
      ['I like the', 'Ann', 0],
      ['chain too', 'Bob', 1],
    ],
  );
});

test('talk without full stops is cut where the cues are', () => {
  const cues = Array.from({ length: 40 }, (_, i) => `and then the rider ${i} took the chain off`);
  const sentences = read(aTranscript(...cues));
  assert.ok(sentences.length > 10 && sentences.every(({ words }) => words.length <= 36));
});

test('a version number stays in one sentence, also where a machine cut it in two', () => {
  const sentences = read(aTranscript('They sell the Chain-4. 0 mini for less. The Chain-4.0 mini lasts.'));
  assert.deepEqual(
    sentences.map(({ text }) => text),
    ['They sell the Chain-4. 0 mini for less.', 'The Chain-4.0 mini lasts.'],
  );
});
