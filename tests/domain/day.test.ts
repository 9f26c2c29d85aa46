import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayOf } from '#domain/day.ts';
import type { Day } from '#domain/ids.ts';

test('a day is that of the time zone', () => {
  const moment = new Date('2026-07-02T22:30:00Z');
  assert.equal(dayOf(moment), '2026-07-02');
  assert.equal(dayOf(moment, 'Asia/Shanghai'), '2026-07-03');
});

test('days are added over the ends of months and leap years', () => {
  assert.equal(addDays('2028-02-28' as Day, 2), '2028-03-01');
  assert.equal(addDays('2026-03-01' as Day, -1), '2026-02-28');
});
