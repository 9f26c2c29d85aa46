import { defineConfig } from 'playwright/test';
import { launchOptions } from '../support/launch-chromium.ts';

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
    launchOptions: await launchOptions(),
  },
});
