import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { hidePrivate, hidePrivateIn } from '../../scripts/hide-private.ts';
import type { Report } from '../../scripts/report.ts';

const FILE = join(process.cwd(), 'scripts/daily.ts');

for (const [text, expected] of [
  [`at ${pathToFileURL(FILE).href}:3:1`, 'at scripts/daily.ts:3:1'],
  [`at run (${FILE}:3:1)`, 'at run (scripts/daily.ts:3:1)'],
  [`${homedir()}/elsewhere/x.yaml`, '~/elsewhere/x.yaml'],
  ['/somewhere/content/insights/x.mdx:1: no title', 'insights/x.mdx:1: no title'],
  ['https://me:pass@example.org/?key=abc, says ada@example.org', 'https://example.org/?key=…, says …'],
  [
    'https://example.org/3f0b7c1e-58a4-4b1d-9c5e-0a1b2c3d4e5f/1.mp3: 404',
    'https://example.org/3f0b7c1e-58a4-4b1d-9c5e-0a1b2c3d4e5f/1.mp3: 404',
  ],
  ['/somewhere/content is new', 'content is new'],
  ['nothing to hide in 3/4 of a/b', 'nothing to hide in 3/4 of a/b'],
] as const)
  test(`a log may say ${JSON.stringify(expected)}`, () =>
    assert.equal(hidePrivate(text, ['/somewhere/content']), expected));

test('a report is as it was, but for its messages', () => {
  const error = 'https://example.org/?key=abc: HTTP status 404';
  const report = {
    startedAt: '2026-07-02T06:00:00Z',
    shows: [{ id: 'a', status: 'failed', error, newEpisodes: 0 }],
    episodes: [{ id: 'b', guid: 'https://example.org/b', status: 'waiting', error, insights: 0 }],
    problems: [error],
    notes: [error],
    dropped: { 'link or markup': 1 },
  } as unknown as Report;
  const masked = JSON.parse(JSON.stringify(report).replaceAll('key=abc', 'key=…'));
  assert.deepEqual(hidePrivateIn(report, []), masked);
});
