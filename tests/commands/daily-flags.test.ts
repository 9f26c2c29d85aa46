import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDailyFlags } from '../../scripts/daily-flags.ts';

test('flags are read', () => {
  const flags = parseDailyFlags([
    '--since',
    '2026-07-01',
    '--now',
    '2026-08-20T00:00:00Z',
    '--limit',
    '3',
    '--dry-run',
    '--allow-private-hosts',
  ]);
  assert.deepEqual(
    [flags.since, flags.now?.toISOString(), flags.limit, flags['dry-run'], flags['allow-private-hosts']],
    ['2026-07-01', '2026-08-20T00:00:00.000Z', 3, true, true],
  );
});

for (const [args, message] of [
  [['--since', 'yesterday'], /--since yesterday: a date is written yyyy-mm-dd/],
  [['--now', '2026-08-20'], /--now 2026-08-20: write a moment as/],
  [['--engine', 'magic'], /--engine magic: the engines are: embedded/],
  [['--limit', '0'], /--limit 0: write a whole number of 1 or more/],
  [['--transcripts', '/nowhere/at/all'], /there is no such folder/],
  [['--dryrun'], /dryrun[\s\S]*npm run daily -- \[--shows/],
  [['shows.yaml'], /shows\.yaml/],
] as const) {
  test(`${args.join(' ')} is refused, with the fix`, () =>
    assert.throws(() => parseDailyFlags(args), { name: 'SettingsError', message }));
}
