import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Day } from '#domain/ids.ts';
import { writeClock } from '../../src/write-clock.ts';
import { writeDay, writeLength, writeMonth, writeWeekday } from '../../src/write-times.ts';

test('days are written in words, whatever the time zone of the machine', () => {
  const day = Day.parse('2026-08-20');
  assert.deepEqual(
    [writeDay(day), writeWeekday(day), writeMonth(day)],
    ['20 August 2026', 'Thursday, 20 August 2026', 'August 2026'],
  );
});

test('a place in a recording is written as players write it', () => {
  assert.deepEqual([0, 59_999, 724_000, 3_724_000].map(writeClock), ['0:00', '0:59', '12:04', '1:02:04']);
});

test('a length is written for people', () => {
  assert.deepEqual([200, 17_400, 65_000, 120_000, 125_000].map(writeLength), [
    '1 s',
    '17 s',
    '65 s',
    '2 min',
    '2 min 5 s',
  ]);
});
