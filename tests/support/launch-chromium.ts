import chromium from '@sparticuz/chromium';

// An npm package carries a Chromium for this platform; elsewhere Playwright's own or an installed one is taken.
const carried = process.platform === 'linux' && process.arch === 'x64';
// Without these, one process serves all, and a second browser context ends it.
const UNFIT = ['--single-process', '--no-zygote', "--headless='shell'"];

/** How Playwright starts the browser of the tests. */
export const launchOptions = async () =>
  carried
    ? {
        executablePath: await chromium.executablePath(),
        args: [
          ...chromium.args.filter((arg) => !UNFIT.includes(arg)),
          '--no-sandbox',
          '--autoplay-policy=no-user-gesture-required',
        ],
      }
    : { channel: process.env['BROWSER_CHANNEL'] };
