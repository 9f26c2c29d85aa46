import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';

/** What a newcomer does: `npm start`, open the address that it prints, and look around. */
test.describe.configure({ mode: 'serial' });

let demo: ChildProcess;
let address: string;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  demo = spawn(process.execPath, ['scripts/demo.ts'], { cwd: join(import.meta.dirname, '../..') });
  address = await addressPrintedBy(demo);
});
test.afterAll(async () => {
  demo.kill();
  await once(demo, 'exit');
});

test('the demo leads from the digest to a theme, an insight, and its episode', async ({ page }) => {
  await page.goto(address);
  await page.getByRole('navigation').getByRole('link', { name: 'Token pricing' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Token pricing');
  const title = page.locator('main h3 a, main h2 a').first();
  const name = await title.innerText();
  await title.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.locator('main a[href*="/episodes/"]').first().click();
  await expect(page).toHaveURL(/\/episodes\/(?:price-floor|second-shift)\//);
  await expect(page.getByRole('heading', { name })).toBeVisible();
});

test('a word of the samples is found, and leads to its insight', async ({ page }) => {
  await page.goto(`${address}search/`);
  await page.getByRole('searchbox').fill('price war');
  const first = page.locator('main').getByRole('link', { name: /price/i }).first();
  await first.click();
  await expect(page).toHaveURL(/\/insights\//);
  await expect(page.locator('blockquote')).toContainText(/price/i);
});

test('a clip of real speech plays its passage and stops', async ({ page }) => {
  await page.goto(`${address}shows/price-floor/`);
  await page.getByRole('link', { name: 'Who Pays for the Price War?' }).first().click();
  await page.locator('main a[href*="/insights/"]').first().click();
  await page.getByRole('button', { name: /^Hear \d+ s$/ }).click();
  await expect(page.getByText('Playing')).toBeVisible();
  const audio = page.locator('audio');
  const state = () =>
    audio.evaluate((element: HTMLAudioElement) => ({ at: element.currentTime, length: element.duration }));
  const { at: start, length } = await state();
  expect(length).toBeGreaterThan(270);
  await expect.poll(async () => (await state()).at).toBeGreaterThan(start + 1);
});

function addressPrintedBy(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/localhost:\d+\//.exec(printed)?.[0];
      if (found) resolve(found);
    };
    process.stdout?.on('data', read);
    process.stderr?.on('data', read);
    process.on('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${printed}`)));
  });
}
