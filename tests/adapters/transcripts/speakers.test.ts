import assert from 'node:assert/strict';
import test from 'node:test';
import { turnsOf } from '#domain/transcript.ts';
import { cleanCues } from '../../../scripts/adapters/transcripts/clean-cues.ts';
import { takeName } from '../../../scripts/adapters/transcripts/speaker-names.ts';

/** Cues of two seconds each, as "speaker> text", with a "+" where a new turn is marked. */
function read(...texts: string[]): string[] {
  const cues = texts.map((text, index) => ({ text, startMs: index * 2000, endMs: index * 2000 + 2000 }));
  return cleanCues(cues).map(({ speaker = '', newTurn, text }) => `${newTurn ? '+' : ''}${speaker}> ${text}`);
}

test('a name before a colon is told from what people say before one', () => {
  const names = [
    'Ann: Hi',
    'Ann Lee: Hi',
    'ANN: Hi',
    'Dr. Ann van der Lee: Hi',
    'Ann Lee (Host): Hi',
    'J.D. O’Neil-Smith: Hi',
    'Speaker 2: Hi',
    '李明：你好',
  ];
  const others = [
    'The point is: go',
    'Note: go',
    'Question: who',
    '12:30 was late',
    'https://x.example',
    'Ann:hi',
    'ann: hi',
    'And Ann Lee: hi',
    `${'Annabelle '.repeat(5)}: hi`,
  ];
  for (const text of names) assert.ok(takeName(text), text);
  for (const text of others) assert.equal(takeName(text), undefined, text);
});

test('names count where they recur or most cues begin with one, and carry on to the next', () => {
  assert.deepEqual(read('Ann: Hi', 'there', 'Ben: Hello', 'Ann: So', 'Ben: Yes'), [
    'Ann> Hi',
    'Ann> there',
    'Ben> Hello',
    'Ann> So',
    'Ben> Yes',
  ]);
  assert.deepEqual(read('I bought a', 'Brompton: it folds', 'and rolls', 'and fits.'), [
    '> I bought a',
    '> Brompton: it folds',
    '> and rolls',
    '> and fits.',
  ]);
});

test('two names on two lines of a cue are two cues', () => {
  assert.deepEqual(read('Ann: Hi\nBen: Hello', 'Ann: So'), ['Ann> Hi', 'Ben> Hello', 'Ann> So']);
});

test('voices name the speaker, and several of them cut a cue', () => {
  assert.deepEqual(read('<v Ann>Hi <v.loud Q&amp;A Ben>Hello</v>', '<v Ann>', 'So', '<v.soft>Who?'), [
    'Ann> Hi',
    'Q&A Ben> Hello',
    'Ann> So',
    'Ann> Who?',
  ]);
});

test('where cues restate the name of the one before, one without a name is a turn by nobody known', () => {
  for (const [every, name] of [
    [10, () => 'Ann'],
    [40, () => 'Ann'],
    [10, (index: number) => (index % 4 < 2 ? 'Ann' : 'Ben')],
  ] as const) {
    const texts = Array.from({ length: 40 }, (_, index) => (index % every === 5 ? 'Hm.' : `<v ${name(index)}>Hi`));
    assert.deepEqual(
      read(...texts),
      texts.map((text, index) => (text === 'Hm.' ? '> Hm.' : `${name(index)}> Hi`)),
    );
  }
  assert.deepEqual(read('<v Ann>Hi', '<v Ben>Hello', '<v Ben>there', '<v Ann>So', 'Hm.'), [
    'Ann> Hi',
    'Ben> Hello',
    'Ben> there',
    'Ann> So',
    '> Hm.',
  ]);
});

test('where turns are one cue each, a missing name leaves its cue to nobody', () => {
  const texts = Array.from({ length: 40 }, (_, index) => `<v ${index % 2 ? 'Ben' : 'Ann'}>Hi`);
  for (const index of [7, 18, 25, 30]) texts[index] = 'Hm.';
  assert.deepEqual(
    [7, 18, 25, 30].map((index) => read(...texts)[index]),
    Array(4).fill('> Hm.'),
  );
});

test('no turn runs from a named cue over one by nobody known', () => {
  const texts = ['<v Ann>Hi', '<v Ann>there', 'Hm.', '<v Ann>So', '<v Ann>yes'];
  assert.deepEqual(
    turnsOf({ cues: cleanCues(texts.map((text) => ({ text }))) }).map(({ from, to }) => [from, to]),
    [
      [0, 2],
      [2, 3],
      [3, 5],
    ],
  );
});

test('where names are given at changes alone, one paragraph without a name is by the last one named', () => {
  const texts = Array.from({ length: 40 }, (_, index) => `${index % 2 ? 'Ben' : 'Ann'}: Hi`);
  assert.deepEqual(read(...texts, 'And so.').slice(-2), ['Ben> Hi', 'Ben> And so.']);
});

test('who is named at the beginning only does not speak to the end', () => {
  assert.deepEqual(read('Ann: Hi', 'So', 'we ride'), ['> Ann: Hi', '> So', '> we ride']);
  assert.deepEqual(read('<v Ann>Hi', 'So', '<v Ann>we', 'ride'), ['Ann> Hi', '> So', 'Ann> we', '> ride']);
  assert.deepEqual(read('<v Ann>Hi', '<v Ben>Hello', 'so', 'we ride'), ['Ann> Hi', 'Ben> Hello', '> so', '> we ride']);
});

