import { expect, test } from 'playwright/test';

test('a word is found as one types, and its result opens', async ({ page }) => {
  await page.goto('search/');
  await page.getByRole('searchbox').pressSequentially('hyperscaler');
  await expect(page.getByText('1 insight', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\?q=hyperscaler$/);
  await expect(page.locator('mark').first()).toHaveText('hyperscaler');
  await page.getByRole('link', { name: 'A later voice says the opposite' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A later voice says the opposite');
});

test('a query in the address is answered', async ({ page }) => {
  await page.goto(`search/?q=${encodeURIComponent('内卷')}`);
  await expect(page.getByRole('link', { name: 'The price war has a Chinese name' })).toBeVisible();
});

test('what is not there is said plainly', async ({ page }) => {
  await page.goto('search/?q=zzzyxw');
  await expect(page.getByText('Nothing found for “zzzyxw”')).toBeVisible();
});
