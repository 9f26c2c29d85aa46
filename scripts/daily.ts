import { writeFile } from 'node:fs/promises';
import { dayOf } from '#domain/day.ts';
import { parseDailyFlags, USAGE, type DailyFlags } from './daily-flags.ts';
import { messageOf, RunError } from './errors.ts';
import { hidePrivate, hidePrivateIn } from './hide-private.ts';
import { runDaily } from './pipeline/run-daily.ts';
import { describeReport, type Report, type ShowLine } from './report.ts';
import { runAlone } from './run-alone.ts';
import { runCommand } from './run-command.ts';
import { readSettings, type Settings } from './settings.ts';
import { wire } from './wiring.ts';

await runCommand(async () => {
  const flags = parseDailyFlags(process.argv.slice(2));
  if (!flags.help) return daily(flags);
  console.log(USAGE);
  return 0;
});

/** The daily job. Exit code 0, or 1 where every show failed, is gone, or is not asked since it failed before. */
async function daily(flags: DailyFlags): Promise<number> {
  const settings = readSettings(process.env);
  const now = flags.now ?? new Date();
  const deadline = deadlineOf(settings);
  const contentDir = flags.content ?? settings.CONTENT_DIR;
  const { ports, beat, loadShows, workplace } = await wire(settings, {
    contentDir,
    allowPrivateHosts: flags['allow-private-hosts'] ?? settings.ALLOW_PRIVATE_HOSTS,
    transcriptsDir: flags.transcripts,
    dryRun: flags['dry-run'],
    engine: flags.engine,
    now,
    deadline,
  });
  const { since, limit } = flags;
  // As the run prints it, show/episode, or the id alone.
  const again = flags.again?.split('/').at(-1);
  const window = { now, today: dayOf(now, settings.TIMEZONE), timeZone: settings.TIMEZONE, since, again };
  const done = await runAlone(workplace, async (lock) => {
    const request = {
      shows: await loadShows(flags.shows),
      themes: await beat.loadThemes(),
      glossary: await beat.loadGlossary(),
      window,
      limit,
      deadline,
      replace: flags.replace,
    };
    const notes = () => [...(lock.note ? [lock.note] : []), ...ports.notes()];
    return runDaily(request, { ...ports, notes, progress: (line) => console.log(hidePrivate(line)) });
  });
  const report = hidePrivateIn(done, [contentDir, settings.CACHE_DIR]);
  console.log(describeReport(report));
  if (flags.report) await saveReport(flags.report, report);
  return allFailed(report) ? 1 : 0;
}

function deadlineOf({ WINNOW_MAX_MINUTES: minutes }: Settings): Date | undefined {
  return minutes === undefined ? undefined : new Date(Date.now() + minutes * 60_000);
}

/** The folder could be written when the run began; a disk that is full by now must not hide what the run did. */
async function saveReport(path: string, report: Report): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
  } catch (error) {
    throw new RunError(`--report ${path}: not written (${messageOf(error)}); what the run did stands above`, {
      cause: error,
    });
  }
}

function allFailed({ shows }: Report): boolean {
  const isLeftAlone = ({ status, error }: ShowLine) => status === 'skipped' && error !== undefined;
  return shows.length > 0 && shows.every((show) => ['failed', 'gone'].includes(show.status) || isLeftAlone(show));
}
