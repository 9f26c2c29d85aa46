import { expect, test } from 'playwright/test';
import { findViolations } from '../support/find-violations.ts';
import { idOf } from '../site/content-tree.ts';
import { HEARD } from './site-content.ts';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 800 };

test('on a wide screen each note of the essay stands in the margin, beside its line or below the note before', async ({
  page,
}) => {
  await page.setViewportSize(WIDE);
  await page.goto('themes/token-pricing/');
  const notes = page.locator('.side-note');
  await expect(notes.first()).toBeVisible();
  await expect(page.locator('.footnotes')).toBeHidden();
  expect(await notes.count()).toBe(await page.locator('.footnotes li').count());
  const textEnds = await page.locator('.prose').evaluate((it) => it.getBoundingClientRect().right);
  let free = 0;
  for (const note of await notes.all()) {
    const { top, bottom, left, line } = await note.evaluate((it) => {
      const { top, bottom, left } = it.getBoundingClientRect();
      return { top, bottom, left, line: it.previousElementSibling!.getBoundingClientRect().top };
    });
    expect(left).toBeGreaterThan(textEnds);
    expect(top).toBeGreaterThanOrEqual(free);
    expect(top - Math.max(line, free)).toBeLessThan(40);
    free = bottom;
  }
  const before = await page.locator('.primer').evaluate((it) => it.getBoundingClientRect().bottom);
  expect(free).toBeLessThanOrEqual(before);
});

test('the number of a note shows the list, and the note in it, on every screen', async ({ page }) => {
  for (const size of [WIDE, PHONE]) {
    await page.setViewportSize(size);
    await page.goto('themes/token-pricing/');
    await page.locator('[data-footnote-ref]').nth(1).click();
    await expect(page.locator('.footnotes li').nth(1)).toBeInViewport();
  }
  await expect(page.locator('.side-note').first()).toBeHidden();
});

test('the notes in the margin are as fit for everybody as the list', async ({ page }) => {
  await page.setViewportSize(WIDE);
  await page.goto('themes/token-pricing/');
  expect(await findViolations(page)).toEqual([]);
  await page.locator('[data-footnote-ref]').first().click();
  expect(await findViolations(page)).toEqual([]);
});

test('a theme prints as an essay with numbered notes, under the name and address of the site', async ({ page }) => {
  await page.setViewportSize(WIDE);
  await page.goto('themes/token-pricing/');
  await expect(page.locator('.imprint')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.imprint')).toContainText(
    /^Winnow · http\S+\/themes\/token-pricing\/ · First page of \d+/,
  );
  await expect(page.locator('.footnotes li').first()).toBeVisible();
  for (const gone of ['.side-note', '.data-footnote-backref', '.contents', '.theme-start', '.feed', '#by-month'])
    await expect(page.locator(gone).first(), gone).toBeHidden();
  expect(
    await page
      .locator('.prose > p')
      .first()
      .evaluate((it) => getComputedStyle(it).fontSize),
  ).toBe('14px');
});

test('the months of a theme lead to where they begin', async ({ page }) => {
  await page.goto('themes/token-pricing/');
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'All by month' }).click();
  await expect(page.getByRole('heading', { name: 'All by month' })).toBeInViewport();
  await page
    .getByRole('list', { name: '2026' })
    .getByRole('link', { name: /^Jan 1$/ })
    .click();
  await expect(page.getByRole('heading', { name: 'January 2026' })).toBeInViewport();
});

test('on a wide screen the heading of every part stands in the column before the text', async ({ page }) => {
  await page.setViewportSize(WIDE);
  for (const path of ['themes/token-pricing/', 'people/ada-price/', 'shows/price-talk/', `insights/${idOf(HEARD)}/`]) {
    await page.goto(path);
    const textStarts = await page.locator('h1').evaluate((it) => it.getBoundingClientRect().left);
    for (const label of await page.locator('.row > h2.label').all())
      expect(await label.evaluate((it) => it.getBoundingClientRect().right), path).toBeLessThan(textStarts);
  }
});

test('a contradiction is named wherever the insight is listed, and a theme shows both sides', async ({ page }) => {
  await page.goto('people/ada-price/');
  const entry = page.locator('.entry', { has: page.getByRole('heading', { name: HEARD.title }) });
  await expect(entry.getByText('Contradicted by')).toHaveText('Contradicted by Ada Price, 9 Jul 2026');
  await page.goto('themes/token-pricing/');
  const section = page.getByRole('region', { name: 'Where they disagree' });
  await expect(section.getByRole('heading', { level: 3 })).toHaveText([HEARD.title, 'A later voice says the opposite']);
  await section.getByRole('link', { name: 'A later voice says the opposite' }).click();
  await expect(page.getByText('Contradicts', { exact: true })).toBeVisible();
});

test('how often somebody speaks about a theme leads to what was said', async ({ page }) => {
  await page.goto('themes/token-pricing/');
  await expect(page.getByText(/^Named speakers: \d+ of \d+ insights$/)).toBeVisible();
  const count = page.getByRole('link', { name: /^\d+ insights: Ada Price$/ });
  const insights = Number(await count.textContent());
  await count.click();
  await expect(page).toHaveURL(/search\/\?theme=token-pricing&person=Ada\+Price/);
  await expect(page.getByRole('status')).toContainText(`${insights} insights`);
});

test('from a person to all people, and to all shows', async ({ page }) => {
  await page.goto('people/ada-price/');
  const crumbs = page.getByRole('navigation', { name: 'Where you are' });
  await expect(crumbs.getByRole('link')).toHaveText(['Winnow', 'People']);
  await crumbs.getByRole('link', { name: 'People' }).click();
  await expect(page.getByRole('row', { name: /^Ada Price \d+ insights .*Token pricing/ })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'All shows' }).click();
  await page.getByRole('link', { name: 'Price Talk' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Price Talk');
});

test('the page of a person does not repeat the name, and that of a show names an episode once', async ({ page }) => {
  await page.goto('people/ada-price/');
  await expect(page.locator('.entry').first()).toBeVisible();
  await expect(page.locator('.entry .source-line .speaker')).toHaveCount(0);
  await page.goto('shows/price-talk/');
  await expect(page.locator('.entry .source-line').getByRole('link', { name: 'The price of a token' })).toHaveCount(1);
});

test('on a phone no dot is left at the end of a line', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('themes/token-pricing/');
  for (const line of await page.locator('.entry .source-line').all()) {
    const parts = await line.evaluate((it) =>
      [...it.children].map((part) => [getComputedStyle(part).display, getComputedStyle(part, '::after').content]),
    );
    expect(parts.every(([display, after]) => display === 'inline-block' && after === 'none')).toBe(true);
  }
});
