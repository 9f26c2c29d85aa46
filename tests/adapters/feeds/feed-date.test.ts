import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedDate } from '../../../scripts/adapters/feeds/feed-date.ts';

const CASES: [text: string, expected: string | undefined][] = [
  ['Thu, 02 Jul 2026 06:00:00 GMT', '2026-07-02T06:00:00.000Z'],
  ['Thu, 2 Jul 2026 06:00:00 +0200', '2026-07-02T04:00:00.000Z'],
  ['Mon, 2 Jul 2026 06:00:00 -05:30', '2026-07-02T11:30:00.000Z'],
  ['Thurs, 2 July 2026 6:00 PM EDT', '2026-07-02T22:00:00.000Z'],
  ['Thu,02 Jul 2026 12:05 am', '2026-07-02T00:05:00.000Z'],
  ['2 Sept. 2026 06:00 PST', '2026-09-02T14:00:00.000Z'],
  ['02-Jul-2026 06:00:00 GMT+8', '2026-07-01T22:00:00.000Z'],
  ['Thu, 02 Jul 26 06:00:00 Z', '2026-07-02T06:00:00.000Z'],
  ['Thu, 02 Jul 2026 06:00:00 GMT (Greenwich)', '2026-07-02T06:00:00.000Z'],
  ['July 2nd, 2026', '2026-07-02T00:00:00.000Z'],
  ['Thursday, July 2, 2026 - 06:00', '2026-07-02T06:00:00.000Z'],
  [' \n2026-07-02T06:00:00Z\n ', '2026-07-02T06:00:00.000Z'],
  ['2026-07-02T08:00:00.123+02:00', '2026-07-02T06:00:00.123Z'],
  ['2026-07-02 06:00:00', '2026-07-02T06:00:00.000Z'],
  ['2026-07-02 06:00:00 UTC', '2026-07-02T06:00:00.000Z'],
  ['2026-07-02 08:00:00 +0200', '2026-07-02T06:00:00.000Z'],
  ['2026-07-02', '2026-07-02T00:00:00.000Z'],
  ['Do, 02 Jul 2026 06:00:00 +0000', '2026-07-02T06:00:00.000Z'],
  ['Sunday 5 Jul 2026 06:00', '2026-07-05T06:00:00.000Z'],
  ['31 Feb 2026 06:00:00 GMT', undefined],
  ['Thu, 02 Jul 2026 25:00:00 GMT', undefined],
  ['07/02/2026', undefined],
  ['0000-00-00 00:00:00', undefined],
  ['12:30', undefined],
  ['yesterday', undefined],
  ['', undefined],
];
for (const [text, expected] of CASES) {
  test(`"${text.trim()}" is ${expected ?? 'no date'}`, () => assert.equal(feedDate(text)?.toISOString(), expected));
}
