import { expect, test } from 'playwright/test';
import { PAGE_TYPES } from './page-types.ts';

test('no page runs a script or takes a style that was put into it', async ({ page }) => {
  for (const path of PAGE_TYPES) {
    await page.goto(path);
    const result = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.documentElement.dataset.ran = "yes"';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<p id="styled" style="position: fixed">x</p>');
      const styled = document.querySelector('#styled');
      return [document.documentElement.dataset['ran'], styled && getComputedStyle(styled).position];
    });
    expect(result, path).toEqual([undefined, 'static']);
  }
});

test('only the search may compile WebAssembly', async ({ page }) => {
  const compiles = () =>
    page.evaluate(() =>
      WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])).then(
        () => true,
        () => false,
      ),
    );
  for (const path of PAGE_TYPES) {
    await page.goto(path);
    expect(await compiles(), path).toBe(path.startsWith('search/'));
  }
});
