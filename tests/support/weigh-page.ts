import type { Browser } from 'playwright/test';

export interface Weight {
  /** Everything that the first visit loads, compressed: bytes. */
  first: number;
  /** What a reader who has seen another page loads: bytes. */
  later: number;
}

/** Weighs the page at `url` in a fresh browser, then as the next page after `seen`; the server compresses. */
export async function weighPage(browser: Browser, url: string, seen: string): Promise<Weight> {
  const first = await bytesOf(browser, url);
  const later = await bytesOf(browser, url, seen);
  return { first, later };
}

async function bytesOf(browser: Browser, url: string, seen?: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  // The cache of the browser does not say what it holds: what was asked for before counts as held.
  const held = new Set<string>();
  if (seen !== undefined) {
    page.on('request', (request) => held.add(request.url()));
    await page.goto(seen, { waitUntil: 'networkidle' });
    page.removeAllListeners('request');
  }
  let bytes = 0;
  const sizes: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    if (held.has(request.url())) return;
    sizes.push(request.sizes().then(({ responseBodySize }) => void (bytes += responseBodySize)));
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await Promise.all(sizes);
  await context.close();
  return bytes;
}
