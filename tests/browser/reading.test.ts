import { expect, test } from 'playwright/test';

test('a reader walks from the home page to a theme, an insight and its episode', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Friday, 3 July 2026');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Token pricing' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Token pricing');
  await page.getByRole('link', { name: 'Tokens are sold below what they cost' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tokens are sold below what they cost');
  await expect(page.getByRole('blockquote')).toContainText('selling every token below');
  await expect(page.getByText('Contradicted by')).toBeVisible();
  await page.getByRole('link', { name: 'The price of a token' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The price of a token');
  await expect(page.getByRole('link', { name: 'Open the episode' })).toHaveAttribute(
    'href',
    'https://podcast.example/episodes/1',
  );
});

test('without JavaScript everything is readable', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL });
  await page.goto('search/');
  await page.getByRole('main').getByRole('link', { name: 'Token pricing' }).click();
  await page.getByRole('link', { name: 'Tokens are sold below what they cost' }).first().click();
  await expect(page.getByRole('link', { name: 'Hear 2 s' })).toHaveAttribute('href', /tone\.wav#t=18,22\.3$/);
  await page.close();
});

test('the first stop of the keyboard is the way past the masthead', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'To the text' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'To the text' })).toBeInViewport();
});
