import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turnsOf } from '#domain/transcript.ts';
import { aTranscript } from '../support/builders.ts';

test('a turn ends where the speaker changes or a mark says so', () => {
  const transcript = aTranscript(
    { text: 'a', speaker: 'Ann' },
    { text: 'b', speaker: 'Ann' },
    { text: 'c', speaker: 'Bob' },
    { text: 'd', speaker: 'Bob', newTurn: true },
  );
  assert.deepEqual(turnsOf(transcript), [
    { speaker: 'Ann', from: 0, to: 2 },
    { speaker: 'Bob', from: 2, to: 3 },
    { speaker: 'Bob', from: 3, to: 4 },
  ]);
});
