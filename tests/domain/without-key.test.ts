import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutKey } from '#domain/without-key.ts';

test('a key is said nowhere, however often a server repeats it', () =>
  assert.equal(withoutKey('"sk-f3a9c27b5d1e" is wrong: sk-f3a9c27b5d1e', 'sk-f3a9c27b5d1e'), '"…" is wrong: …'));

for (const key of [undefined, '', 'none', 'ollama'])
  test(`where a server wants no key and is told ${JSON.stringify(key)}, words stay words`, () =>
    assert.equal(withoutKey('http://ollama:11434 has none', key), 'http://ollama:11434 has none'));
