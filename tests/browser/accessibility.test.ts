import { expect, test } from 'playwright/test';
import { findViolations } from '../support/find-violations.ts';
import { PAGE_TYPES } from './page-types.ts';

/** The longest list of a page ends before. */
const MOST_STOPS = 250;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page type in ${colorScheme} mode`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ colorScheme, ...(baseURL && { baseURL }) });
    const page = await context.newPage();
    for (const path of PAGE_TYPES) {
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(await findViolations(page), path).toEqual([]);
    }
    await context.close();
  });
}

test('at 200 % of the size of letters no page scrolls sideways or hides its text', async ({ page }) => {
  // What zooming to 200 % does to a window of 1280 pixels.
  await page.setViewportSize({ width: 640, height: 450 });
  for (const path of PAGE_TYPES) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(640);
  }
});

test('every stop of the keyboard can be seen', async ({ page }) => {
  test.setTimeout(120_000);
  for (const path of PAGE_TYPES) {
    await page.goto(path);
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      await page.keyboard.press('Tab');
      const { shown, name } = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return { shown: true, name: '' };
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        // The field of the search has a line below it, which turns to full ink.
        const line = element.matches('input[type=search]') && element.closest('.search-box');
        const isInked = line && getComputedStyle(line).borderBottomColor === getComputedStyle(document.body).color;
        return { shown: isOutlined || isInked, name: element.outerHTML };
      });
      expect(shown, `${path}: ${name}`).toBe(true);
      if (name === '') break;
    }
  }
});

test('nothing moves for those who ask for that', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of PAGE_TYPES) {
    await page.goto(path);
    const moving = await page.evaluate(
      () => document.getAnimations().filter((it) => Number(it.effect?.getComputedTiming().duration) > 0).length,
    );
    expect(moving, path).toBe(0);
  }
});
