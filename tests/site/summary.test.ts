import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from '../../src/queries/summary.ts';

for (const [what, notes, expected] of [
  [
    'prose',
    'We talk about hub gears and why couriers pay for them.',
    'We talk about hub gears and why couriers pay for them.',
  ],
  [
    'links, chapters, credits and hashtags',
    '![](https://v.example/1)\nWe talk about hub gears. #gears\nHosts\nAda Price\nWebsite - https://ada.example\n\\---\nTimestamps:\n0:00 Intro\n1:00 - Chains\n2:00 Oil\nSUBSCRIBE NOW',
    'We talk about hub gears.',
  ],
  [
    'marks of Markdown',
    '- **Why** [couriers](https://c.example) pay so much for hub gears',
    'Why couriers pay so much for hub gears',
  ],
  ['a list on one line', 'We talk about hub gears. 00:00 Intro 12:30 Chains 40:00 Oil', 'We talk about hub gears.'],
  ['initials', 'The U.S. Treasury was asked. It said nothing.', 'The U.S. Treasury was asked. It said nothing.'],
  ['nothing but links', 'Website - https://ada.example\nhttps://b.example', undefined],
  ['no notes', undefined, undefined],
] as const) {
  test(`the summary of notes with ${what} is "${expected ?? ''}"`, () => assert.equal(summaryOf(notes), expected));
}

test('a summary has whole sentences of about sixty words, or one that is cut', () => {
  const sentence = `${'word '.repeat(24)}end.`;
  assert.equal(summaryOf(Array(5).fill(`W${sentence}`).join(' '))?.split(' ').length, 50);
  const long = summaryOf(`Short one. L${'ong '.repeat(100)}end.`);
  assert.ok(long?.endsWith('…') && long.split(' ').length === 60);
});

test('markup in notes stays text, and hostile notes are read in no time', () => {
  assert.equal(
    summaryOf('<script>alert(1)</script> is what we talk about today.'),
    '<script>alert(1)</script> is what we talk about today.',
  );
  const startedAt = performance.now();
  for (const part of ['[', '[a](', '#a', '. A', '0:00 ', '**', '"”']) summaryOf(part.repeat(2000 / part.length));
  assert.ok(performance.now() - startedAt < 500);
});

test('notes of any length, whatever they are made of, take no time', () => {
  for (const part of ['[](', '[a](', 'a@']) {
    const start = performance.now();
    summaryOf(part.repeat(200_000));
    assert.ok(performance.now() - start < 5000, part);
  }
});
