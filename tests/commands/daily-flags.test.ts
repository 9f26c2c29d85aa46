import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test('a content folder need not be there yet', () => {
  const content = join(tmpdir(), 'winnow-not-there', 'content');
  assert.equal(parseDailyFlags(['--content', content]).content, content);
});

for (const [args, message] of [
  [['--since', 'yesterday'], /--since yesterday: a date is written yyyy-mm-dd/],
  [['--now', '2026-08-20'], /--now 2026-08-20: write a moment as/],
  [['--engine', 'magic'], /--engine magic: the engines are: embedded/],
  [['--replace'], /--replace true: say with --again what is read once more/],
  [['--limit', '0'], /--limit 0: write a whole number of 1 or more/],
  [['--report', '/no/dir/x.json'], /--report \/no\/dir\/x\.json: there is no folder for it; make the folder/],
  [['--report', tmpdir()], /--report .*: this is a folder; name a file in it/],
  [['--content', 'package.json'], /--content package\.json: this is a file.*name a folder/],
  [['--content', 'package.json/content'], /--content package\.json\/content: this is a file, or lies below one/],
  [['--transcripts', '/nowhere/at/all'], /there is no such folder/],
  [['--dryrun'], /dryrun[\s\S]*npm run daily -- \[--shows/],
  [['shows.yaml'], /shows\.yaml/],
] as const) {
  test(`${args.join(' ')} is refused, with the fix`, () =>
    assert.throws(() => parseDailyFlags(args), { name: 'SettingsError', message }));
}
