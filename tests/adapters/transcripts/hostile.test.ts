import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTranscript } from '../../../scripts/adapters/transcripts/parse-transcript.ts';

const parse = (text: string, type: string) => {
  try {
    return parseTranscript(new TextEncoder().encode(text), { type, url: 'https://example.org/t' });
  } catch {
    return undefined;
  }
};
const vtt = (text: string) => `WEBVTT\n\n00:00:00.000 --> 00:00:05.000\n${text}\n`;

for (const [what, text, type] of [
  ['many comments before a word', `${'<!--x-->'.repeat(5000)}hello`, 'text/html'],
  ['comments that never end', vtt('<!--'.repeat(500_000)), 'text/vtt'],
  ['SubRip commands that never end', vtt('{\\'.repeat(500_000)), 'text/vtt'],
  ['voices that never begin', vtt('<v '.repeat(500_000)), 'text/vtt'],
  ['one cue of a hundred thousand lines', vtt('a\n==\n'.repeat(50_000).replaceAll('\n\n', '\n')), 'text/vtt'],
  ['white space after a name', `Ann${' '.repeat(100_000)}x`, 'text/plain'],
  ['white space after a name and a time', `Ann 0:12${' '.repeat(100_000)}x`, 'text/plain'],
  ['white space after a time in brackets', `Ann (0:12)${' '.repeat(3000)}x\u2028y`, 'text/plain'],
  ['one sentence of abbreviations', vtt(`${'so '.repeat(100)}${'Dr. '.repeat(200_000)}`), 'text/vtt'],
  [
    'segments that are no words',
    JSON.stringify([...'ab', ...Array(100_000).fill('-----')].map((text) => ({ text }))),
    'application/json',
  ],
  ['a comment of pages that begin', `<p>hello</p><!--${'<html'.repeat(3_000_000)}-->`, 'text/html'],
  ['tags that never end', vtt('<a '.repeat(300_000)), 'text/vtt'],
] as const) {
  test(`a transcript of ${what} is done with in no time`, () => {
    const start = performance.now();
    parse(text, type);
    assert.ok(performance.now() - start < 5000, `${(performance.now() - start).toFixed(0)} ms`);
  });
}

test('a word that nobody can say is no talk, since the rules of grammar would take hours for it', () => {
  assert.equal(parse(vtt(`The price is ${'ab'.repeat(501)} today.`), 'text/vtt'), undefined);
  assert.ok(parse(vtt(`The price is ${'ab'.repeat(500)} today.`), 'text/vtt'));
});

test('a voice that is no name names nobody', () => {
  const cues = parse(vtt(`<v ${'A very long name '.repeat(6000)}>The chain is old.`), 'text/vtt')?.transcript.cues;
  assert.deepEqual(
    cues?.map(({ text, speaker }) => [text, speaker]),
    [['The chain is old.', undefined]],
  );
});
