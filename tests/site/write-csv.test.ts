import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayFigures, sayUnit, writeAmount, writeMeasure } from '../../src/write-amounts.ts';
import { writeCsv } from '../../src/write-csv.ts';

test('a table is written as RFC 4180 has it', () => {
  assert.equal(
    writeCsv([
      ['a', 'b'],
      ['with, comma', 'with "quotes"'],
      ['two\nlines', undefined],
      [1.5, -3],
    ]),
    'a,b\r\n"with, comma","with ""quotes"""\r\n"two\nlines",\r\n1.5,-3\r\n',
  );
});

test('what a spreadsheet would run stays text', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '＝1', '\t=1', '\u200b=1', '\u0000=1']) {
    assert.match(writeCsv([[text]]), /^"?'/, text);
  }
  assert.equal(writeCsv([['=HYPERLINK("x","y")']]), `"'=HYPERLINK(""x"",""y"")"\r\n`);
  assert.equal(writeCsv([['a=b']]), 'a=b\r\n');
  assert.equal(writeCsv([['x;=1+1;y']]), '"x;=1+1;y"\r\n');
  assert.equal(writeCsv([['a\u0000b']]), 'ab\r\n');
});

test('amounts are written with the sign of their unit', () => {
  const amounts: [number, string, string][] = [
    [1.1, 'USD/Mtok', '$1.10'],
    [0.016, 'USD', '$0.016'],
    [1000, 'USD/Mtok', '$1,000'],
    [39e9, 'USD', '$39B'],
    [15.9, '%', '15.9%'],
    [10, '×', '10×'],
    [37e9, 'parameters', '37B'],
    [-3, 'CNY', '-¥3'],
    [1e300, 'tokens', '1e+300'],
    [0, 'GPUs', '0'],
    [5000, 'GPU', '5,000'],
  ];
  for (const [value, unit, written] of amounts) assert.equal(writeAmount(value, unit), written);
  assert.equal(sayUnit('USD/Mtok'), 'USD per million tokens');
});

test('a measure has its unit once, and a range both ends', () => {
  const measures: [number, number, string, string][] = [
    [1.1, 1.1, 'USD/Mtok', '$1.10 per million tokens'],
    [4e9, 5e9, 'parameters', '4B–5B parameters'],
    [3, 3, '%/year', '3% per year'],
    [10, 10, '×', '10×'],
    [1, 1, 'GPUs', '1 GPU'],
    [1, 1, 'ms', '1 ms'],
    [5e7, 1e8, 'USD', '$50M–$100M'],
  ];
  for (const [low, high, unit, written] of measures) assert.equal(writeMeasure(low, high, unit), written);
});

test('figures are called prices, sums, or by their unit', () => {
  assert.deepEqual(['USD/Mtok', 'CNY/Mtok', 'USD', 'tokens/second', 'GPU'].map(sayFigures), [
    'prices per million tokens',
    'prices per million tokens in CNY',
    'sums in USD',
    'figures in tokens per second',
    'figures in GPU',
  ]);
});
