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
  await expect(page.getByText(/^3 prices per million tokens were named; the lowest \$0\.25/)).toBeInViewport();
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
  await page
    .getByRole('navigation', { name: 'Figures by unit' })
    .getByRole('link', { name: 'USD per million' })
    .click();
  await expect(page).toHaveURL(/usd-per-million-tokens\/by-value\/$/);
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

test('the labels of a chart lie over no point and over no other label', async ({ page }) => {
  for (const width of [320, 390, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('themes/token-pricing/');
    const [labels, points] = await Promise.all(
      ['#figures .direct text', '#figures circle'].map((selector) =>
        page
          .locator(selector)
          .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().toJSON() as DOMRect)),
      ),
    );
    expect(labels!.length).toBeGreaterThan(1);
    const overlaps = labels!.flatMap((label, index) =>
      [...points!, ...labels!.slice(index + 1)].filter(
        (other) =>
          label.left < other.right && other.left < label.right && label.top < other.bottom && other.top < label.bottom,
      ),
    );
    expect(overlaps, String(width)).toEqual([]);
  }
});

test('at 768 pixels and below, a row of the table of figures is as wide as the page, and still a row of cells', async ({
  page,
}) => {
  for (const width of [320, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('trends/figures/usd-per-million-tokens/');
    const row = page.locator('tbody tr').first();
    await expect(row.getByRole('cell')).toHaveCount(5);
    const [table, name] = [await page.locator('.figure-table').boundingBox(), await row.locator('.name').boundingBox()];
    if (width <= 768) expect(name!.width).toBeGreaterThan(table!.width - 2);
    else expect(name!.width).toBeGreaterThan(300);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pages with charts are accessible in ${colorScheme} mode`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of [
      'themes/token-pricing/',
      'trends/',
      'trends/figures/',
      'trends/figures/usd-per-million-tokens/',
    ]) {
      await page.goto(path);
      for (const details of await page.locator('details').all()) await details.locator('summary').click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([]);
    }
  });
}
