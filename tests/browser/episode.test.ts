import { expect, test } from 'playwright/test';
import { idOf } from '../site/content-tree.ts';
import { HEARD } from './site-content.ts';

const EPISODE = 'episodes/price-talk/2026-07-02-the-price-of-a-token-aaaa/';

test('an episode says what it is about, and what was kept of each chapter', async ({ page }) => {
  await page.goto(EPISODE);
  await expect(page.getByText('Ada Price tells what a token costs')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ada Price' }).first()).toHaveAttribute('href', /people\/ada-price\/$/);
  const chapters = page.getByRole('listitem').filter({ has: page.locator('.chapter-name') });
  await expect(chapters).toHaveCount(3);
  await expect(chapters.nth(1)).toContainText('0:15 Prices');
  await expect(chapters.nth(1).getByRole('heading')).toContainText([HEARD.title]);
  await expect(chapters.nth(0).getByRole('heading')).toHaveCount(0);
});

test('a mark on the bar leads to its insight, and the keyboard has the list instead', async ({ page }) => {
  await page.goto(EPISODE);
  const mark = page.locator('.episode-bar a', { hasText: 'A later voice' });
  await expect(mark).toHaveAttribute('tabindex', '-1');
  await mark.locator('.pointed').click();
  await expect(page).toHaveURL(/insights\/2026-07-09-a-later-voice/);
});

test('a show names its themes and leads to its newest insights, its episodes and its feed', async ({ page }) => {
  await page.goto('shows/price-talk/');
  const main = page.getByRole('main');
  await expect(main.getByRole('list', { name: 'Themes, with the number of insights' })).toContainText('Token pricing');
  await expect(main.getByRole('heading', { name: 'A later voice says the opposite' })).toBeVisible();
  await expect(main.getByRole('link', { name: 'RSS feed' })).toHaveAttribute('href', /shows\/price-talk\/rss\.xml$/);
  await main.getByRole('table').getByRole('link', { name: 'The price of a token' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The price of a token');
});

test('printed, an insight has its address instead of buttons', async ({ page }) => {
  await page.goto(`insights/${idOf(HEARD)}/`);
  const address = page.getByText(new RegExp(`^http.*/insights/${idOf(HEARD)}/$`));
  await expect(address).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(address).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('blockquote')).toBeVisible();
});
