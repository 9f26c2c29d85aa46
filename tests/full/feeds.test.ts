import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { createRssFeedReader } from '../../scripts/adapters/rss-feed-reader.ts';
import { messageOf } from '../../scripts/errors.ts';
import { aShow } from '../support/builders.ts';

/** Real and deliberately broken feeds, where they are at hand. Two of the 115 are no feeds at all. */
const corpus = process.env['CORPUS_DIR'];
const skip = corpus === undefined ? 'CORPUS_DIR is not set' : false;

test(
  'of the feeds that hosts really publish, at least 113 are read, and the others are refused with a message',
  { skip },
  async (t) => {
    // Rows with a "!" are members of an archive of snapshots.
    const files = readFileSync(join(corpus ?? '', 'feeds.tsv'), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[0] ?? '')
      .filter((file) => file !== '' && !file.includes('!'));
    const refused: string[] = [];
    let slowest = 0;
    for (const file of files) {
      const bytes = readFileSync(join(corpus ?? '', file));
      const start = performance.now();
      const error = await readFeed(file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
      slowest = Math.max(slowest, performance.now() - start);
      if (error) refused.push(`${file}: ${error}`);
    }
    t.diagnostic(`${files.length - refused.length} of ${files.length} read, the slowest in ${slowest.toFixed(0)} ms`);
    for (const line of refused) t.diagnostic(line);
    assert.ok(files.length - refused.length >= 113, refused.join('\n'));
  },
);

async function readFeed(body: Uint8Array): Promise<string | undefined> {
  const fetcher = {
    fetch: async (url: string) => ({ url, asked: true, unchanged: false, body }),
    keepFresh: async () => {},
    forget: async () => {},
  };
  try {
    await createRssFeedReader(fetcher).read(aShow());
    return undefined;
  } catch (error) {
    assert.equal(error instanceof Error && error.name, 'ItemError', messageOf(error));
    return messageOf(error);
  }
}
