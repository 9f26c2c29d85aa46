import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright';
import { deadLinks } from '../support/dead-links.ts';
import { findViolations } from '../support/find-violations.ts';
import { invalidHtml } from '../support/invalid-html.ts';
import { launchOptions } from '../support/launch-chromium.ts';
import { CATEGORIES, runLighthouse } from '../support/run-lighthouse.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { readPages } from '../support/site-files.ts';
import { weighPage } from '../support/weigh-page.ts';

const KB = 1000;
const LISTS = ['themes', 'shows', 'people', 'trends', 'subscribe'];
/** Runs of Lighthouse a page: its speed is the median. */
const RUNS = 3;

/** Holds a whole built site against what readers are promised: links, HTML, weight, access, console. Speed is printed only. */
export async function checkSite(dir: string, origin: string, t: TestContext): Promise<void> {
  assert.deepEqual(await deadLinks(dir, '/', origin), []);
  assert.deepEqual(await invalidHtml(dir), []);
  const server = await serveFolder(dir);
  const browser = await chromium.launch(await launchOptions());
  try {
    const pages = await heaviestOfEachType(dir);
    t.diagnostic(`${(await readPages(dir)).size} pages; the heaviest of each type:`);
    for (const page of pages) await checkPage(browser, server.origin, page, t);
    for (const type of ['', 'themes', 'insights']) {
      const page = pages.find((path) => path.split('/')[0] === type);
      if (page !== undefined) await printLighthouse(`${server.origin}/${page}`, page, t);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The paths of the pages, a type being the first part of the path. */
async function heaviestOfEachType(dir: string): Promise<string[]> {
  const weighed = [...(await readPages(dir))].map(([file, html]) => ({
    path: file.replace(/index\.html$/, ''),
    bytes: gzipSync(html).length,
  }));
  return [...Map.groupBy(weighed, ({ path }) => path.split('/')[0]).values()].map(
    (group) => group.sort((a, b) => b.bytes - a.bytes)[0]?.path ?? '',
  );
}

async function checkPage(browser: Browser, origin: string, path: string, t: TestContext): Promise<void> {
  const { first, later } = await weighPage(browser, `${origin}/${path}`, `${origin}/${path === '' ? 'about/' : ''}`);
  t.diagnostic(`/${path}: ${(first / KB).toFixed(1)} kB at first, ${(later / KB).toFixed(1)} kB later`);
  assert.ok(first <= 60 * KB, `/${path}: ${first} bytes at the first visit`);
  const bound = LISTS.includes(path.split('/')[0] ?? '') ? 40 : 15;
  assert.ok(later <= bound * KB, `/${path}: ${later} bytes`);
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${origin}/${path}`, { waitUntil: 'networkidle' });
    assert.deepEqual([await findViolations(page), errors], [[], []], `/${path}, ${colorScheme}`);
    await context.close();
  }
}

async function printLighthouse(url: string, path: string, t: TestContext): Promise<void> {
  const runs: number[][] = [];
  for (let run = 0; run < RUNS; run++) runs.push((await runLighthouse(url)).scores);
  const medians = CATEGORIES.map(
    (_, at) => runs.map((scores) => scores[at] ?? 0).sort((a, b) => a - b)[RUNS >> 1] ?? 0,
  );
  t.diagnostic(`Lighthouse, /${path}: ${CATEGORIES.map((name, at) => `${name} ${medians[at]}`).join(', ')}`);
  for (const [at, name] of CATEGORIES.entries())
    if (name !== 'performance') assert.ok((medians[at] ?? 0) >= 98, `${path}: ${name} ${medians[at]}`);
}
