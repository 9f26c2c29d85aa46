import { expect, test } from 'playwright/test';
import { idOf } from '../site/content-tree.ts';
import { HEARD } from './site-content.ts';

test('the card of an insight is a picture with the mark of its theme, dark text and light paper', async ({ page }) => {
  await page.goto(`insights/${idOf(HEARD)}/`);
  const address = await page.locator('meta[property="og:image"]').getAttribute('content');
  const card = new URL(`cards/${address?.split('/cards/')[1]}`, new URL('../../', page.url())).href;
  const { size, mark, paper, dark } = await page.evaluate(async (url) => {
    const bitmap = await createImageBitmap(await (await fetch(url)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const at = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)];
    const title = context.getImageData(72, 140, 1056, 300).data;
    const isDark = (_: number, index: number) => index % 4 === 0 && (title[index] ?? 255) < 60;
    return {
      size: [bitmap.width, bitmap.height],
      mark: at(75, 80),
      paper: at(10, 10),
      dark: title.filter(isDark).length,
    };
  }, card);
  expect(size).toEqual([1200, 630]);
  expect(Math.min(...paper)).toBeGreaterThan(240);
  // A theme's colour, not a grey.
  expect(Math.max(...mark) - Math.min(...mark)).toBeGreaterThan(60);
  expect(dark).toBeGreaterThan(2000);
});
