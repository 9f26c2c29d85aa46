import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { idOf } from '../site/content-tree.ts';
import { HEARD } from './site-content.ts';

test('a point of a chart says what it is, and leads to its insight', async ({ page }) => {
  await page.goto('themes/token-pricing/');
  const point = page.getByRole('link', { name: '$1.10 per million tokens, Ada Price, 15 January 2026' });
  await point.focus();
  await expect(point).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('DeepSeek asks $1.10 for a million tokens');
});

test('the contents of a theme lead to its parts', async ({ page }) => {
  await page.goto('themes/token-pricing/');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await contents.getByRole('link', { name: 'Figures' }).click();
  await expect(page.getByText(/^3 figures in USD per million tokens, from \$0\.25 to \$15/)).toBeInViewport();
  await contents.getByRole('link', { name: 'Most linked' }).click();
  await expect(page.locator(`#most-linked a[href$="${idOf(HEARD)}/"]`)).toBeInViewport();
});

test('the table behind a chart opens, and without JavaScript too', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL });
  await page.goto('themes/token-pricing/');
  await page.getByText('Table of insights by month').click();
  await expect(page.locator('#trend').getByRole('row', { name: /^2026/ })).toBeVisible();
  await page.close();
});

test('figures are sorted by the links of their columns', async ({ page }) => {
  await page.goto('trends/');
  await page.getByRole('link', { name: 'all in a table' }).click();
  await page.getByRole('columnheader').getByRole('link', { name: 'Value' }).click();
  await expect(page.getByRole('columnheader', { name: 'Value' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.locator('tbody tr').first()).toContainText('$15 per million tokens');
});

test('at 390 pixels the text of charts is legible', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  for (const path of ['themes/token-pricing/', 'trends/']) {
    await page.goto(path);
    const sizes = await page.locator('.plot text').evaluateAll((texts) =>
      texts.map((text) => {
        const svg = (text as SVGTextElement).ownerSVGElement!;
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      }),
    );
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
  }
});

test('the words of a chart stay inside of it', async ({ page }) => {
  for (const width of [320, 390, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('themes/token-pricing/');
    const outside = await page.locator('.plot text').evaluateAll((texts) =>
      texts.flatMap((text) => {
        const [inner, outer] = [text, (text as SVGTextElement).ownerSVGElement!].map((it) =>
          it.getBoundingClientRect(),
        );
        return inner!.left < outer!.left - 1 || inner!.right > outer!.right + 1 ? [text.textContent] : [];
      }),
    );
    expect(outside, String(width)).toEqual([]);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pages with charts are accessible in ${colorScheme} mode`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of ['themes/token-pricing/', 'trends/', 'trends/figures/']) {
      await page.goto(path);
      for (const details of await page.locator('details').all()) await details.locator('summary').click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([]);
    }
  });
}
