import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day, InsightId } from '#domain/ids.ts';
import { insightPath, readInsightFile, writeInsightFile } from '#markdown/insight-file.ts';
import { CLAIM, anInsight } from '../support/builders.ts';

const FILE = 'content/insights/2026/07/2026-07-02-couriers-pay-ab12.mdx';

test('what is written reads back equal', () => {
  const insight = anInsight({
    title: 'yes: "no" # {1} --- <b>',
    speaker: '- Ann: *',
    quote: { text: `${anInsight().quote.text}\n--- {x} : 'y'` },
  });
  const { id, insight: read, claim } = readInsightFile(writeInsightFile(insight, CLAIM), FILE);
  assert.equal(id, '2026-07-02-couriers-pay-ab12');
  assert.deepEqual(read, { ...insight, quote: { text: read.quote.text } });
  assert.equal(read.quote.text, insight.quote.text);
  assert.equal(claim.text, CLAIM);
});

test('an insight lies in the folder of its month', () => {
  assert.equal(insightPath('2026-07-02-x-ab12' as InsightId), 'insights/2026/07/2026-07-02-x-ab12.mdx');
});

const lines = (change: (text: string) => string) => change(writeInsightFile(anInsight(), CLAIM));
for (const [what, text, message] of [
  [
    'a mistyped field',
    lines((t) => t.replace('speaker', 'x').replace('score:', 'scroe:')),
    /\.mdx:\d+: scroe: no such field/,
  ],
  [
    'a wrong value in a nested field',
    lines((t) => t.replace('endMs: 9000', 'endMs: soon')),
    /\.mdx:11: quote\.endMs: /,
  ],
  ['broken YAML', lines((t) => t.replace('title: ', 'title: "')), /\.mdx:\d+: not YAML/],
  ['no front matter', CLAIM, /\.mdx:1: no front matter/],
  [
    'a body that is too short',
    lines((t) => t.replace(CLAIM, 'Too short.')),
    /\.mdx:\d+: body: a claim has 25 to 80 words/,
  ],
  [
    'a body of more signs than a claim has',
    lines((t) => t.replace(CLAIM, `${CLAIM} ${']]>'.repeat(30_000)}`)),
    /\.mdx:\d+: body: 90\d+ characters are no claim/,
  ],
  [
    'a quote of more signs than words can have',
    lines((t) => t.replace('text: ', `text: ${'.'.repeat(1300)} `)),
    /\.mdx:\d+: quote\.text: a quote has at most 1200 characters/,
  ],
  [
    'code in the body',
    lines((t) => t.replace(CLAIM, `${CLAIM} {process.env.HOME}`)),
    /\.mdx:\d+: body: braces run as code/,
  ],
] as const) {
  test(`${what} is refused with file, line and field`, () =>
    assert.throws(() => readInsightFile(text, FILE), { name: 'ContentError', message }));
}

test('of a withdrawn insight the claim may be taken out of the file', () => {
  const withdrawn = { date: '2026-07-04' as Day, reason: 'The show asked for it.' };
  const text = writeInsightFile(anInsight({ withdrawn, quote: { text: '' } }), '');
  assert.equal(readInsightFile(text, FILE).claim.text, '');
});
