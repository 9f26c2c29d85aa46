import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findItems } from '../../../scripts/adapters/openai/find-json.ts';

for (const [what, reply, items] of [
  ['JSON', '{"insights": [{"a": 1}]}', [{ a: 1 }]],
  ['an empty list', '{"insights": []}', []],
  ['an empty bare list', '[]', []],
  ['braces and quotation marks in strings', '{"insights": [{"a": "} \\" {"}]}', [{ a: '} " {' }]],
  ['prose with braces', 'In {short}: {"insights": [{"a": 1}]} Is it {right}?', [{ a: 1 }]],
  ['a draft before the answer', '{"insights": []} No: {"insights": [{"a": 1}]}', [{ a: 1 }]],
  ['thoughts', '<think>{"insights": [{"a": 0}]}</think>{"insights": [{"a": 1}]}', [{ a: 1 }]],
  ['a fenced list', '```json\n[{"a": 1}]\n```', [{ a: 1 }]],
  ['a cut', '{"insights": [{"a": 1}, {"a": {"b": 2}}, {"a": ', [{ a: 1 }, { a: { b: 2 } }]],
  ['a cut before anything', '{"insights": [{"a": ', undefined],
  ['no list', '{"insights": "none"}', [{ insights: 'none' }]],
  ['another object', '{"error": "x"}', undefined],
  ['prose', 'There is nothing.', undefined],
  ['nothing', '', undefined],
] as const) {
  test(`of ${what}, ${items === undefined ? 'nothing' : JSON.stringify(items)} is found`, () =>
    assert.deepEqual(findItems(reply, 'insights'), items));
}

test('a reply of braces alone costs little', () => {
  const started = performance.now();
  assert.equal(findItems('{'.repeat(200_000), 'insights'), undefined);
  assert.ok(performance.now() - started < 2000);
});
