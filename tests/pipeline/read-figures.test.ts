import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '#domain/words.ts';
import { readFigures } from '../../scripts/pipeline/read-figures.ts';

type Row = readonly [
  quote: string,
  ...figures: (readonly [text: string, value: number, unit: string, subject?: string])[],
];

const TABLES: Record<string, readonly Row[]> = {
  'prices of tokens': [
    ['it costs $1.10 per million tokens', ['$1.10 per million tokens', 1.1, 'USD/Mtok']],
    ['we sell it for a dollar ten per million tokens', ['a dollar ten per million tokens', 1.1, 'USD/Mtok']],
    ['they charge 10 cents per M', ['10 cents per M', 0.1, 'USD/Mtok']],
    ['it is $3/M', ['$3/M', 3, 'USD/Mtok']],
    ['about a buck 50 a million tokens now', ['a buck 50 a million tokens', 1.5, 'USD/Mtok']],
    ['that is a dollar and a quarter, or a dollar per million tokens', ['a dollar per million tokens', 1, 'USD/Mtok']],
    [
      'four dollars and forty cents per million tokens',
      ['four dollars and forty cents per million tokens', 4.4, 'USD/Mtok'],
    ],
    ['$12 for a million tokens is steep', ['$12 for a million tokens', 12, 'USD/Mtok']],
    ['thirty cents per thousand tokens', ['thirty cents per thousand tokens', 300, 'USD/Mtok']],
    ['it was $0.02 per 1K tokens', ['$0.02 per 1K tokens', 20, 'USD/Mtok']],
    ['it was $2 per 1M tokens', ['$2 per 1M tokens', 2, 'USD/Mtok']],
    ['$0.000002 per token', ['$0.000002 per token', 2, 'USD/Mtok']],
    ['$900 per billion tokens', ['$900 per billion tokens', 0.9, 'USD/Mtok']],
    ['it is 2 yuan per million tokens', ['2 yuan per million tokens', 2, 'CNY/Mtok']],
    ['¥0.8 per million input tokens', ['¥0.8 per million input tokens', 0.8, 'CNY/Mtok', 'input tokens']],
    [
      'at $5 per million input tokens and $25 per million output tokens',
      ['$5 per million input tokens', 5, 'USD/Mtok', 'input tokens'],
      ['$25 per million output tokens', 25, 'USD/Mtok', 'output tokens'],
    ],
    ['output tokens are about $8 per million, input is less', ['$8 per million', 8, 'USD/Mtok', 'output tokens']],
    [
      'cached input tokens cost 7 cents per million tokens',
      ['7 cents per million tokens', 0.07, 'USD/Mtok', 'cached input tokens'],
    ],
    [
      'one to two dollars per million tokens',
      ['one to two dollars per million tokens', 1, 'USD/Mtok'],
      ['one to two dollars per million tokens', 2, 'USD/Mtok'],
    ],
  ],
  money: [
    ['the run cost $5.6 million', ['$5.6 million', 5_600_000, 'USD']],
    ['the run cost USD 5.6 million', ['USD 5.6 million', 5_600_000, 'USD']],
    ['five point six million dollars', ['five point six million dollars', 5_600_000, 'USD']],
    ['two and a half billion dollars later', ['two and a half billion dollars', 2_500_000_000, 'USD']],
    ['they raised US$40m', ['US$40m', 40_000_000, 'USD']],
    ['half a million euros went missing', ['half a million euros', 500_000, 'EUR']],
    ['£1,250 in all', ['£1,250', 1250, 'GBP']],
    ['a fund of RMB 300 billion', ['RMB 300 billion', 300_000_000_000, 'CNY']],
    ['eight hundred yen for noodles', ['eight hundred yen', 800, 'JPY']],
    ['fifty cents a copy'],
    ['it is fifty cents now', ['fifty cents', 0.5, 'USD']],
    ['$20 a month', ['$20 a month', 20, 'USD/month']],
    ['twenty bucks per month', ['twenty bucks per month', 20, 'USD/month']],
    ['we burn $100,000 a year', ['$100,000 a year', 100_000, 'USD/year']],
    ['we burned $5 million a year ago', ['$5 million', 5_000_000, 'USD']],
    ['it rents at $2 an hour', ['$2 an hour', 2, 'USD/hour']],
    ['two dollars per GPU hour', ['two dollars per GPU hour', 2, 'USD/GPU-hour']],
    ['$30 per seat per month', ['$30 per seat per month', 30, 'USD/seat/month']],
    ['seven cents a kilowatt hour', ['seven cents a kilowatt hour', 0.07, 'USD/kWh']],
    ['$40 per megawatt hour', ['$40 per megawatt hour', 0.04, 'USD/kWh']],
    ['$5 to $10 billion', ['$5 to $10 billion', 5_000_000_000, 'USD'], ['$5 to $10 billion', 10_000_000_000, 'USD']],
    ['they made $5 billion in annual revenue', ['$5 billion', 5_000_000_000, 'USD', 'annual revenue']],
    ['$9 million in revenue per employee', ['$9 million', 9_000_000, 'USD', 'revenue per employee']],
    ['it needs $2 million in five years', ['$2 million', 2_000_000, 'USD'], ['five years', 5, 'years']],
    ['it closed a $60 million round', ['$60 million', 60_000_000, 'USD', 'round']],
  ],
  'shares and multiples': [
    ['eighty-five percent of the drivers', ['eighty-five percent', 85, '%', 'drivers']],
    ['it fell by 12.5%', ['12.5%', 12.5, '%']],
    ['forty per cent', ['forty per cent', 40, '%']],
    ['more than 60 percent', ['60 percent', 60, '%']],
    ['their gross margin is about 75%', ['75%', 75, '%', 'gross margin']],
    ['the roof is 20% of the Louvre', ['20%', 20, '%']],
    ['a 25% tariff on steel', ['25%', 25, '%', 'tariff']],
    ['it grew 10 to 20%', ['10 to 20%', 10, '%'], ['10 to 20%', 20, '%']],
    ['between 5% and 8% of sales', ['5% and 8%', 5, '%', 'sales'], ['5% and 8%', 8, '%', 'sales']],
    ['up five percentage points', ['five percentage points', 5, 'pp']],
    ['rates rose 50 basis points', ['50 basis points', 0.5, 'pp']],
    ['it grows 20% a year', ['20% a year', 20, '%/year']],
    ['a hundred percent of the parts are local', ['a hundred percent', 100, '%', 'parts']],
    ['it is ten times cheaper', ['ten times cheaper', 10, '×']],
    ['10x cheaper than that', ['10x cheaper', 10, '×']],
    ['two and a half times the price', ['two and a half times the price', 2.5, '×']],
    ['a 3x improvement', ['3x', 3, '×', 'improvement']],
    ['costs fell by 10x.', ['10x', 10, '×']],
    ['a 50-fold decrease', ['50-fold', 50, '×', 'decrease']],
    ['two to three times more', ['two to three times more', 2, '×'], ['two to three times more', 3, '×']],
  ],
  counts: [
    ['it has 671 billion parameters', ['671 billion parameters', 671_000_000_000, 'parameters']],
    [
      'only 37 billion active parameters',
      ['37 billion active parameters', 37_000_000_000, 'parameters', 'active parameters'],
    ],
    ['a 7B parameter model', ['7B parameter', 7_000_000_000, 'parameters']],
    ['trained on 15 trillion tokens', ['15 trillion tokens', 15_000_000_000_000, 'tokens']],
    ['5,000 H100 GPUs', ['5,000 H100 GPUs', 5000, 'GPUs']],
    ['three million chips', ['three million chips', 3_000_000, 'chips']],
    ['60 tokens per second', ['60 tokens per second', 60, 'tokens/second']],
    ['400 million weekly users', ['400 million weekly users', 400_000_000, 'users']],
    ['two thousand people work there', ['two thousand people', 2000, 'people']],
    [
      'five million electric cars a year',
      ['five million electric cars a year', 5_000_000, 'vehicles/year', 'electric cars'],
    ],
    ['a 300 megawatt campus', ['300 megawatt', 300_000_000, 'W']],
    ['it draws 5 GW', ['5 GW', 5_000_000_000, 'W']],
    ['80GB of memory', ['80GB', 80_000_000_000, 'B']],
    ['a 7 nanometer process, then 5nm', ['7 nanometer', 7, 'nm'], ['5nm', 5, 'nm']],
    ['it took eighteen months', ['eighteen months', 18, 'months']],
    [
      'between 2 and 3 million users',
      ['2 and 3 million users', 2_000_000, 'users'],
      ['2 and 3 million users', 3_000_000, 'users'],
    ],
  ],
  'nothing that is clear': [
    ['in 2024 people moved on'],
    ['back in twenty twenty-four companies hired'],
    ['GPT-4 users'],
    ['Llama 3 users complained'],
    ['the H100 and the H20 chips'],
    ['put it in your 401(k)'],
    ['a 401k plan'],
    ['we are open 24/7'],
    ['at 9:30 or 10:15'],
    ['one of the companies'],
    ['the 21st century'],
    ['on May 5 people voted'],
    ['call 555 0134 now'],
    ['in Q3 users left'],
    ['version 3.5 of it'],
    ['release 4.1.2 companies use'],
    ['a million reasons'],
    ['a million times better'],
    ['I 100 percent agree'],
    ['that is 100% right'],
    ['yes, a hundred percent.'],
    ['there is zero percent chance'],
    ['a two-sided market'],
    ['my two cents'],
    ['it looks like a million bucks'],
    ['the million dollar question'],
    ['the $64,000 question'],
    ['ten cents on the dollar'],
    ['a dollar twenty years ago'],
    ['tens of billions of dollars'],
    ['a few hundred thousand people'],
    ['several million dollars'],
    ['a couple hundred percent'],
    ['two people and three companies'],
    ['I told you ten times'],
    ['a 10x engineer'],
    ['the New York Times'],
    ['five years ago'],
    ['over the last ten years'],
    ['she is 20 years old'],
    ['24 hours a day, seven days a week'],
    ['in the 90s people danced'],
    ['all the Fortune 500 companies'],
    ['it grew 20, 30%'],
    ['a half of one percent'],
    ['$30 per widget'],
    ['HK$500'],
    ['900 to 1.2 billion users, who knows'],
    ['five kids and 12 goats'],
    ['the 100 Most Influential People'],
    ['dollars or cents per million tokens'],
    ['a 30-year mortgage'],
    ['point five percent'],
  ],
};

for (const [what, rows] of Object.entries(TABLES))
  for (const [quote, ...figures] of rows)
    test(`${what}: ${quote}`, () => {
      const expected = figures.map(([text, value, unit, subject]) => ({
        text,
        value,
        unit,
        ...(subject && { subject }),
      }));
      assert.deepEqual(readFigures(quote), expected);
    });

test('the text is a run of the words of the quote as it is spelt, whatever its signs and spaces', () => {
  const quote = 'Well… it was ５０％ of the “houses”, and\u00a0$3 billion\nfor the rest.';
  const figures = readFigures(quote);
  assert.deepEqual(
    figures.map(({ value, unit }) => [value, unit]),
    [
      [50, '%'],
      [3e9, 'USD'],
    ],
  );
  for (const { text } of figures) {
    assert.ok(quote.replace(/\s/g, ' ').includes(text), text);
    assert.ok(wordsOf(text).length > 0);
  }
});

test('a figure that is said twice is given once', () => {
  assert.equal(readFigures('It was $3 billion, yes, $3 billion, and then $4 billion.').length, 2);
});
