import assert from 'node:assert/strict';
import { test } from 'node:test';
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
    message: /^shows\.yaml:4: 1\.feed: /,
  });
});

test('text that is not YAML is said at its line', () =>
  assert.throws(read('- id: a\n- "b\n'), { message: /^shows\.yaml:\d+: not YAML/ }));
test('a mapping where a list is due is an error at the top', () =>
  assert.throws(read('# x\nid: a\n'), { message: /^shows\.yaml:2: / }));
