import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { PROMPT_VERSION, READ, RELATE, REPAIR } from '../../../scripts/adapters/openai/prompt.ts';

/** The words of each version that was ever in use. */
const PUBLISHED: Record<string, string> = { v1: 'c1228352ca9d577f', v2: '6b5b176bc1e90a6d' };

test('whoever changes the prompt raises its version, and adds it here', () => {
  const hash = createHash('sha256').update([READ, REPAIR, RELATE].join('\n')).digest('hex').slice(0, 16);
  assert.deepEqual({ [PROMPT_VERSION]: hash }, { [PROMPT_VERSION]: PUBLISHED[PROMPT_VERSION] });
});