test('what some paragraphs begin with is no speaker unless it reads as a dialogue', () => {
  const talk = (heads: Record<number, string>, length = 12) =>
    Array.from({ length }, (_, index) => (heads[index] ? `${heads[index]}: It rolls.` : `It rolls.`));
  const speakers = (texts: string[]) => [...new Set(read(...texts).map((line) => line.split('>')[0]))];
  const alternating = { 0: 'Ann', 2: 'Ben', 5: 'Ann', 8: 'Ben', 10: 'Ann' };

  assert.deepEqual(speakers(talk(alternating)), ['Ann', 'Ben']);
  assert.deepEqual(speakers(talk(alternating).map((text) => text.replace('It', 'it'))), ['']);
  assert.deepEqual(speakers(talk({ 1: 'China', 4: 'China', 8: 'China' })), ['']);
  assert.deepEqual(speakers(talk({ 1: 'China', 4: 'China', 6: 'Peru', 7: 'Peru', 8: 'China' })), ['']);
  assert.deepEqual(speakers(talk(alternating, 40)), ['']);
  const others = { 1: 'Peru', 3: 'Chad', 6: 'Fiji', 9: 'Mali', 11: 'Oman' };
  assert.deepEqual(speakers(talk({ ...alternating, 8: 'Cuba', 14: 'Ben', 20: 'Ann', ...others }, 30)), ['']);
  assert.deepEqual(speakers([talk({ 1: 'China', 4: 'China', 8: 'China' }).join('\n')]), ['']);
  assert.deepEqual(speakers(['Brazil: It rolls.', 'India: It rolls.', 'China: It rolls.']), ['']);
  assert.deepEqual(speakers(['Ann: It rolls.', 'Ben: It rolls.', 'Ben: It rolls.\nCho: It rolls.']), [
    'Ann',
    'Ben',
    'Cho',
  ]);
});

test('a single voice in a file names its own cue only', () => {
  assert.deepEqual(read('Hi', '<v One>of these', 'is mine'), ['> Hi', 'One> of these', '> is mine']);
});

test('">>" begins a turn by somebody unknown, or by who is named', () => {
  assert.deepEqual(read('&gt;&gt; Hi >> No. >>> News.', 'More >>', 'Yes.', '>> ANN LEE: So.', '>>Ben'), [
    '+> Hi',
    '+> No.',
    '+> News.',
    '> More',
    '+> Yes.',
    '+ANN LEE> So.',
    '+> Ben',
  ]);
  assert.deepEqual(read('Ann: Hi', 'Ben: Ho', 'Ann: Hi', 'Ben: Ho', 'and >> Who?', 'Me.').slice(-3), [
    'Ben> and',
    '+> Who?',
    '> Me.',
  ]);
});

test('parts of a long cue are approximate, those of a short one not', () => {
  const parts = (endMs: number) => cleanCues([{ text: 'One two. >> Three four.', startMs: 0, endMs }]);
  assert.deepEqual(
    parts(8000).map(({ startMs, endMs, approximate }) => [startMs, endMs, approximate]),
    [
      [0, 4000, undefined],
      [4000, 8000, undefined],
    ],
  );
  assert.deepEqual(
    parts(20_000).map(({ startMs, endMs, approximate }) => [startMs, endMs, approximate]),
    [
      [0, 10_000, true],
      [10_000, 20_000, true],
    ],
  );
});

test('names in brackets at the start of most cues are speakers, and sounds are not', () => {
  assert.deepEqual(read('[Ann] So I [Ann] fell. [Ben] Off?', '[Ben] Again?'), [
    'Ann> So I fell.',
    'Ben> Off?',
    'Ben> Again?',
  ]);
  assert.deepEqual(read('[Music] So', '[Laughter] I fell.'), ['> [Music] So', '> [Laughter] I fell.']);
});

test('labels that are no names mark turns instead', () => {
  assert.deepEqual(read('<v SPEAKER_1>Hi', '<v SPEAKER_1>there', '<v SPEAKER_2>Hello', '<v Ann>So', '<v Unknown>Yes'), [
    '> Hi',
    '> there',
    '+> Hello',
    'Ann> So',
    '+> Yes',
  ]);
});

test('rolling captions give every line once; what is said twice stays', () => {
  const rolling = ['a', 'a', 'a\nb c', 'b c', 'b c\nd', 'd', 'd\nd', 'd', 'd\ne'];
  assert.deepEqual(read(...rolling), ['> a', '> b c', '> d', '> d', '> e']);
  assert.deepEqual(read('up', 'up and', 'up and away', 'up and away again'), ['> up', '> and', '> away', '> again']);
  assert.deepEqual(read('yes', 'yes', 'no', 'so', 'we ride', 'we ride'), [
    '> yes',
    '> yes',
    '> no',
    '> so',
    '> we ride',
    '> we ride',
  ]);
  assert.equal(read('yes', 'yes', 'yes', 'yes', 'no').length, 5);
});
