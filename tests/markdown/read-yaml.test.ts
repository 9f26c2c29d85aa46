import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { ShowList } from '#domain/show.ts';
import { readYaml } from '#markdown/read-yaml.ts';

const read = (text: string) => () => readYaml(text, 'shows.yaml', ShowList);

test('every problem is listed with file, line and field', () => {
  const text = '- id: a\n  title: A\n  feed: nope\n- id: B b\n  title: B\n  feed: https://example.org\n  feeed: x\n';
  assert.throws(read(text), {
    message: /^shows\.yaml:3: 0\.feed: .*\nshows\.yaml:4: 1\.id: .*\nshows\.yaml:7: 1\.feeed: no such field/,
  });
});

test('a field that is missing is said at the line of what lacks it', () => {
  assert.throws(read('- id: a\n  title: A\n  feed: https://example.org\n- id: b\n  title: B\n'), {
    message: 'shows.yaml:4: 1.feed: is missing; add it',
  });
});

test('a field that is missing is said the same whatever its type, and a rule of our own keeps its words', () => {
  const schema = z.object({
    name: z.string(),
    kind: z.enum(['a', 'b']),
    span: z
      .object({ startMs: z.number(), endMs: z.number().optional() })
      .refine(({ endMs }) => endMs !== undefined, { path: ['endMs'], error: 'startMs and endMs go together' }),
  });
  const missing = 'is missing; add it';
  assert.throws(() => readYaml('span:\n  startMs: 1\n', 'a.yaml', schema), {
    message: `a.yaml:1: name: ${missing}\na.yaml:1: kind: ${missing}\na.yaml:1: span.endMs: startMs and endMs go together`,
  });
  assert.throws(() => readYaml('name: a\nkind: a\nspan:\n  endMs: 1\n', 'a.yaml', schema), {
    message: `a.yaml:3: span.startMs: ${missing}`,
  });
  assert.throws(() => readYaml('name:\nkind: a\nspan: { startMs: 1, endMs: 2 }\n', 'a.yaml', schema), {
    message: 'a.yaml:1: name: Invalid input: expected string, received null',
  });
});

test('text that is not YAML is said at its line', () =>
  assert.throws(read('- id: a\n- "b\n'), { message: /^shows\.yaml:\d+: not YAML/ }));
test('a mapping where a list is due is an error at the top', () =>
  assert.throws(read('# x\nid: a\n'), { message: /^shows\.yaml:2: / }));

test('an alias is refused at its line, so that none can unfold without end', () => {
  assert.throws(read('# x\n- id: *important\n'), { message: /^shows\.yaml:2: "\*important" means an alias/ });
  assert.throws(read('- &a [x, x]\n- &b [*a, *a]\n- [*b, *b]\n'), { name: 'ContentError' });
});
