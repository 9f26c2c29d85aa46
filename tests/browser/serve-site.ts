import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIn } from '../site/build-in.ts';
import { writeTree } from '../site/content-tree.ts';
import { serveFolder } from '../support/serve-folder.ts';
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
  const server = await serveFolder(built.dir, BASE_PATH);
  process.env['TEST_SITE'] = `${server.origin}${BASE_PATH}`;
  return async () => {
    await server.close();
    tone.close();
    await rm(dir, { recursive: true, force: true });
  };
}
