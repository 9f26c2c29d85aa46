import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { buildIn } from '../site/build-in.ts';
import { writeTree } from '../site/content-tree.ts';
import { hostileContent } from '../site/hostile-content.ts';
import { BROWSER_PAYLOADS } from '../support/canary.ts';
import { serveFolder } from '../support/serve-folder.ts';

/** Every so many of the insights: each fragment stands in six of them. */
const EVERY = 4;

test('no page of hostile text runs anything, opens anything, or asks another host for anything', async ({ page }) => {
  test.setTimeout(300_000);
  const dir = await mkdtemp(join(tmpdir(), 'w-'));
  const { files } = hostileContent(join(dir, 'ran'));
  await writeTree(join(dir, 'content'), files);
  const built = await buildIn(join(dir, 'content'), join(dir, 'site'));
  assert.ok(built.ok, built.output);
  const server = await serveFolder(built.dir, '/');
  const told: string[] = [];
  page.on('dialog', (dialog) => void (told.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on('popup', (popup) => void told.push(`popup: ${popup.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin)) told.push(`request: ${request.url()}`);
  });
  const pages = Object.keys(await built.readAll()).filter((path) => path.endsWith('.html'));
  const insights = pages.filter((path) => path.startsWith('insights/')).filter((_, index) => index % EVERY === 0);
  const others = [
    '',
    'themes/token-pricing/',
    'digests/',
    'people/',
    'shows/',
    'trends/',
    'trends/figures/',
    'subscribe/',
  ];
  const firsts = ['episodes/', 'shows/show', 'people/', 'digests/2026'].map(
    (start) => pages.find((path) => path.startsWith(start)) ?? start,
  );
  const queries = BROWSER_PAYLOADS.slice(0, 6).map((text) => `search/?q=${encodeURIComponent(text)}`);
  for (const path of [
    ...insights,
    ...others,
    ...firsts,
    ...queries,
    ...queries.map((query) => query.replace('?q=', '#')),
  ]) {
    await page.goto(`${server.origin}/${path.replace(/index\.html$/, '')}`);
    expect(await page.evaluate('typeof canary'), path).toBe('undefined');
    expect(new URL(page.url()).origin, path).toBe(server.origin);
    expect(await page.locator('img, iframe, dialog[open], object').count(), path).toBe(0);
  }
  expect(told).toEqual([]);
  await server.close();
  await rm(dir, { recursive: true, force: true });
});

test('the same texts as markup would be seen: the canary sings where nothing holds it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  await page.setContent(BROWSER_PAYLOADS[0] ?? '');
  expect(await page.evaluate('canary')).toBe(1);
  await page.setContent('<img src=https://canary.example/a.png>');
  expect(asked.filter((url) => url.startsWith('https://canary.example'))).toHaveLength(1);
});
