import { expect, test } from 'playwright/test';
import { idOf, QUOTE } from '../site/content-tree.ts';
import { HEARD } from './site-content.ts';

const PAGE = `insights/${idOf(HEARD)}/`;

for (const [button, words] of [
  ['The quote', `“${QUOTE}” — Ada Price, Price Talk: The price of a token, 2 July 2026, at 0:20, `],
  ['As Markdown', `> “${QUOTE}”\n>\n> — Ada Price, [Price Talk: The price of a token](`],
  ['A link', `${HEARD.title} (Ada Price, Price Talk, 2 July 2026, at 0:20) `],
] as const) {
  test(`"${button}" puts the words and their source on the clipboard`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(PAGE);
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect(page.getByText('Copied', { exact: true })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.startsWith(words), copied).toBe(true);
    expect(copied).toContain(`/winnow/${PAGE}`);
  });
}

test('where the clipboard is refused, the words are copied the old way, and the focus stays', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await page.goto(PAGE);
  await page.getByRole('button', { name: 'The quote' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'The quote' })).toBeFocused();
});

test('without JavaScript nothing offers to copy', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL });
  await page.goto(PAGE);
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('slider')).toHaveCount(0);
  await page.close();
});
