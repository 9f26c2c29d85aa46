import { expect, test } from 'playwright/test';
import { idOf } from '../site/content-tree.ts';
import { HEARD } from './site-content.ts';

test('the clip plays from just before the quote to its end, and nothing is requested before', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`insights/${idOf(HEARD)}/`, { waitUntil: 'networkidle' });
  expect(requests.filter((url) => url.endsWith('.wav'))).toEqual([]);

  await page.getByRole('button', { name: 'Hear 2 s' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(page.getByText('Playing')).toBeVisible();
  const audio = page.locator('audio');
  const time = () => audio.evaluate((element: HTMLAudioElement) => element.currentTime);
  await expect.poll(time).toBeGreaterThan(18);
  expect(await time()).toBeLessThan(21);

  await expect(page.getByText('The end of the quote')).toBeVisible({ timeout: 10_000 });
  expect(await audio.evaluate((element: HTMLAudioElement) => element.paused)).toBe(true);
  expect(await time()).toBeGreaterThan(22);
  expect(await time()).toBeLessThan(22.8);
  await expect(page.getByRole('button', { name: 'Hear 2 s' })).toBeVisible();
});

test('the clip can be paused, gone on with and heard again', async ({ page }) => {
  await page.goto(`insights/${idOf(HEARD)}/`);
  await page.getByRole('button', { name: 'Hear 2 s' }).click();
  await expect(page.getByText('Playing')).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('The end of the quote')).toBeVisible({ timeout: 10_000 });
  await page.getByRole('button', { name: 'Hear 2 s' }).click();
  await expect(page.getByText('Playing')).toBeVisible();
  const time = () => page.locator('audio').evaluate((element: HTMLAudioElement) => element.currentTime);
  expect(await time()).toBeLessThan(21);
});

test('audio that cannot be had is said to be so', async ({ page }) => {
  await page.route('**/*.wav', (route) => route.abort());
  await page.goto(`insights/${idOf(HEARD)}/`);
  await page.getByRole('button', { name: 'Hear 2 s' }).click();
  await expect(page.getByText('The audio cannot be played here')).toBeVisible();
});
