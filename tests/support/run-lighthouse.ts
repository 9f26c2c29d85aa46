import lighthouse from 'lighthouse';
import { chromium } from 'playwright';
import { freePort } from './free-port.ts';
import { launchOptions } from './launch-chromium.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Lighthouse's scores of `url` from 0 to 100 with its mobile preset, in the order of `CATEGORIES`, and the audits that fail. */
export async function runLighthouse(url: string): Promise<{ scores: number[]; failing: string[] }> {
  const port = await freePort();
  const options = await launchOptions();
  const browser = await chromium.launch({
    ...options,
    args: [...('args' in options ? (options.args ?? []) : []), `--remote-debugging-port=${port}`],
  });
  try {
    const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: [...CATEGORIES] });
    if (!result) throw new Error(`Lighthouse has no result for ${url}`);
    const { categories, audits } = result.lhr;
    return {
      scores: CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100)),
      failing: Object.values(audits)
        .filter(({ score }) => score !== null && score < 0.9)
        .map(({ id, displayValue }) => [id, displayValue].filter(Boolean).join(' ')),
    };
  } finally {
    await browser.close();
  }
}
