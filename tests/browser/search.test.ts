import { expect, test, type Page } from 'playwright/test';

const field = (page: Page) => page.getByRole('searchbox');
const state = (page: Page) => page.getByRole('status');
const choice = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const titles = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });
/** So many, beside what themes there are. */
const insights = (count: number) => new RegExp(`(?:^| and )${count} insights?$`);
const found = (page: Page) => page.locator('[data-search-pages] > li');
const ask = (page: Page, query: string) => page.goto(`search/?q=${encodeURIComponent(query)}`);

test('a word is found as one types, and its result opens', async ({ page }) => {
  await page.goto('search/');
  await field(page).pressSequentially('hyperscaler');
  await expect(state(page)).toHaveText(insights(1));
  await expect(page).toHaveURL(/\?q=hyperscaler$/);
  await expect(page.locator('article mark').first()).toHaveText('hyperscaler');
  await page.getByRole('link', { name: 'A later voice says the opposite' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A later voice says the opposite');
});

test('a result names its themes, speaker, show and day', async ({ page }) => {
  await ask(page, 'quarter of a dollar');
  const result = page.getByRole('article').first();
  await expect(result.getByRole('list', { name: 'Themes' })).toHaveText(/Token pricing\s*Mixture of experts/);
  await expect(result.locator('.source-line')).toHaveText(/Bo Lin\s*Price Talk\s*5 Mar 2026/);
  await expect(result.locator('time')).toHaveAttribute('datetime', '2026-03-05');
});

for (const [query, expected] of [
  ['DeepSeek $1.10', ['DeepSeek asks $1.10 for a million tokens']],
  ['$1.1', ['DeepSeek asks $1.10 for a million tokens']],
  ['$0.25', ['A small lab asks a quarter of a dollar']],
  ['24%', ['China’s margin is 24% — at 3.5x the volume']],
  ['3.5x', ['China’s margin is 24% — at 3.5x the volume']],
  ["China's margin", ['China’s margin is 24% — at 3.5x the volume']],
  ['Zoe Muller Nunez', ['A founder says it in his own language']],
  ['Zoë Müller-Núñez', ['A founder says it in his own language']],
  ['deepseek v3.2', ['A founder says it in his own language']],
  ['DeepSeek-V3.2', ['A founder says it in his own language']],
  ['o’neil', ['China’s margin is 24% — at 3.5x the volume']],
  ['不赚钱', ['A founder says it in his own language']],
  ['内卷', ['A founder says it in his own language', 'The price war has a Chinese name']],
  ['价格 内卷', ['A founder says it in his own language']],
  ['DeepSeek 内卷', ['A founder says it in his own language']],
] as const) {
  test(`“${query}” finds that and nothing else`, async ({ page }) => {
    await ask(page, query);
    await expect(state(page)).toHaveText(/^\d/);
    expect((await titles(page).allInnerTexts()).toSorted()).toEqual([...expected]);
  });
}

test('case makes no difference, and the last word of a sentence is a word like any', async ({ page }) => {
  for (const query of ['moe layer', 'MoE layer', 'MOE layer', 'end of the pricing']) {
    await ask(page, query);
    await expect(titles(page), query).toContainText(['China’s margin']);
  }
});

test('a Chinese word is marked within its sentence, which reads as it was said', async ({ page }) => {
  await ask(page, '内卷');
  const result = page.getByRole('article').filter({ hasText: 'A founder says it in his own language' });
  await expect(result.locator('mark')).toHaveText('内卷');
  await expect(result).toContainText('我们这个行业的内卷已经到了谁都不赚钱的地步，DeepSeek-V3.2出来以后价格又降了');
});

test('filters narrow down together, stand in the address, and say what they would leave', async ({ page }) => {
  await page.goto('search/?q=token');
  await expect(state(page)).toHaveText(/\d+ insights$/);
  await choice(page, 'Theme').focus();
  await expect(choice(page, 'Theme').locator('option[value="moe"]')).toHaveText(/^Mixture of experts \([1-9]\d*\)$/);
  await choice(page, 'Theme').selectOption('moe');
  await choice(page, 'Year').selectOption('2026');
  await choice(page, 'Person').fill('ada price');
  await choice(page, 'Person').press('Tab');
  await expect(choice(page, 'Person')).toHaveValue('Ada Price');
  await expect(state(page)).toHaveText(insights(2));
  const asked = new URL(page.url()).searchParams;
  expect(Object.fromEntries(asked)).toEqual({ q: 'token', theme: 'moe', year: '2026', person: 'Ada Price' });

  await page.reload();
  await expect(state(page)).toHaveText(insights(2));
  await expect(choice(page, 'Person')).toHaveValue('Ada Price');
  await expect(choice(page, 'Theme')).toHaveValue('moe');
});

test('the shows and people to choose from are loaded at the first use, those met most first', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('search/', { waitUntil: 'networkidle' });
  expect(requests.filter((url) => url.includes('/pagefind/'))).toEqual([]);
  await choice(page, 'Person').focus();
  const names = page.locator('#filter-person-names option');
  await expect(names.first()).toHaveAttribute('value', 'Cleo Marsh');
  await expect(names.first()).toHaveText('23 insights');
});

test('the way back and forward leads over the filters that were set', async ({ page }) => {
  await page.goto('search/?q=token');
  const all = await state(page).filter({ hasText: /\d/ }).innerText();
  await choice(page, 'Theme').selectOption('moe');
  await expect(state(page)).not.toHaveText(all);
  const some = await state(page).innerText();
  await page.goBack();
  await expect(state(page)).toHaveText(all);
  await expect(choice(page, 'Theme')).toHaveValue('');
  await page.goForward();
  await expect(state(page)).toHaveText(some);
  await expect(choice(page, 'Theme')).toHaveValue('moe');
  await titles(page).first().getByRole('link').click();
  await expect(page).toHaveURL(/\/insights\//);
  await page.goBack();
  await expect(state(page)).toHaveText(some);
  await expect(field(page)).toHaveValue('token');
});

test('without words, all that the filters leave is listed, newest first', async ({ page }) => {
  await page.goto('search/?person=Bo+Lin');
  await expect(state(page)).toHaveText(/\d+ insights$/);
  const days = await page.locator('article time').evaluateAll((all) => all.map((it) => it.getAttribute('datetime')));
  expect(days.length).toBeGreaterThan(2);
  expect(days).toEqual(days.toSorted().toReversed());
});

test('results can be put in the order of their days', async ({ page }) => {
  await page.goto('search/?q=licence');
  await expect(state(page)).toHaveText(insights(23));
  await choice(page, 'Order').selectOption('Newest');
  await expect(page).toHaveURL(/sort=date/);
  await expect(titles(page).first()).toHaveText('The licence round number 23 was refused');
  await expect(titles(page).nth(9)).toHaveText('The licence round number 14 was refused');
});

test('more results come on request, and the keyboard goes on with the first of them', async ({ page }) => {
  await page.goto('search/?q=licence&sort=date');
  await expect(titles(page)).toHaveCount(10);
  await page.getByRole('button', { name: 'More results' }).press('Enter');
  await expect(titles(page)).toHaveCount(20);
  await expect(page.getByRole('link', { name: 'The licence round number 13 was refused' })).toBeFocused();
  await page.getByRole('button', { name: 'More results' }).click();
  await expect(titles(page)).toHaveCount(23);
  await expect(page.getByRole('button', { name: 'More results' })).toBeHidden();
});

test('by keyboard alone, from the home page to an insight', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('licence');
  await expect(state(page)).toHaveText(insights(23));
  await page.keyboard.press('ArrowDown');
  await expect(found(page).getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(titles(page).nth(0).getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(titles(page).nth(1).getByRole('link')).toBeFocused();
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const title = await titles(page).first().innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('Escape leads back to the field, and once more empties it', async ({ page }) => {
  await page.goto('search/?q=licence');
  await expect(state(page)).toHaveText(insights(23));
  await field(page).press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('licence');
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
  await expect(page).toHaveURL(/\/search\/$/);
  await expect(page.getByText('can be searched')).toBeVisible();
});

test('Tab leads from the field through the filters', async ({ page }) => {
  await page.goto('search/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Tab');
  for (const name of ['Theme', 'Show', 'Person', 'Year', 'Order']) {
    await page.keyboard.press('Tab');
    await expect(choice(page, name)).toBeFocused();
  }
});

test('Ctrl-K leads to the search too, and neither key does where somebody types or means another shortcut', async ({
  page,
}) => {
  await page.goto('about/');
  await page.keyboard.press('Control+/');
  await page.keyboard.press('Control+Shift+K');
  await expect(page).toHaveURL(/\/about\/$/);
  await page.keyboard.press('Control+K');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('input/output');
  await expect(field(page)).toHaveValue('input/output');
  await choice(page, 'Show').focus();
  await page.keyboard.type('/');
  await expect(choice(page, 'Show')).toHaveValue('/');
  await page.getByRole('button', { name: 'Search' }).focus();
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
});

test('the search page and its key are named in the masthead', async ({ page }) => {
  await page.goto('./');
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' });
  await expect(link).toHaveAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
});

test('what is not there is said plainly, with what to do about it', async ({ page }) => {
  for (const query of ['zzzyxw', '$1.99', 'deepsek', '卷内']) {
    await ask(page, query);
    await expect(state(page)).toHaveText(`Nothing found for “${query}”. Try fewer words, or another spelling.`);
    await expect(titles(page)).toHaveCount(0);
  }
});

test('where nothing has all words, that is said, and each part that finds something is offered as a link', async ({
  page,
}) => {
  await ask(page, 'hyperscaler zzzyxw');
  await expect(state(page)).toHaveText('Nothing has both “hyperscaler” and “zzzyxw”.');
  await expect(found(page)).toHaveText([/^“hyperscaler”: (?:\d themes? and )?1 insight$/]);
  await found(page).getByRole('link').click();
  await expect(page).toHaveURL(/\?q=hyperscaler$/);
  await expect(titles(page)).toHaveText(['A later voice says the opposite']);
  await ask(page, 'licence hyperscaler refused');
  await expect(state(page)).toHaveText('Nothing has all of “licence”, “hyperscaler” and “refused”.');
  await expect(found(page).first()).toHaveText('“licence refused”: 23 insights');
  await expect(found(page)).toHaveCount(4);
});

test('an amount that nothing gives in that currency is searched for without it, and that is said', async ({ page }) => {
  await ask(page, '€1.10');
  await expect(state(page)).toHaveText('Nothing for “€1.10”; shown: “1.10”, 1 theme and 2 insights');
});

test('a theme is found by its terms and by its primer, above the insights, with the words marked', async ({ page }) => {
  await ask(page, '内卷');
  await expect(state(page)).toHaveText('1 theme and 2 insights');
  await expect(found(page)).toContainText(['Theme Involution']);
  await expect(found(page).locator('mark').first()).toHaveText('内卷');
  await found(page).getByRole('link', { name: 'Involution' }).click();
  await expect(page).toHaveURL(/\/themes\/involution\/$/);
  await ask(page, 'cached DeepSeek 1.10');
  await expect(state(page)).toHaveText('1 theme');
  await expect(found(page)).toContainText(['1.10 for output']);
});

test('a theme stands aside where the search is narrowed down, and is there in every order', async ({ page }) => {
  await page.goto('search/?q=内卷&sort=date');
  await expect(state(page)).toHaveText('1 theme and 2 insights');
  await page.goto('search/?q=内卷&theme=involution');
  await expect(state(page)).toHaveText('2 insights');
  await page.goto('search/?theme=involution');
  await expect(state(page)).toHaveText('3 insights');
});

test('whoever types the name of a person or of a show is offered that page first', async ({ page }) => {
  await ask(page, 'cleo marsh');
  await expect(found(page)).toHaveText(['Person Cleo Marsh: 23 insights']);
  await found(page).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cleo Marsh');
  await ask(page, 'Price Talk');
  await expect(found(page).first()).toHaveText(/^Show Price Talk: \d+ insights$/);
});

test('a result says at which moment, links its people and shows, and quotes or claims', async ({ page }) => {
  await ask(page, 'sold below cost');
  const result = page.getByRole('article').filter({ hasText: 'Tokens are sold below what they cost' });
  await expect(result.locator('.source-line')).toHaveText(/, at 0:20$/);
  await result.getByRole('link', { name: 'Ada Price' }).click();
  await expect(page).toHaveURL(/\/people\/ada-price\/$/);
  await ask(page, 'the answer was the same');
  await expect(page.locator('[data-excerpt]').first()).toHaveText(/^“we asked for a licence .* all along”$/);
  await ask(page, 'goes looking');
  await expect(page.locator('[data-excerpt]').first()).toHaveText(/^Somebody has said so .* able to find it\.$/);
});

test('a name that was complete when typed is asked for once: more results stay', async ({ page }) => {
  await page.goto('search/');
  await choice(page, 'Person').focus();
  await expect(page.locator('#filter-person-names option[value="Cleo Marsh"]')).toBeAttached();
  await choice(page, 'Person').fill('Cleo Marsh');
  await expect(state(page)).toHaveText('23 insights');
  await page.getByRole('button', { name: 'More results' }).click();
  await expect(titles(page)).toHaveCount(20);
  await choice(page, 'Person').evaluate((it) => it.dispatchEvent(new Event('change', { bubbles: true })));
  await page.waitForTimeout(300);
  await expect(titles(page)).toHaveCount(20);
});

test('where colours are forced, the field shows that it has the focus', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('search/');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveCSS('outline-style', 'solid');
  await expect(field(page)).not.toHaveCSS('outline-color', 'rgba(0, 0, 0, 0)');
});

test('where filters leave nothing, they can be cleared', async ({ page }) => {
  await page.goto('search/?q=licence&theme=moe&person=Nobody');
  await expect(state(page)).toHaveText('Nothing found for “licence” with these filters.');
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(state(page)).toHaveText(insights(23));
  await expect(field(page)).toBeFocused();
  await expect(page).toHaveURL(/\?q=licence$/);
  await expect(page.getByRole('button', { name: 'Clear the filters' })).toBeHidden();
});

test('only the newest question is answered, however fast one types', async ({ page }) => {
  await page.goto('search/');
  await field(page).pressSequentially('licence', { delay: 5 });
  await field(page).fill('hyperscaler');
  await expect(state(page)).toHaveText(insights(1));
  await page.waitForTimeout(500);
  await expect(state(page)).toHaveText(insights(1));
  await expect(titles(page)).toHaveText(['A later voice says the opposite']);
});

test('a hostile query and a hostile name are shown as text', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await ask(page, '<img src=x onerror=alert(1)> quetzal');
  await expect(state(page)).toContainText('“onerror=alert(1)>” and “quetzal”');
  await ask(page, '24%');
  await expect(page.getByRole('article')).toContainText('O’Neil <img src=x onerror=alert(1)>');
  expect(await page.locator('main img').count()).toBe(0);
  expect(dialogs).toEqual([]);
});

test('nothing that stands above the results moves, and no error is logged', async ({ page }) => {
  const logged: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && logged.push(message.text()));
  page.on('pageerror', (error) => logged.push(error.message));
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((entries) =>
      shifts.push(...entries.getEntries().map((entry) => (entry as unknown as { value: number }).value)),
    ).observe({ type: 'layout-shift', buffered: true });
  });
  const shifts = () => page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  for (const path of ['search/', 'search/?q=licence&theme=export-controls', 'search/?q=zzzyxw&theme=moe']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await shifts(), path).toEqual([]);
  }
  expect(logged).toEqual([]);
});

test('an index that cannot be had is said to be so, and had later', async ({ page }) => {
  await page.route('**/pagefind/pagefind.js', (route) => route.abort(), { times: 1 });
  await ask(page, 'licence');
  await expect(state(page)).toHaveText('The search cannot be loaded just now. Try again, or read by theme.');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(state(page)).toHaveText(insights(23));
});

test('the page that is not there has a search that works', async ({ page }) => {
  await page.goto('no/such/page/');
  await field(page).fill('licence');
  await field(page).press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=licence$/);
  await expect(state(page)).toHaveText(insights(23));
});

test('without JavaScript the search says what it needs, and offers the themes', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL });
  await page.goto('search/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
  expect((await page.getByRole('heading', { level: 1 }).boundingBox())?.width).toBeGreaterThan(50);
  await expect(page.locator('.search-needs')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Export controls' })).toBeVisible();
  await expect(choice(page, 'Theme')).toBeHidden();
  await page.close();
});
