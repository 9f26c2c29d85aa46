import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chaptersInNotes } from '#domain/chapters-in-notes.ts';

const HOUR = 3_600_000;
const written = (notes: string, durationMs?: number) =>
  chaptersInNotes(notes, durationMs).map(({ startMs, title }) => `${startMs / 1000} ${title}`);

const THREE = ['0 Intro', '750 Chains', '3723 Oil baths'];
for (const [what, notes, expected] of [
  ['times with a dash', '0:00 - Intro\n12:30 – Chains\n1:02:03 — Oil baths', THREE],
  ['times in brackets', '(00:00:00) Intro\n(00:12:30) Chains\n(01:02:03) Oil baths', THREE],
  ['times in square brackets', '[0:00] Intro\n[12:30] Chains\n[1:02:03] Oil baths', THREE],
  ['times with a colon', '00:00: Intro\n12:30: Chains\n1:02:03: Oil baths', THREE],
  ['bare times', '00:00 Intro\n12:30 Chains\n1:02:03 Oil baths', THREE],
  ['bullets and pictures', '• 0:00 Intro\n▶️ 12:30 Chains\n- **1:02:03** Oil baths', THREE],
  ['numbers', '1. 0:00 Intro\n2. 12:30 Chains\n3) 1:02:03 Oil baths', THREE],
  ['from and to', '0:00-12:30 Intro\n12:30 – 1:02:03 Chains\n1:02:03–1:10:00: Oil baths', THREE],
  [
    'links of Markdown',
    '[0:00](https://v.example/?t=0) Intro\n[12:30](https://v.example/?t=750) Chains\n[1:02:03](https://v.example/?t=3723) Oil baths',
    THREE,
  ],
  [
    'addresses after them',
    '0:00 Intro https://v.example/?t=0\n12:30 Chains (https://v.example/?t=750)\n1:02:03 Oil baths',
    THREE,
  ],
  ['times at the ends', 'Intro (0:00)\n- Chains - 12:30\nOil baths [1:02:03]', THREE],
  ['minutes past the hour', '0:00 Intro\n12:30 Chains\n102:33 Oil baths', ['0 Intro', '750 Chains', '6153 Oil baths']],
  ['no line breaks', 'We talk gears. (0:00) Intro (12:30) Chains (1:02:03) Oil baths', THREE],
  ['no line breaks and no brackets', 'Chapters: 00:00 Intro 12:30 Chains 1:02:03 Oil baths', THREE],
  ['words between them', '0:00 Intro\nby our sponsor\n\n12:30 Chains\n1:02:03 Oil baths', THREE],
  ['a late beginning', '2:10 Chains\n12:30 Rust\n20:00 Oil', ['130 Chains', '750 Rust', '1200 Oil']],
  [
    'titles that begin with a sign',
    '0:00 $5 gears\n12:30 “Never again”\n13:00 #1 of hubs',
    ['0 $5 gears', '750 “Never again”', '780 #1 of hubs'],
  ],
  ['numbers as titles', '0:00 2024\n1:00 2025\n2:00 2026', ['0 2024', '60 2025', '120 2026']],
  ['Chinese', '【00：00】开场\n【12：30】链条\n【1：02：03】油浴', ['0 开场', '750 链条', '3723 油浴']],
  ['a second, shorter list', '0:00 Intro\n12:30 Chains\n1:02:03 Oil baths\nClips:\n0:10 A\n0:20 B', THREE],
  ['two times only', '0:00 Intro\n12:30 Chains', []],
  ['times that do not ascend', '12:30 Chains\n9:00 Intro\n3:00 Oil', []],
  ['times of day', '9:00 am Doors open\n10:30 AM Talks\n11:15 p.m. Bar', []],
  ['no titles', '0:00\n12:30\n1:02:03', []],
  ['impossible times', '0:75 Intro\n12:99 Chains\n1:75:00 Oil', []],
  ['prose with times', 'We rode at 9:00, ate at 12:30 and slept at 22:15, as everybody does.', []],
  ['scores and ratios', 'They won 2:1\nThey lost 0:3\nThey drew 1:1', []],
  ['nothing', '', []],
] as const) {
  test(`chapters of notes with ${what}: ${expected.length || 'none'}`, () =>
    assert.deepEqual(written(notes), expected));
}

test('the last time may be the end of the episode; a list that goes on after it is that of another recording', () => {
  const notes = '0:00 Intro\n12:30 Chains\n30:00 Oil\n1:00:00 The end';
  assert.deepEqual(written(notes, HOUR), ['0 Intro', '750 Chains', '1800 Oil']);
  assert.deepEqual(written(notes, HOUR / 2), []);
});

test('a list without end is cut, and so is a title without end', () => {
  const lines = Array.from(
    { length: 400 },
    (_, n) => `${Math.floor(n / 60)}:${String(n % 60).padStart(2, '0')} Part ${n}`,
  );
  assert.equal(chaptersInNotes(lines.join('\n')).length, 100);
  const long = chaptersInNotes(`0:00 ${'gear '.repeat(60)}\n1:00 Two\n2:00 Three`)[0]?.title;
  assert.ok(long && long.length <= 200 && long.endsWith('…'));
});

test('hostile notes are read in no time', () => {
  const startedAt = performance.now();
  for (const part of ['0:00 ', '1:1', '[', '- ', '0:00-', ' : ', '0:00 a\n', '(0:00', '*_~'])
    chaptersInNotes(part.repeat(20_000 / part.length));
  assert.ok(performance.now() - startedAt < 500);
});
