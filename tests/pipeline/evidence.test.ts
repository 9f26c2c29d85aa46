import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unprovenNames, unprovenNumbers } from '../../scripts/pipeline/evidence.ts';

for (const [what, cases] of [
  [
    'digits and words',
    [
      ['Ten times cheaper', 'it is 10x cheaper', []],
      ['10x cheaper', 'it is ten times cheaper', []],
      ['It is 25 years old', 'it is twenty-five years old', []],
      ['It is 25 years old', 'it is twenty five years old', []],
      ['Twenty-five labs', 'all 25 labs', []],
      ['Twenty-five labs', 'all 20 labs and 5 schools', ['25']],
      ['25 labs', 'twenty labs, five of them here', ['25']],
      ['They hired 300 people', 'we hired three hundred people', []],
      ['They hired 350 people', 'three hundred and fifty people', []],
      ['They hired 300 people', 'three hundred and fifty people', ['300']],
      ['Twelve hundred shops', '1,200 shops', []],
      ['A shop with 2,026 chairs', 'two thousand twenty-six chairs', []],
      ['In 1984 and 2026', 'in nineteen eighty-four and in twenty twenty six', []],
      ['Between 100 and 200 labs', 'between a hundred and two hundred labs', []],
      ['12 eggs', 'a dozen eggs', []],
      ['Twenty labs', 'dozens of labs', ['20']],
      ['It weighs 3.14 kilos', 'three point one four kilos', []],
      ['It grew 2.5 times', 'it grew two and a half times', []],
      ['１２ labs', '15 labs', ['12']],
    ],
  ],
  [
    'magnitudes',
    [
      ['It cost $5 billion', 'it cost 5 million', ['5000000000']],
      ['It cost 5 dollars', 'it cost 5 million', ['5']],
      ['It cost $5 million', 'it cost 5 dollars', ['5000000']],
      ['Five hundred labs', 'five thousand labs', ['500']],
      ['It cost a hundred billion', 'it cost a lot', ['100000000000']],
      ['It cost $100 billion', 'a hundred billion dollars', []],
      ['It cost 1,000,000', 'it cost a million', []],
      ['It cost $5B', 'five billion dollars', []],
      ['It cost $5bn', 'a $5-billion plan', []],
      ['It has 671B parameters', 'it has 671 million parameters', ['671000000000']],
      ['It has 671B parameters', '671 billion parameters', []],
      ['10k users', '10,000 users', []],
      ['10k users', '10 users', ['10000']],
      ['$2.5 trillion', 'worth 2.5T', []],
      ['$2.5 million', 'two and a half billion', ['2500000']],
      ['$1.1 million', 'it cost 1,100,000', []],
      ['$1.5 billion', 'a billion and a half', []],
      ['500,000 cars', 'half a million cars', []],
      ['It has 2.3 million cars', 'two million three hundred thousand cars', []],
      ['It cost a billion', 'it cost a billion two years ago', []],
      ['It cost $5 billion', 'it cost 5 billion 20 years ago', []],
      ['100 million users', '100+ million users', []],
      ['50 million users', '有5000万用户', []],
      ['500 million users', '有5000万用户', ['500000000']],
      ['$5 billion to $10 billion', 'five to ten billion', []],
      ['$5 million to $10 billion', 'five to ten billion', ['5000000']],
      ['Billions of dollars', '$300 billion', []],
      ['Thousands of labs', 'in 2026', ['thousands']],
      ['Hundreds of billions', 'hundreds of millions', ['billions']],
      ['The H20 and the B200', 'the H20, the b200', []],
    ],
  ],
  [
    'per cent',
    [
      ['Prices fell by 7 %', 'they fell a bit', ['7%']],
      ['Margins are 40%', 'it cost 40 dollars', ['40%']],
      ['It cost 40 dollars', 'margins are 40%', ['40']],
      ['Margins are 40%', 'margins are forty percent', []],
      ['Margins are forty per cent', 'margins are 40 %', []],
      ['Margins are 40% to 50%', 'forty to fifty percent', []],
      ['Margins are 0.5%', 'margins are .5%', []],
      ['Margins are 5%', 'margins are .5%', ['5%']],
    ],
  ],
  [
    'points and commas',
    [
      ['It costs $1.10.', 'it is 1.10 dollars', []],
      ['It costs $110.', 'it is 1.10 dollars', ['110']],
      ['Prices fell by 1,000 yuan', 'by 1000 yuan', []],
      ['Prices fell by 1 yuan', 'by 1,000 yuan', ['1']],
      ['It grew by 1,5 points', 'it grew by 1.5 points', []],
      ['Version 4.1.2 is out', 'version 4.1.3 is out', ['4.1.2']],
      ['Version 4.1.2 is out', 'version 4.1.2 is out', []],
      ['Version 3.5.1 is out', 'the new version is out', ['3.5.1']],
      ['On 2.7.2026', 'on 3.7.2026', ['2.7.2026']],
      ['It costs 1.000,5', 'it costs 2.000,5', ['1.000,5']],
    ],
  ],
  [
    'ordinals and pronouns',
    [
      ['First, no one knows; one of them asked a second time, and this one.', 'nobody knows', []],
      ['One lab did it', 'a few labs did it', ['1']],
      ['The 2nd lab', 'the second lab', []],
      ['It took 2 labs', 'it took the second lab', ['2']],
      ['In the 21st century', 'in the twenty-first century', []],
      ['The fifth lab', 'the fourth lab', ['5th']],
      ['On May 5', 'on May 5th', []],
      ['A hundredth of it', 'a tenth of it', ['100th']],
      ['One third of it', 'a third of it', []],
    ],
  ],
  [
    'what cleaning takes out of a quote',
    [
      ['Twenty five labs', 'twenty, uh, five labs', []],
      ['Twenty five labs', 'twenty [laughs] five labs', []],
      ['A hundred million users', 'a hundred, you know, million users', []],
      ['Five hundred million users', 'five hundred hundred million users', []],
    ],
  ],
] as const) {
  for (const [claim, evidence, unproven] of cases)
    test(`numbers, ${what}: "${claim}" from "${evidence}" leaves ${unproven.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(unprovenNumbers(claim, evidence), unproven));
}

const glossary = [{ name: 'DeepSeek', kind: 'company' as const, misheard: ['DeepSeq'] }];
for (const [claim, evidence, unproven] of [
  ['The prices at Alibaba fell.', 'so alibaba cut them', []],
  ['The prices at Tencent fell.', 'so alibaba cut them', ['Tencent']],
  ["Alibaba's prices fell.", 'alibaba cut its prices', []],
  ['Prices fell. Then they rose, and I saw it.', 'prices', []],

  ['Tencent cut prices.', 'so somebody cut them', ['Tencent']],
  ['They cut prices. Alibaba followed.', 'so somebody cut them', ['Alibaba']],
  ['They cut prices! “Alibaba” followed.', 'so somebody cut them', ['Alibaba']],
  ['Others cut prices: Baidu too.', 'so somebody cut them', ['Baidu']],
  ['Others cut prices (Huawei too).', 'so somebody cut them', ['Huawei']],
  ['And "Moonshot" went on.', 'so somebody cut them', ['Moonshot']],
  [
    'Tencent cut prices. Alibaba followed: Baidu too, and "Moonshot" (Huawei) went on.',
    'so somebody cut them',
    ['Tencent', 'Alibaba', 'Baidu', 'Moonshot', 'Huawei'],
  ],

  ['Companies cut them. "However", others did. Even so, it fell.', 'the companies cut them', []],
  ["Don't cut. Isn’t it so? It's fine. They're here.", 'so', []],
  ['He said: They cut prices (It fell).', 'so', []],
  ['They read it in The Wire.', 'so', ['The', 'Wire']],
  ['US labs. WHO rules.', 'so', ['US', 'WHO']],
  ['May was bad. It fell in May.', 'so', ['May', 'May']],

  ['They say DeepSeek did it.', 'and DeepSeq did it', []],
  ['DeepSeek did it.', 'and somebody did it', ['DeepSeek']],
  ['They say DeepSeek did it.', 'and deep seek did it', []],
  ['The H20 and the H100', 'the H-20 and others', ['H100']],
  ['In the U.S. it fell, in the US as well.', 'in the US', []],
  ['In the US it fell.', 'in the U.S. and the U.K.', []],
  ['An AI-driven lab', 'a lab for AI', []],
  ['A DeepSeek-Huawei lab', 'a lab of DeepSeek', ['Huawei']],
  ['They came from Acme.', '[Acme] The show', []],
] as const) {
  test(`names: "${claim}" from "${evidence}" leaves ${unproven.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(unprovenNames(claim, evidence, glossary), unproven));
}
