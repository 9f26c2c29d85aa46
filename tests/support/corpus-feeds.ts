import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface CorpusFeed {
  file: string;
  body: Uint8Array;
  /** As whoever collected them counted its items; absent where nobody did. */
  items?: number | undefined;
}

/** The feeds of a folder of real ones, as its `feeds.tsv` lists them; what is packed is unpacked in memory. Those in archives are snapshots. */
export function readCorpusFeeds(corpus: string): { feeds: CorpusFeed[]; snapshots: CorpusFeed[] } {
  const [head = '', ...rows] = readFileSync(join(corpus, 'feeds.tsv'), 'utf8').trim().split('\n');
  const column = head.split('\t').indexOf('items');
  const all = rows.map((row): CorpusFeed => {
    const fields = row.split('\t');
    const [file = '', items = ''] = [fields[0], fields[column]];
    return { file, body: unpack(corpus, file), items: items === '' ? undefined : Number(items) };
  });
  return {
    feeds: all.filter(({ file }) => !file.includes('!')),
    snapshots: all.filter(({ file }) => file.includes('!')),
  };
}

function unpack(corpus: string, file: string): Uint8Array {
  const [archive = '', member] = file.split('!');
  if (member) return execFileSync('tar', ['-xzOf', join(corpus, archive), member], { maxBuffer: 2 ** 26 });
  const bytes = readFileSync(join(corpus, file));
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}
