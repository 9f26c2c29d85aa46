import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedDuration } from '../../../scripts/adapters/feeds/feed-duration.ts';

const CASES: [text: string, expectedMs: number | undefined][] = [
  ['1:02:03', 3_723_000],
  ['62:03', 3_723_000],
  [' 3723 ', 3_723_000],
  ['3723.5', 3_723_500],
  ['PT1H2M3S', 3_723_000],
  ['1h 2m 3s', 3_723_000],
  ['62 min', 3_720_000],
  ['00:00:00', undefined],
  ['1:2:3:4', undefined],
  ['long', undefined],
  ['', undefined],
];
for (const [text, expectedMs] of CASES) {
  test(`"${text}" is ${expectedMs ?? 'not known'}`, () => assert.equal(feedDuration(text), expectedMs));
}
