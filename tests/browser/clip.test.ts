import { expect, test, type Page } from 'playwright/test';
import { idOf } from '../site/content-tree.ts';
import { HEARD } from './site-content.ts';
import { makeWav } from './serve-tone.ts';

const PAGE = `insights/${idOf(HEARD)}/`;
/** The quote is from 20 to 22 seconds: heard from 18 to 22.3. */
const [BEGIN, END] = [18, 22.3];

const audioOf = (page: Page) => page.locator('audio');
const timeOf = (page: Page) => audioOf(page).evaluate((element: HTMLAudioElement) => element.currentTime);
const hear = (page: Page) => page.getByRole('button', { name: 'Hear 2 s' });
const isPaused = (page: Page) => audioOf(page).evaluate((element: HTMLAudioElement) => element.paused);
const start = async (page: Page) => {
  await page.goto(PAGE);
  await hear(page).click();
  await expect(page.getByText('Playing')).toBeVisible();
};
/** Serves other audio than the host has, in parts as hosts do. */
const serve = (page: Page, seconds: number) =>
  page.route('**/*.wav', (route) => {
    const wav = makeWav(seconds);
    const [, from = '0', to = ''] = /bytes=(\d+)-(\d*)/.exec(route.request().headers()['range'] ?? '') ?? [];
    const end = Math.min(wav.length, to ? Number(to) + 1 : wav.length);
    const range = `bytes ${from}-${end - 1}/${wav.length}`;
    const headers = { 'Content-Type': 'audio/wav', 'Accept-Ranges': 'bytes', 'Content-Range': range };
    return route.fulfill({ status: 206, headers, body: wav.subarray(Number(from), end) });
  });

test('the clip plays from just before the quote to its end, and nothing is requested before', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(PAGE, { waitUntil: 'networkidle' });
  expect(requests.filter((url) => url.endsWith('.wav'))).toEqual([]);
  await expect(page.getByRole('slider')).toBeHidden();

  await hear(page).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(page.getByText('Playing')).toBeVisible();
  await expect.poll(() => timeOf(page)).toBeGreaterThan(BEGIN);
  expect(await timeOf(page)).toBeLessThan(21);

  await expect(page.getByText('The end of the quote')).toBeVisible({ timeout: 10_000 });
  expect(await isPaused(page)).toBe(true);
  expect(Math.abs((await timeOf(page)) - END)).toBeLessThan(0.2);
  await expect(hear(page)).toBeVisible();
});

test('the clip can be paused, gone on with and heard again', async ({ page }) => {
  await start(page);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Paused')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('The end of the quote')).toBeVisible({ timeout: 10_000 });
  await hear(page).click();
  await expect(page.getByText('Playing')).toBeVisible();
  expect(await timeOf(page)).toBeLessThan(21);
});

test('what loads can be paused', async ({ page }) => {
  let go = () => {};
  const gate = new Promise<void>((resolve) => (go = resolve));
  await page.route('**/*.wav', (route) => gate.then(() => route.continue()));
  await page.goto(PAGE);
  await hear(page).click();
  await expect(page.getByText('Loading')).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Paused')).toBeVisible();
  go();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('Playing')).toBeVisible();
  expect(await timeOf(page)).toBeGreaterThanOrEqual(BEGIN);
});

test('at another speed the clip ends at the same place', async ({ page }) => {
  await start(page);
  await page.getByLabel('Speed').selectOption('2×');
  expect(await audioOf(page).evaluate((element: HTMLAudioElement) => element.playbackRate)).toBe(2);
  await expect(page.getByText('The end of the quote')).toBeVisible({ timeout: 10_000 });
  expect(Math.abs((await timeOf(page)) - END)).toBeLessThan(0.2);
});

test('a loop begins again at the end, until it is taken off', async ({ page }) => {
  await start(page);
  await page.getByLabel('Speed').selectOption('2×');
  await page.getByLabel('Loop').check();
  await expect.poll(() => timeOf(page), { intervals: [50] }).toBeGreaterThan(21.5);
  await expect.poll(() => timeOf(page), { intervals: [50] }).toBeLessThan(20);
  expect(await isPaused(page)).toBe(false);
  await page.getByLabel('Loop').uncheck();
  await expect(page.getByText('The end of the quote')).toBeVisible({ timeout: 10_000 });
});

test('by keyboard: play, pause, a place in the clip', async ({ page }) => {
  await page.goto(PAGE);
  await hear(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Playing')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByText('Paused')).toBeVisible();
  const slider = page.getByRole('slider', { name: 'Place in the clip' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', '0:18');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '0:19');
  expect(await timeOf(page)).toBeCloseTo(19, 1);
});

test('a passage that adverts have moved is found by going later or earlier', async ({ page }) => {
  await start(page);
  await page.getByRole('button', { name: '10 s later' }).click();
  await page.getByRole('button', { name: '10 s later' }).click();
  await expect(page.getByText('Played 20 s later than the transcript says.')).toBeVisible();
  await expect.poll(() => timeOf(page)).toBeGreaterThan(BEGIN + 20);
  await expect(page.getByText('The end of the quote')).toBeVisible({ timeout: 10_000 });
  expect(Math.abs((await timeOf(page)) - END - 20)).toBeLessThan(0.2);
  for (let press = 0; press < 9; press++) await page.getByRole('button', { name: '10 s earlier' }).click();
  await expect(page.getByText('Played 18 s earlier')).toBeVisible();
  await expect.poll(() => timeOf(page)).toBeLessThan(3);
});

test('audio that cannot be had is said to be so, and had when it can be', async ({ page }) => {
  await page.route('**/*.wav', (route) => route.abort());
  await page.goto(PAGE);
  await hear(page).click();
  await expect(page.getByText('The audio cannot be played here')).toBeVisible();
  await page.unroute('**/*.wav');
  await hear(page).click();
  await expect(page.getByText('Playing')).toBeVisible();
  expect(await timeOf(page)).toBeGreaterThanOrEqual(BEGIN);
});

test('what is no audio is said not to be played here', async ({ page }) => {
  await page.route('**/*.wav', (route) => route.fulfill({ contentType: 'text/html', body: '<p>Not found</p>' }));
  await page.goto(PAGE);
  await hear(page).click();
  await expect(page.getByText('The audio cannot be played here')).toBeVisible();
});

test('a recording that ends before the passage is said to be too short', async ({ page }) => {
  await serve(page, 10);
  await page.goto(PAGE);
  await hear(page).click();
  await expect(page.getByText('The recording ends before 0:18')).toBeVisible();
  expect(await isPaused(page)).toBe(true);
});

test('a recording that ends within the passage is played to its end', async ({ page }) => {
  await serve(page, 20);
  await page.goto(PAGE);
  await hear(page).click();
  await expect(page.getByText('The end of the quote')).toBeVisible({ timeout: 10_000 });
});

test('a host that gives no part of a recording is not let play the wrong one', async ({ page }) => {
  // Larger than what is read ahead.
  const body = makeWav(600);
  await page.route('**/*.wav', (route) => route.fulfill({ contentType: 'audio/wav', body }));
  await page.goto(PAGE);
  await hear(page).click();
  await expect(page.getByText('from its beginning only; the words come at 0:18')).toBeVisible({ timeout: 15_000 });
  expect(await isPaused(page)).toBe(true);
  expect(await timeOf(page)).toBeLessThan(1);
});
