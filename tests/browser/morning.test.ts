import { expect, test } from 'playwright/test';

test('the morning visit: five with their reasons, one heard, the day before, and back', async ({ page }) => {
  await page.goto('./');
  const today = page.getByRole('heading', { level: 1 });
  await expect(today).toHaveText('Friday, 3 July 2026');
  const entries = page.locator('.front > li');
  await expect(entries).toHaveCount(2);
  for (const entry of await entries.all()) {
    await expect(entry.getByRole('list', { name: 'Themes' })).toBeVisible();
    await expect(entry.getByRole('link', { name: 'Price Talk' })).toBeVisible();
    await expect(entry.getByText('The clearest figure of the day.')).toBeVisible();
  }
  await expect(entries.first().getByRole('link', { name: 'Ada Price', exact: true })).toBeVisible();

  await entries.first().getByRole('heading').getByRole('link').click();
  await page.getByRole('button', { name: 'Hear 2 s' }).click();
  await expect(page.getByText('Playing')).toBeVisible();
  await page.goBack();

  await page.getByRole('link', { name: '2 July 2026' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thursday, 2 July 2026');
  await expect(page.locator('.entries > li')).toHaveCount(3);
  await page.getByRole('navigation', { name: 'Other digests' }).getByRole('link', { name: '3 July 2026' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Friday, 3 July 2026');
});

test('from the home page a theme shows its trend, its figures, and who speaks about it', async ({ page }) => {
  await page.goto('./');
  const strip = page.locator('section.strip', { hasText: 'Token pricing' });
  await expect(strip.getByRole('img', { name: /^Insights a week in the last 26 weeks/ })).toBeVisible();
  await strip.getByRole('link', { name: 'Token pricing' }).click();
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Figures' }).click();
  const point = page.getByRole('link', { name: /^\$15 per million tokens/ });
  await expect(point.first()).toBeInViewport();
  await point.first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The frontier still costs fifteen dollars');
});

test('a person has a page with what they said, and a feed', async ({ page }) => {
  await page.goto('./');
  await page.locator('.front').getByRole('link', { name: 'Ada Price' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada Price');
  await expect(page.locator('.entries > li').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'RSS feed' })).toHaveAttribute('href', /people\/ada-price\/rss\.xml$/);
});
