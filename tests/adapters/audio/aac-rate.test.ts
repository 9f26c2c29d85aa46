import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aacRate } from '../../../scripts/adapters/audio/aac-rate.ts';

const config = (bits: string) =>
  Uint8Array.from(bits.replaceAll(' ', '').match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2));

// Five bits of object type, four of the index of the rate, four of channels.
for (const [what, description, rate] of [
  ['AAC-LC at 16 kHz', config('00010 1000 0001 000'), 16_000],
  ['HE-AAC of 44.1 kHz with a core of 22.05', config('00101 0111 0010 0100 00010 00000000'), 22_050],
  // A decoder goes by the core, whatever the other half says.
  ['HE-AAC that says 96 kHz with a core of 8', config('00101 1011 0001 0000 00010 00000000'), 8000],
  ['ADTS, of which each frame says it', undefined, 48_000],
] as const)
  test(`${what} has 1024 samples a frame at ${rate}`, () =>
    assert.equal(aacRate({ sampleRate: 48_000, ...(description && { description }) }), rate));

for (const [what, description] of [
  ['rate of its own', config('00010 1111 000000000000000000000001 0001 00')],
  ['object type beyond 31', config('11111 000000 1000 0001 00000')],
  ['index that means nothing', config('00010 1101 0001 000')],
] as const)
  test(`AAC with a ${what} is refused`, () =>
    assert.throws(() => aacRate({ sampleRate: 48_000, description }), /its AAC is of an unusual kind/));
