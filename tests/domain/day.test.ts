import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayOf, isTimeZone } from '#domain/day.ts';
import type { Day } from '#domain/ids.ts';

test('a day is that of the time zone', () => {
  const moment = new Date('2026-07-02T22:30:00Z');
  assert.equal(dayOf(moment), '2026-07-02');
  assert.equal(dayOf(moment, 'Asia/Shanghai'), '2026-07-03');
});

test('the format of a time zone is made once', (t) => {
  const made = t.mock.method(Intl, 'DateTimeFormat');
  const moments = [0, 1, 2].map((index) => new Date(Date.UTC(2026, 6, 2 + index, 20)));
  assert.deepEqual(
    moments.map((moment) => dayOf(moment, 'Asia/Tokyo')),
    ['2026-07-03', '2026-07-04', '2026-07-05'],
  );
  assert.equal(made.mock.callCount(), 1);
});

test('a time zone is known by its name, and a wrong name stays wrong', () => {
  for (const name of ['UTC', 'Europe/Berlin']) assert.equal(isTimeZone(name), true, name);
  for (const name of ['Mars/Olympus', 'Mars/Olympus', '']) assert.equal(isTimeZone(name), false, name);
  assert.throws(() => dayOf(new Date(0), 'Mars/Olympus'), RangeError);
});

test('days are added over the ends of months and leap years', () => {
  assert.equal(addDays('2028-02-28' as Day, 2), '2028-03-01');
  assert.equal(addDays('2026-03-01' as Day, -1), '2026-02-28');
});
