import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexTranscript } from '#domain/locate-quote.ts';
import { wordsOf } from '#domain/words.ts';
import { cutParts } from '../../../scripts/adapters/openai/cut-parts.ts';
import { numberLines } from '../../../scripts/adapters/openai/number-lines.ts';
import { aTranscript } from '../../support/builders.ts';

const linesOf = (...cues: Parameters<typeof aTranscript>) => numberLines(indexTranscript(aTranscript(...cues)));
const textsOf = (...cues: Parameters<typeof aTranscript>) => linesOf(...cues).map(({ text }) => text);

test('a line is a sentence, whichever way cues cut it, and no sentence goes over a turn', () =>
  assert.deepEqual(
    linesOf(
      { text: 'It costs $1.10. The U.S. price', speaker: 'Ann' },
      { text: 'is higher. Is it', speaker: 'Ann' },
      { text: 'it? No', speaker: 'Bo' },
      { text: 'way.', speaker: 'Bo', newTurn: true },
    ).map(({ number, turn, speaker, text }) => [number, turn, speaker, text]),
    [
      [1, 0, 'Ann', 'It costs $1.10.'],
      [2, 0, 'Ann', 'The U.S. price is higher.'],
      [3, 0, 'Ann', 'Is it'],
      [4, 1, 'Bo', 'it?'],
      [5, 1, 'Bo', 'No'],
      [6, 2, 'Bo', 'way.'],
    ],
  ));

test('Chinese is cut at its own full stops', () =>
  assert.deepEqual(textsOf('价格下降了。为什么？', '因为补贴。'), ['价格下降了。', '为什么？', '因为补贴。']));

for (const [what, cue] of [
  ['captions', 'the price of a gear is seven'],
  ['Chinese captions', '价格在下降因为补贴'],
] as const) {
  test(`${what} without full stops are cut where cues begin`, () => {
    const texts = textsOf(...Array.from({ length: 9 }, () => cue));
    assert.equal(texts.join(' '), Array.from({ length: 9 }, () => cue).join(' '));
    assert.deepEqual(
      texts.map((text) => text.startsWith(cue) && text.endsWith(cue)),
      texts.map(() => true),
    );
    assert.ok(texts.length >= 2 && texts.every((text) => wordsOf(text).length <= 30), JSON.stringify(texts));
  });
}

test('one endless cue is cut all the same', () => {
  const lines = linesOf(Array.from({ length: 200 }, (_, at) => `word${at}`).join(' '));
  assert.deepEqual(
    lines.map(({ from, to }) => [from, to]),
    [
      [0, 60],
      [60, 120],
      [120, 180],
      [180, 200],
    ],
  );
});

test('the words of the lines are those of the transcript, each once', () => {
  const index = indexTranscript(aTranscript('One [music] two. Three', 'four five! [laughs] Six.'));
  const lines = numberLines(index);
  assert.deepEqual(
    lines.flatMap(({ from, to }) => index.words.slice(from, to)),
    index.words,
  );
  for (const { text, from, to } of lines) assert.deepEqual(wordsOf(text), index.words.slice(from, to));
});

const talk = (words: number) =>
  linesOf(
    ...Array.from({ length: words / 10 }, (_, at) => ({
      text: 'This is a sentence that has ten words in it.',
      speaker: at % 20 < 10 ? 'Ann' : 'Bo',
    })),
  );

test('an hour of talk is one part; more is cut at turns, with overlap, and nothing is left out', () => {
  assert.equal(cutParts(talk(12_000)).length, 1);
  const lines = talk(40_000);
  const parts = cutParts(lines);
  assert.equal(parts.length, 3);
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    assert.ok((part.at(-1)?.to ?? 0) - (part[0]?.from ?? 0) <= 18_000);
    if (!next) continue;
    const after = lines[part.at(-1)?.number ?? 0];
    assert.notEqual(after?.turn, part.at(-1)?.turn, 'ends with a turn');
    assert.equal((part.at(-1)?.to ?? 0) - (next[0]?.from ?? 0), 300);
  }
  assert.deepEqual(
    [...new Set(parts.flat().map(({ number }) => number))],
    lines.map(({ number }) => number),
  );
});

test('a monologue is cut as well', () => {
  const lines = linesOf(...Array.from({ length: 4000 }, () => 'This is a sentence that has ten words in it.'));
  assert.equal(cutParts(lines).length, 3);
});
