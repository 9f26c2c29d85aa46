import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withArabicNumbers } from '../../scripts/pipeline/chinese-numbers.ts';

for (const [said, written] of [
  ['百分之三十', '30%'],
  ['百分之零点五', '0.5%'],
  ['百分之30', '30%'],
  ['三成', '30%'],
  ['三成五', '35%'],
  ['十', '10'],
  ['十二万', '120000'],
  ['二十五', '25'],
  ['两千零五', '2005'],
  ['一万零五十', '10050'],
  ['一万二', '12000'],
  ['三百五', '350'],
  ['两亿五', '250000000'],
  ['三千二百万', '32000000'],
  ['一百二十亿', '12000000000'],
  ['一萬二千億', '1200000000000'],
  ['一万亿', '1000000000000'],
  ['三点五', '3.5'],
  ['一点二万亿', '1200000000000'],
  ['1.2万亿', '1200000000000'],
  ['3千万', '30000000'],
  ['二〇二四', '2024'],
  ['几十亿', '几十亿'],
  ['十几', '十几'],
  ['three plus 4', 'three plus 4'],
] as const) {
  test(`${said} is ${written}`, () => assert.equal(withArabicNumbers(said).trim(), written));
}

test('numbers stand apart from the words around them', () =>
  assert.equal(withArabicNumbers('卖了一百二十亿元，涨了百分之三十。'), '卖了 12000000000 元,涨了 30% 。'));
