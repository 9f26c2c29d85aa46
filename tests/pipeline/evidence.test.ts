import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unprovenNames, unprovenNumbers } from '../../scripts/pipeline/evidence.ts';

for (const [claim, evidence, unproven] of [
  ['It costs $1.10.', 'it is 1.10 dollars', []],
  ['It costs $110.', 'it is 1.10 dollars', ['110']],
  ['Ten times cheaper', 'it is 10x cheaper', []],
  ['Prices fell by 1,000 yuan', 'by 1000 yuan', []],
  ['Prices fell by 7 %', 'they fell a bit', ['7']],
  ['Twenty labs', 'dozens of labs', ['20']],
] as const) {
  test(`"${claim}" from "${evidence}": unproven ${unproven.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(unprovenNumbers(claim, evidence), unproven));
}

const glossary = [{ name: 'DeepSeek', kind: 'company' as const, misheard: ['DeepSeq'] }];
for (const [claim, evidence, unproven] of [
  ['Prices at Alibaba fell.', 'so alibaba cut them', []],
  ['Prices at Tencent fell.', 'so alibaba cut them', ['Tencent']],
  ['They say DeepSeek did it.', 'and DeepSeq did it', []],
  ['They say DeepSeek did it.', 'and somebody did it', ['DeepSeek']],
  ['Prices fell. Then they rose, and I saw it.', 'prices', []],
] as const) {
  test(`"${claim}" from "${evidence}": unproven names ${unproven.join(', ') || 'none'}`, () =>
    assert.deepEqual(unprovenNames(claim, evidence, glossary), unproven));
}
