import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildIn } from '../site/build-in.ts';
import { writeTree } from '../site/content-tree.ts';
import { freePort } from '../support/free-port.ts';
import { serveTone } from './serve-tone.ts';
import { siteContent } from './site-content.ts';

const BASE_PATH = '/winnow/';

/** Builds a small site and serves it on a free port until the tests are over. */
export default async function serveSite(): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'winnow-browser-'));
  const tone = await serveTone();
  await writeTree(join(dir, 'content'), siteContent(tone.url));
  const built = await buildIn(join(dir, 'content'), join(dir, 'site'), { BASE_PATH });
  assert.ok(built.ok, built.output);

  const port = await freePort();
  const args = [join(import.meta.dirname, 'preview-site.ts'), join(dir, 'site'), String(port)];
  const env = {
    ...process.env,
    CONTENT_DIR: join(dir, 'content'),
    BASE_PATH,
    SITE_URL: '',
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  const preview = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  process.env['TEST_SITE'] = `http://127.0.0.1:${port}${BASE_PATH}`;
  await answers(process.env['TEST_SITE']);

  return async () => {
    const ended = once(preview, 'exit');
    preview.kill();
    await ended;
    tone.close();
    await rm(dir, { recursive: true, force: true });
  };
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Error(`The preview at ${url} does not answer.`);
}
