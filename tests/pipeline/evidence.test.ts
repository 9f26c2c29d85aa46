import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unprovenNames, unprovenNumbers } from '../../scripts/pipeline/evidence.ts';
import { createIsOrdinary } from '../../scripts/pipeline/ordinary-words.ts';
import { unprovenCurrencies } from '../../scripts/pipeline/read-currencies.ts';

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

for (const [claim, evidence, unproven] of [
  ['Sales of 12 billion yuan', '卖了一百二十亿元', []],
  ['Sales of 12 million yuan', '卖了一百二十亿元', ['12000000']],
  ['Billions of yuan', '卖了一百二十亿元', []],
  ['Prices fell by 30%', '价格下降百分之三十', []],
  ['Prices fell by 30%', '价格下降三成', []],
  ['Prices fell by 30%', '价格下降了三十块', ['30%']],
  ['It is 3.5 times as fast', '快三点五倍', []],
  ['In 2024', '二零二四年', []],
] as const) {
  test(`numbers in Chinese: "${claim}" from "${evidence}" leaves ${unproven.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(unprovenNumbers(claim, evidence), unproven));
}

for (const [claim, evidence, language, unproven] of [
  ['It is cheaper in China than in the United States.', '中国比美国便宜', 'zh', []],
  ['It is cheaper in China than in Japan.', '中国比美国便宜', undefined, ['Japan']],
  ['The European and the Chinese makers', '欧洲和中国的厂商', 'zh-CN', []],
  ['It is cheap in Germany.', 'in Deutschland ist es billig', 'de', []],
  ['It is cheap in Germany.', 'in Deutschland ist es billig', undefined, ['Germany']],
  ['The Chinese makers', 'the makers in China', 'en', []],
  ['The makers in China', 'the Chinese makers', 'en', []],
  ['The US and Britain', 'American and British makers', 'en', []],
  ['The US and Britain', 'German makers', 'en', ['US', 'Britain']],
  ['The Chinese makers', 'the makers in Chile', 'en', ['Chinese']],
  ['They say DeepSeek did it.', '深度求索做到了', 'zh', []],
  ['They say DeepSeek did it.', '别的公司做到了', 'zh', ['DeepSeek']],
  ['The language is no tag.', 'the', 'x;y', []],
] as const) {
  test(`names across languages: "${claim}" from "${evidence}" (${language}) leaves ${unproven.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(
      unprovenNames(claim, evidence, [{ name: 'DeepSeek', kind: 'company', misheard: ['深度求索'] }], { language }),
      unproven,
    ));
}

const isOrdinary = createIsOrdinary(
  ['The makers fight, and subsidies feed the fight. Moonshot sells.'],
  [{ name: 'Moonshot', kind: 'company', misheard: [] }],
);
for (const [claim, unproven] of [
  ['Makers fight. Fighting hurts. Subsidy is the cause.', []],
  ['Prices fall. Consolidation hurts; competition explains it.', []],
  ['Moving out costs. Cutting hurts. Disputed ideas hurt. Twenty hurt.', []],
  ['Turing, Boeing, Chongqing and Ahmed hurt.', ['Turing', 'Boeing', 'Chongqing', 'Ahmed']],
  ['Turing hurts. Boeing hurts. Chongqing hurts. Ahmed hurts.', ['Turing', 'Boeing', 'Chongqing', 'Ahmed']],
  ['They say Makers fight.', ['Makers']],
  ['Moonshot sells.', ['Moonshot']],
  ['Tencent sells. Beijing pays.', ['Tencent', 'Beijing']],
] as const) {
  test(`words that begin a sentence: "${claim}" leaves ${unproven.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(unprovenNames(claim, 'so', [], { isOrdinary }), unproven));
}

test('small letters throughout tell no word from a name', () => {
  const knows = createIsOrdinary(['and then tencent cut the prices of it, and shopkeepers paid for all of it'], []);
  assert.deepEqual([knows('Tencent'), knows('Shopkeepers'), knows('Prices')], [false, false, true]);
});

for (const [claim, evidence, unproven] of [
  ['It costs $5.', 'five dollars', []],
  ['It costs $5.', 'it costs five', []],
  ['It costs $5.', 'five yuan', ['dollar']],
  ['It costs 5 yuan.', '五块钱', []],
  ['It costs 5 yuan.', '¥5', []],
  ['It costs 5 euros.', 'five bucks', ['euro']],
  ['It costs $5 billion.', '五十亿元', ['dollar']],
  ['It costs $5 billion.', '五十亿美元', []],
  ['It costs 5 yuan.', '五美元，单元', ['yuan']],
] as const) {
  test(`currencies: "${claim}" from "${evidence}" leaves ${unproven.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(unprovenCurrencies(claim, evidence), unproven));
}
