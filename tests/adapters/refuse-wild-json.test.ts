import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuseWildJson } from '../../scripts/adapters/refuse-wild-json.ts';

for (const text of ['{"a":[1,2,{"b":"]]]"}]}', '"a \\" [[[ \\\\"', 'no JSON', '[', `"${'['.repeat(1000)}"`, ''])
  test(`${text.slice(0, 30) || 'nothing'} is tame`, () => refuseWildJson(text));

test('100,000 levels are refused, and more values than allowed', () => {
  assert.throws(() => refuseWildJson('['.repeat(100_000)), { name: 'ItemError', message: /more than 100 levels deep/ });
  assert.throws(() => refuseWildJson('{"a":'.repeat(100_000)), /levels deep/);
  assert.throws(() => refuseWildJson(`[${'1,'.repeat(11)}1]`, 10), /more than 10 values/);
});

test('a string of sixteen megabytes is passed over in linear time', () => {
  const startedAt = performance.now();
  for (const unit of ['\\\\', '\\"', 'a']) refuseWildJson(`["${unit.repeat(2 ** 23)}"]`);
  assert.ok(performance.now() - startedAt < 5000);
});
