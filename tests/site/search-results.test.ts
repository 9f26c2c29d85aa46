import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAnswer, isNamed } from '../../src/components/search/answer.ts';
import { excerptOf, markWords } from '../../src/components/search/excerpt.ts';
import { bestZone, noteOf, type Hit } from '../../src/components/search/hit.ts';
import { partQueries, sayNone } from '../../src/components/search/parts.ts';
import { sayFound } from '../../src/components/search/say-found.ts';
import { toIndexText, toQuery } from '../../src/searchable-text.ts';

const write = (parts: ReturnType<typeof markWords>) =>
  parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
const wordsOf = (text: string) => toIndexText(text).split(/\s+/);

test('words are marked without the signs around them, Chinese characters that follow each other as one', () => {
  assert.equal(write(markWords(wordsOf('(the token price), they say'), [1, 2])), '(the [token] [price]), they say');
  assert.equal(write(markWords(wordsOf('说内卷，对'), [1, 2])), '说[内卷]，对');
  assert.equal(write(markWords(wordsOf('at $1.10.'), [1])), 'at [$1.10].');
});

test('an excerpt begins after the title, and where most of the words are', () => {
  const words = Array.from({ length: 200 }, (_, index) => `w${index}`);
  assert.match(write(excerptOf(words, [], { from: 5, to: 200 })), /^w5 w6 .* w49 …$/);
  assert.match(write(excerptOf(words, [0, 1, 7], { from: 5, to: 200 })), /^w5 w6 \[w7\] w8/);
  assert.match(write(excerptOf(words, [20, 120, 130], { from: 5, to: 200 })), /^… w112 .*\[w120\].*\[w130\].* w156 …$/);
  assert.match(write(excerptOf(words, [199], { from: 5, to: 200 })), /^… w155 .*\[w199\]$/);
  assert.equal(write(excerptOf(['Title', 'short', 'claim.'], [1], { from: 1, to: 3 })), '[short] claim.');
});

const hit = (text: string, person = '') => {
  const content = wordsOf(text).join(' ');
  return { content, locations: content.split(' ').map((_, at) => at), meta: { person } };
};
for (const [query, text, answers] of [
  ['pricing', 'the prices fell', true],
  ['prici', 'the pricing', true],
  ['$1.10', 'it is $1.10 now', true],
  ['$1.99', 'it is $1 now', false],
  ['$1.10', 'it is $11.10 now', false],
  ['H100s', 'an H100 rack', true],
  ['quetzal', 'Q is a letter', false],
  ['deepseek quetzal', 'DeepSeek again', false],
  ['cafés', 'a cafe', true],
  ['deepsek', 'DeepSeek again', false],
  ['deepse', 'DeepSeek again', true],
  ['running', 'they run it', true],
  ['policies', 'a policy', true],
  ['organization', 'they organize', true],
  ['AIs', 'one AI', true],
  ['24%', 'it is 24 now', false],
] as const) {
  test(`“${text}” is ${answers ? 'an' : 'no'} answer to “${query}”`, () => {
    assert.equal(isAnswer(hit(text), toQuery(query)), answers);
  });
}

test('a name that is not in the text is an answer', () => {
  assert.equal(isAnswer(hit('nothing of it', 'Zoë Müller'), 'muller'), true);
});

test('a person is named by whole words of the name, in any order', () => {
  assert.equal(isNamed('Zoë Müller', 'muller zoe'), true);
  assert.equal(isNamed('Zoë Müller', 'mull'), false);
  assert.equal(isNamed('Zoë Müller', 'zoë maier'), false);
});

const CARRYING: Hit = {
  url: '/insights/a/',
  content: 'The title. what we claim what they said',
  locations: [],
  meta: { title: 'The title' },
  filters: {},
  anchors: [
    { element: 'i', id: 'moment:about%2012:04', location: 0 },
    { element: 'h2', id: 'terms', location: 3 },
    { element: 'i', id: 'quote', location: 5 },
  ],
};

test('an excerpt is of the claim or of the quote, whichever holds more, the claim where both do alike', () => {
  assert.deepEqual(bestZone(CARRYING), { name: '', from: 2, to: 5 });
  assert.deepEqual(bestZone({ ...CARRYING, locations: [2, 5] }), { name: '', from: 2, to: 5 });
  assert.deepEqual(bestZone({ ...CARRYING, locations: [2, 5, 6] }), { name: 'quote', from: 5, to: 8 });
});

test('a result carries notes that are no text', () => {
  assert.equal(noteOf(CARRYING, 'moment'), 'about 12:04');
  assert.equal(noteOf(CARRYING, 'person'), undefined);
});

test('the last words of a part can be reached, and terms give way to sentences', () => {
  const words = Array.from({ length: 60 }, (_, index) => `w${index}`);
  assert.match(write(excerptOf(words, [48], { from: 0, to: 50 })), /\[w48\] w49 ?$/);
  const theme: Hit = { ...CARRYING, anchors: [{ element: 'i', id: 'terms', location: 5 }] };
  assert.equal(bestZone({ ...theme, locations: [2, 5, 6] }).name, '');
  assert.equal(bestZone({ ...theme, locations: [5] }).name, 'terms');
});

test('an excerpt ends where its part of the text ends', () => {
  assert.equal(
    write(excerptOf(wordsOf('Title what we claim what they said'), [2], { from: 1, to: 4 })),
    'what [we] claim',
  );
});

test('a query is tried without each of its words, then word by word', () => {
  assert.deepEqual(partQueries('DeepSeek $1.10'), ['DeepSeek', '$1.10']);
  assert.deepEqual(partQueries('the price of "a token" 内卷'), [
    ...['"a token" 内卷', 'price 内卷', 'price "a token"'],
    ...['price', '"a token"', '内卷'],
  ]);
  assert.deepEqual(partQueries('alone'), []);
});

test('that nothing has all of it is said with the words that were typed', () => {
  assert.equal(sayNone('DeepSeek $1.10'), 'Nothing has both “DeepSeek” and “$1.10”.');
  assert.equal(sayNone('the price of "a token" 内卷'), 'Nothing has all of “price”, “a token” and “内卷”.');
});

test('themes are counted beside insights, people and shows where there is nothing else', () => {
  const theme: Hit = { ...CARRYING, filters: { kind: ['theme'] } };
  const show: Hit = { ...CARRYING, filters: { kind: ['show'] } };
  assert.equal(sayFound({ count: 17, pages: [theme] }), '1 theme and 17 insights');
  assert.equal(sayFound({ count: 1, pages: [show] }), '1 insight');
  assert.equal(sayFound({ count: 0, pages: [show] }), '1 page');
});
