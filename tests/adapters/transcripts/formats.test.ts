import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { Transcript } from '#domain/transcript.ts';
import { parseTranscript } from '../../../scripts/adapters/transcripts/parse-transcript.ts';

const FIXTURES = new URL('../../fixtures/transcripts/', import.meta.url);

for (const file of readdirSync(FIXTURES).filter((name) => !name.endsWith('.cues.json'))) {
  test(`${file} becomes the cues beside it, which are a valid transcript`, () => {
    const { transcript, type } = parseTranscript(readFileSync(new URL(file, FIXTURES)), { url: file });
    const golden: unknown = JSON.parse(readFileSync(new URL(`${file}.cues.json`, FIXTURES), 'utf8'));
    assert.deepEqual({ type, ...transcript }, golden);
    Transcript.parse(transcript);
  });
}
