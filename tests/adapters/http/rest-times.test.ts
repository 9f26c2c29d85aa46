import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backOffFor, freshnessOf, restFor, retryAfterOf } from '../../../scripts/adapters/http/rest-times.ts';

const SECOND = 1000;
const HOUR = 3_600_000;
const DATE = 'Thu, 02 Jul 2026 06:00:00 GMT';

const FRESH: [Record<string, string>, number][] = [
  [{}, 0],
  [{ 'cache-control': 'max-age=600' }, 600],
  [{ 'cache-control': 'Public, Max-Age=600' }, 600],
  [{ 'cache-control': 'private, max-age="600"' }, 600],
  [{ 'cache-control': 'max-age=600', age: '500' }, 100],
  [{ 'cache-control': 'max-age=600', age: '900' }, 0],
  [{ 'cache-control': 'max-age=600, stale-while-revalidate=86400, stale-if-error=604800' }, 600],
  [{ 'cache-control': 'no-cache, stale-if-error=604800' }, 0],
  [{ 'cache-control': 'no-cache, max-age=600' }, 0],
  [{ 'cache-control': 'no-store, max-age=600' }, 0],
  [{ 'cache-control': 'max-age=0, must-revalidate' }, 0],
  [{ 'cache-control': 'max-age=-5' }, 0],
  [{ 'cache-control': 'max-age=soon' }, 0],
  [{ 'cache-control': `max-age=${'9'.repeat(20)}` }, 7 * 24 * 3600],
  [{ 'cache-control': 's-maxage=600' }, 0],
  [{ 'cache-control': 'immutable' }, 0],
  [{ 'last-modified': 'Mon, 01 Jan 2024 06:00:00 GMT', date: DATE }, 0],
  [{ expires: 'Thu, 02 Jul 2026 06:10:00 GMT', date: DATE }, 600],
  [{ expires: '0', date: DATE }, 0],
];
for (const [headers, seconds] of FRESH)
  test(`${JSON.stringify(headers)} is fresh for ${seconds} s`, () =>
    assert.equal(Math.round(freshnessOf(headers) / SECOND), seconds));

const RETRY: [string, number | undefined][] = [
  ['120', 120],
  [' 0 ', 0],
  ['Thu, 02 Jul 2026 06:02:00 GMT', 120],
  ['Thursday, 02-Jul-26 06:02:00 GMT', 120],
  ['Thu, 02 Jul 2026 05:00:00 GMT', 0],
  ['-5', undefined],
  ['9'.repeat(400), 7 * 24 * 3600],
  ['1.5', undefined],
  ['soon', undefined],
  ['', undefined],
];
for (const [value, seconds] of RETRY)
  test(`Retry-After "${value}" is ${seconds ?? 'no number of'} seconds`, () =>
    assert.equal(retryAfterOf({ 'retry-after': value, date: DATE }), seconds && seconds * SECOND));

test('A date in Retry-After counts from our clock where the host does not send its own', () => {
  const inAnHour = new Date(Date.now() + HOUR).toUTCString();
  const wait = retryAfterOf({ 'retry-after': inAnHour }) ?? 0;
  assert.ok(wait > HOUR - 5 * SECOND && wait <= HOUR);
});

test('Nobody is left alone for more than a week, and a job that begins a little earlier than yesterday asks again', () => {
  assert.deepEqual(
    [0, -1, 60, 23 * 3600, 24 * 3600, 48 * 3600, 1e9].map((seconds) => restFor(seconds * SECOND) / HOUR),
    [0, 0, 60 / 3600, 23, 23, 47, 167],
  );
});

test('A host that fails is left alone for longer with every run, from the second on', () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 7, 9, 10, 2000].map((runs) => backOffFor(runs) / HOUR),
    [0, 0, 1, 2, 4, 32, 128, 168, 168],
  );
});
