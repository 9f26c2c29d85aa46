import { expect, test, type Page } from 'playwright/test';
import { idOf } from '../site/content-tree.ts';
import { HEARD } from './site-content.ts';

const PAGES = [
  './',
  'themes/token-pricing/',
  `insights/${idOf(HEARD)}/`,
  'episodes/price-talk/2026-07-02-the-price-of-a-token-aaaa/',
  'shows/price-talk/',
  'digests/',
  'digests/2026-07-03/',
  'search/?q=token',
  'subscribe/',
  'about/',
  'trends/',
  'trends/figures/',
  'trends/figures/by-value/',
];

for (const width of [320, 390]) {
  test(`at ${width} pixels no page scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of PAGES) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
    }
  });
}

const lightnessOf = (page: Page, property: 'color' | 'backgroundColor') =>
  page.evaluate((name) => Number(/oklch\(([\d.]+)/.exec(getComputedStyle(document.body)[name])?.[1]), property);

for (const [colorScheme, paperIsLight] of [
  ['light', true],
  ['dark', false],
] as const) {
  test(`in ${colorScheme} mode the paper is ${paperIsLight ? 'lighter' : 'darker'} than the ink`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('./');
    const [ink, paper] = [await lightnessOf(page, 'color'), await lightnessOf(page, 'backgroundColor')];
    expect(Math.abs(ink - paper)).toBeGreaterThan(0.6);
    expect(paper > ink).toBe(paperIsLight);
  });
}

test('no page logs an error or asks another host for anything', async ({ page, baseURL }) => {
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on(
    'request',
    (request) => !request.url().startsWith(new URL(baseURL ?? '').origin) && foreign.push(request.url()),
  );
  for (const path of PAGES) await page.goto(path, { waitUntil: 'networkidle' });
  expect([errors, foreign]).toEqual([[], []]);
});
