import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayUnit, writeAmount } from '../../src/write-amounts.ts';
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
  ];
  for (const [value, unit, written] of amounts) assert.equal(writeAmount(value, unit), written);
  assert.equal(sayUnit('USD/Mtok'), 'USD per million tokens');
});
