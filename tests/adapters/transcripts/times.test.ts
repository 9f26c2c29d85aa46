import assert from 'node:assert/strict';
import test from 'node:test';
import type { Cue } from '#domain/transcript.ts';
import { cleanCues } from '../../../scripts/adapters/transcripts/clean-cues.ts';
import { parseSrt } from '../../../scripts/adapters/transcripts/parse-srt.ts';
import { parseVtt } from '../../../scripts/adapters/transcripts/parse-vtt.ts';
import { readClock } from '../../../scripts/adapters/transcripts/read-clock.ts';

const spans = (cues: Cue[]) => cleanCues(cues).map(({ startMs, endMs }) => [startMs, endMs]);

test('clocks are read in all the ways that hosts write them', () => {
  const cases: [string, number | undefined][] = [
    ['00:00:01.500', 1500],
    ['01:02,5', 62_500],
    ['3.48', 3480],
    ['101:00:00.001', 363_600_001],
    ['-00:00:01.000', -1000],
    ['1:02:03', 3_723_000],
    ['00:00:0x,000', undefined],
    ['', undefined],
  ];
  for (const [clock, ms] of cases) assert.equal(readClock(clock), ms, clock);
});

test('starts never go backward, and no end precedes its start', () => {
  const cases: [string, [number | undefined, number | undefined][], [number, number][]][] = [
    [
      'negative',
      [
        [-500, 900],
        [900, 2000],
      ],
      [
        [0, 900],
        [900, 2000],
      ],
    ],
    [
      'end before start',
      [
        [1000, 400],
        [3000, 4000],
      ],
      [
        [1000, 3000],
        [3000, 4000],
      ],
    ],
    [
      'overlap',
      [
        [0, 3000],
        [2000, 4000],
      ],
      [
        [0, 3000],
        [2000, 4000],
      ],
    ],
    [
      'one stray stamp',
      [
        [0, 1000],
        [900_000, 901_000],
        [2000, 3000],
        [3000, 4000],
      ],
      [
        [0, 1000],
        [1000, 2000],
        [2000, 3000],
        [3000, 4000],
      ],
    ],
    [
      'absurd',
      [
        [0, 1000],
        [1e17, 1e18],
        [2000, 3000],
      ],
      [
        [0, 1000],
        [1000, 2000],
        [2000, 3000],
      ],
    ],
    [
      'no time on one',
      [
        [0, 1000],
        [undefined, undefined],
        [2000, 3000],
      ],
      [
        [0, 1000],
        [1000, 2000],
        [2000, 3000],
      ],
    ],
    [
      'fractions',
      [
        [0.4, 999.6],
        [1000.2, 1999.9],
      ],
      [
        [0, 1000],
        [1000, 2000],
      ],
    ],
  ];
  for (const [what, given, settled] of cases) {
    assert.deepEqual(spans(given.map(([startMs, endMs]) => ({ text: 'Ride on.', startMs, endMs }))), settled, what);
  }
});

test('without any times a transcript has none', () => {
  assert.deepEqual(cleanCues([{ text: 'Ride on.' }, { text: 'And on.' }]), [{ text: 'Ride on.' }, { text: 'And on.' }]);
});

test('the end that nothing tells is guessed from the words, and approximate', () => {
  assert.deepEqual(
    cleanCues([{ text: 'one two three four five six seven eight nine ten eleven twelve thirteen', startMs: 0 }]),
    [
      {
        text: 'one two three four five six seven eight nine ten eleven twelve thirteen',
        startMs: 0,
        endMs: 5000,
        approximate: true,
      },
    ],
  );
});

test('a cue of ten seconds stays whole and exact; a longer one becomes sentences with approximate times', () => {
  const text = 'Spokes first. Then hubs, rims and tape.';
  assert.deepEqual(cleanCues([{ text, startMs: 0, endMs: 10_000 }]), [{ text, startMs: 0, endMs: 10_000 }]);
  assert.deepEqual(cleanCues([{ text, startMs: 0, endMs: 14_000 }]), [
    { text: 'Spokes first.', startMs: 0, endMs: 4000, approximate: true },
    { text: 'Then hubs, rims and tape.', startMs: 4000, endMs: 14_000, approximate: true },
  ]);
});

test('pieces of a long cue do not overtake a cue that overlaps it', () => {
  const cues = cleanCues([
    { text: 'Spokes first. Then hubs. Then rims.', startMs: 0, endMs: 60_000 },
    { text: 'Wait.', startMs: 0, endMs: 60_000 },
    { text: 'What?', startMs: 30_000, endMs: 31_000 },
  ]);
  const starts = cues.map(({ startMs }) => startMs ?? -1);
  assert.deepEqual(
    starts,
    starts.toSorted((a, b) => a - b),
  );
});

test('sentences are not cut in abbreviations and figures', () => {
  const whole = [
    'The U.S. Government pays.',
    'Dr. Lee rode 3.5 miles for $1.10 a mile.',
    'See No. 5 of St. Mary vs. Giant Inc. there.',
  ];
  const cues = cleanCues([
    { text: [...whole, 'No.', 'We do!', '今天很好。', '真的？'].join(' '), startMs: 0, endMs: 60_000 },
  ]);
  assert.deepEqual(
    cues.map(({ text }) => text),
    [...whole, 'No.', 'We do!', '今天很好。', '真的？'],
  );
});

test('a minute without a full stop is cut all the same, and no word is lost', () => {
  const text = Array.from({ length: 200 }, (_, index) => `w${index}`).join(' ');
  const cues = cleanCues([{ text, startMs: 0, endMs: 70_000 }]);
  assert.ok(cues.length > 3);
  assert.equal(cues.map((cue) => cue.text).join(' '), text);
});

test('VTT blocks, identifiers and settings are no talk; numbers that are said are', () => {
  const vtt = [
    'WEBVTT',
    'X-TIMESTAMP-MAP=LOCAL:00:00:00.000',
    '',
    'STYLE',
    '::cue { color: red }',
    '',
    'REGION',
    'id:fred',
    '',
    'NOTE one line',
    '',
    'NOTE',
    'several',
    'lines',
    '',
    'opening',
    '00:00.000 --> 00:01.000 align:start',
    '2024',
    '',
    '00:01.000 --> 00:02.000',
    'NOTEWORTHY,',
    '',
    'after a blank line',
    '',
    'NOTE no blank line follows',
    '00:02.000-->00:03.000',
    'a -> b',
    '',
    '7',
    '',
    '00:0x.000 --> 00:04.000',
    'NOTE that.',
  ].join('\r\n');
  assert.deepEqual(
    parseVtt(vtt).map(({ text }) => text),
    ['2024', 'NOTEWORTHY,\nafter a blank line', 'a -> b\n7', 'NOTE that.'],
  );
});

test('SRT is read double-spaced, without blank lines, without numbers, with coordinates', () => {
  const texts = (srt: string) => parseSrt(srt).map(({ text }) => text);
  assert.deepEqual(
    texts('1\n\n00:00:00,000 --> 00:00:01,000\n\nIn 1999\n\n2\n\n00:00:01,000 --> 00:00:02,000\n\nand on.\n'),
    ['In 1999', 'and on.'],
  );
  assert.deepEqual(
    texts('1\n00:00:00,000 --> 00:00:01,000\nOne.\n2\n00:00:01,000 --> 00:00:02,000 X1:10 Y1:20\nTwo.'),
    ['One.', 'Two.'],
  );
  assert.deepEqual(texts('00:00:00.000 --> 00:00:01.000\n1999\n\n00:00:01.000 --> 00:00:02.000\nTwo.'), [
    '1999',
    'Two.',
  ]);
});
