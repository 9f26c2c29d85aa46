import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { preview } from 'astro';
import { dayOf } from '#domain/day.ts';
import { Day } from '#domain/ids.ts';
import { buildSite } from './build-site.ts';
import { runDaily } from './pipeline/run-daily.ts';
import { describeReport } from './report.ts';
import { runCommand } from './run-command.ts';
import { serveSamples } from './samples/serve-samples.ts';
import { readSettings } from './settings.ts';
import { wire } from './wiring.ts';

/** The published pages name the address of the sample audio, so it is the same at every start. */
const SAMPLES_PORT = 4310;
/** The sample episodes are all younger. */
const SINCE = Day.parse('2026-06-01');

const dir = resolve('.demo');
const contentDir = resolve(dir, 'content');
// The demo shows what a newcomer gets: whatever else the environment sets does not count.
Object.assign(process.env, {
  CONTENT_DIR: contentDir,
  CACHE_DIR: resolve(dir, 'cache'),
  SITE_URL: '',
  BASE_PATH: '',
  TIMEZONE: '',
  WINNOW_ENGINE: 'embedded',
});

await runCommand(async () => {
  const samples = await serveSamples({ port: SAMPLES_PORT }).catch(() => serveSamples());
  await rm(contentDir, { recursive: true, force: true });
  await readSamples(samples.origin);
  const outDir = resolve(dir, 'site');
  await buildSite(outDir);
  const site = await preview({ root: process.cwd(), outDir, logLevel: 'error' });
  console.log(`\nThe sample site is at http://localhost:${site.port}/ (stop it with Ctrl-C)`);
  await site.closed();
  await samples.close();
  return 0;
});

/** The daily job, on the sample shows. */
async function readSamples(origin: string): Promise<void> {
  const settings = readSettings(process.env);
  const { ports, beat, loadShows } = await wire(settings, { contentDir, allowPrivateHosts: true, engine: 'embedded' });
  const now = new Date();
  const window = { now, today: dayOf(now), timeZone: settings.TIMEZONE, since: SINCE };
  const request = {
    shows: await loadShows(`${origin}/shows.yaml`),
    themes: await beat.loadThemes(),
    glossary: await beat.loadGlossary(),
    window,
  };
  console.log(describeReport(await runDaily(request, { ...ports, progress: console.log })));
}
