import { test } from 'node:test';
import fc from 'fast-check';
import { assertClosed, hostileTexts } from '../support/closed-world.ts';
import { HOSTILE_FRAGMENTS } from '../support/hostile-text.ts';

test('whatever an outsider writes reads back as the same words, and no compiler of MDX finds more in it', () => {
  for (const text of HOSTILE_FRAGMENTS)
    assertClosed({ title: text, claim: text, quote: text, speaker: text, other: text, long: text });
});

test('so does any mixture of it with any other characters: 200 of 10,000 (tests/full)', () => {
  fc.assert(fc.property(hostileTexts(), assertClosed), { numRuns: 200, seed: 5 });
});
