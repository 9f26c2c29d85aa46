import { writeFile } from 'node:fs/promises';
import { dayOf } from '#domain/day.ts';
import { parseDailyFlags, USAGE, type DailyFlags } from './daily-flags.ts';
import { hidePrivate, hidePrivateIn } from './hide-private.ts';
import { runDaily } from './pipeline/run-daily.ts';
import { describeReport, type Report } from './report.ts';
import { runCommand } from './run-command.ts';
import { readSettings } from './settings.ts';
import { wire } from './wiring.ts';

await runCommand(async () => {
  const flags = parseDailyFlags(process.argv.slice(2));
  if (!flags.help) return daily(flags);
  console.log(USAGE);
  return 0;
});

/** The daily job. Exit code 0, or 1 where every show failed or is gone. */
async function daily(flags: DailyFlags): Promise<number> {
  const settings = readSettings(process.env);
  const contentDir = flags.content ?? settings.CONTENT_DIR;
  const { ports, beat, loadShows } = wire(settings, {
    contentDir,
    allowPrivateHosts: flags['allow-private-hosts'] ?? settings.ALLOW_PRIVATE_HOSTS,
    transcriptsDir: flags.transcripts,
    dryRun: flags['dry-run'],
    engine: flags.engine,
  });
  const now = flags.now ?? new Date();
  const { since, limit } = flags;
  // As the run prints it, show/episode, or the id alone.
  const again = flags.again?.split('/').at(-1);
  const window = { now, today: dayOf(now, settings.TIMEZONE), timeZone: settings.TIMEZONE, since, again };
  const request = {
    shows: await loadShows(flags.shows),
    themes: await beat.loadThemes(),
    glossary: await beat.loadGlossary(),
    window,
    limit,
    replace: flags.replace,
  };
  const progress = (line: string) => console.log(hidePrivate(line));
  const report = hidePrivateIn(await runDaily(request, { ...ports, progress }), [contentDir]);
  console.log(describeReport(report));
  if (flags.report) await writeFile(flags.report, `${JSON.stringify(report, null, 2)}\n`);
  return allFailed(report) ? 1 : 0;
}

function allFailed({ shows }: Report): boolean {
  return shows.length > 0 && shows.every(({ status }) => status === 'failed' || status === 'gone');
}
