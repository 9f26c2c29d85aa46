import chromium from '@sparticuz/chromium';
import { defineConfig } from 'playwright/test';

// An npm package carries a Chromium for this platform; elsewhere Playwright's own or an installed one is taken.
const carried = process.platform === 'linux' && process.arch === 'x64';
// Without these, one process serves all, and a second browser context ends it.
const UNFIT = ['--single-process', '--no-zygote', "--headless='shell'"];

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  globalSetup: './serve-site.ts',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    // Set by serve-site.ts before the first test.
    baseURL: process.env['TEST_SITE'],
    viewport: { width: 1280, height: 900 },
    launchOptions: carried
      ? {
          executablePath: await chromium.executablePath(),
          args: [
            ...chromium.args.filter((arg) => !UNFIT.includes(arg)),
            '--no-sandbox',
            '--autoplay-policy=no-user-gesture-required',
          ],
        }
      : {},
    ...(!carried && { channel: process.env['BROWSER_CHANNEL'] }),
  },
});
