import { expect, test } from 'playwright/test';
import { weighPage } from '../support/weigh-page.ts';
import { PAGE_TYPES } from './page-types.ts';

const KB = 1000;
/** Lists and trends may weigh more than what is read through. */
const LISTS = /^(?:themes|shows|people|trends|digests\/$|subscribe)/;

test('every page type is light: at the first visit with its fonts, and as a later page', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const about = new URL('about/', baseURL).href;
  for (const path of PAGE_TYPES) {
    const { first, later } = await weighPage(browser, new URL(path, baseURL).href, about);
    // The index of the search is loaded for a query.
    const allowance = path.includes('?q=') ? 150 * KB : 0;
    expect(first, `first visit to ${path}`).toBeGreaterThan(30 * KB);
    expect(first, `first visit to ${path}`).toBeLessThanOrEqual(60 * KB + allowance);
    expect(later, `later visit to ${path}`).toBeLessThanOrEqual((LISTS.test(path) ? 40 : 15) * KB + allowance);
  }
});

test('nothing on a page moves while it loads', async ({ page }) => {
  for (const path of PAGE_TYPES) {
    await page.goto(path, { waitUntil: 'networkidle' });
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 100);
        }),
    );
    expect(shift, path).toBe(0);
  }
});
