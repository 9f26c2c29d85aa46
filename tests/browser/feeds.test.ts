import { expect, test, type Page } from 'playwright/test';

/** What a reader sees of a document that is no HTML. */
const shownText = (page: Page) =>
  page.evaluate(() => {
    const selection = getSelection()!;
    selection.selectAllChildren(document.documentElement);
    return selection.toString();
  });

for (const [format, item] of [
  ['RSS', 'item'],
  ['Atom', 'entry'],
] as const) {
  test(`an ${format} feed that is opened from the subscribe page reads as a page, in the site’s own look`, async ({
    page,
  }) => {
    await page.goto('subscribe/');
    const offer = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'All insights' }) });
    await offer.getByRole('listitem').filter({ hasText: format }).getByRole('link').click();
    await expect(page.locator(`${item} > a`).first()).toBeVisible();

    const links = page.locator(`${item} > a`);
    const title = links.filter({ hasText: 'Tokens are sold below what they cost' });
    await expect(title).toHaveAttribute(
      'href',
      /^http:\/\/localhost:4321\/winnow\/insights\/2026-07-02-tokens-are-sold-below/,
    );
    await expect(title).toHaveCSS('font-weight', '600');
    await expect(title).toHaveCSS('font-size', '20px');
    await expect(title).toHaveCSS('display', 'block');
    await expect(title).toHaveCSS('font-family', /Winnow Serif/);
    const text = await shownText(page);
    expect(text).toContain('This is a feed: copy its address into a feed reader');
    expect(text).toContain('“they are selling every token below what it costs them');
    // A name that looks like a tag is text, and stands escaped in a description, which is HTML.
    expect(text.replace(/(?:<|&lt;)img src=x onerror=alert\(1\)(?:>|&gt;)/g, '')).not.toMatch(
      /<\/?[a-z]|&[a-z]+;|https?:|urn:|GMT|T00:00/,
    );
    expect(text.match(/Tokens are sold below what they cost/g)).toHaveLength(1);
  });
}

test('an opened feed follows the dark mode, and does not scroll sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('digests/rss.xml');
  const paper = await page.locator('rss').evaluate((rss) => getComputedStyle(rss).backgroundColor);
  expect(Number(/oklch\(([\d.]+)/.exec(paper)?.[1])).toBeLessThan(0.3);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('an address is copied with one click, by mouse and by keyboard, and it is said', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('subscribe/');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const button = page.getByRole('button', { name: 'Copy the address of The daily digest, Atom' });
  await button.click();
  await expect(button).toHaveText('Copied');
  await expect(page.locator('[aria-live="polite"]')).toHaveText('Copied: the address of The daily digest, Atom');
  expect(await copied()).toBe(`${baseURL}digests/atom.xml`);
  await expect(button).toHaveText('Copy', { timeout: 4000 });

  const show = page.getByRole('listitem').filter({ hasText: 'Price Talk' });
  await show.getByRole('link', { name: 'RSS', exact: true }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('[aria-live="polite"]')).toHaveText('Copied: the address of Price Talk, RSS');
  expect(await copied()).toBe(`${baseURL}shows/price-talk/rss.xml`);
});

test('where the browser refuses to copy, the address is selected to be copied by hand', async ({ page, baseURL }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto('subscribe/');
  await page.getByRole('button', { name: 'Copy the address of All insights, RSS' }).click();
  await expect(page.locator('[aria-live="polite"]')).toContainText('does not let this page copy');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(`${baseURL}rss.xml`);
});

test('nothing moves as the buttons come', async ({ page }) => {
  await page.goto('subscribe/');
  await expect(page.getByRole('button').first()).toBeVisible();
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0)),
        ).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 500);
      }),
  );
  expect(shift).toBe(0);
});

test('without JavaScript there is no button, and every address is a link', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL });
  await page.goto('subscribe/');
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'http://localhost:4321/winnow/feed.json' })).toHaveAttribute(
    'href',
    '/winnow/feed.json',
  );
  await page.close();
});
