import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { createWriteGate } from '../../scripts/adapters/write-gate.ts';

async function isSettled(promise: Promise<void>): Promise<boolean> {
  let settled = false;
  void promise.then(() => (settled = true));
  await setImmediate();
  return settled;
}

test('closing waits for what has begun, with all that belongs to it; nothing else begins', async () => {
  const gate = createWriteGate();
  await gate.enter();
  const closed = gate.close();
  assert.equal(await isSettled(gate.enter()), true);
  gate.leave();
  assert.equal(await isSettled(closed), false);
  gate.leave();
  assert.equal(await isSettled(closed), true);
  assert.equal(await isSettled(gate.enter()), false);
});

test('with nothing under way, it is closed at once', async () => {
  const gate = createWriteGate();
  await gate.enter();
  gate.leave();
  assert.equal(await isSettled(gate.close()), true);
  assert.equal(await isSettled(gate.close()), true);
});
