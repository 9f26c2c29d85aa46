import { createRssFeedReader } from '../../scripts/adapters/rss-feed-reader.ts';
import { messageOf } from '../../scripts/errors.ts';
import { aShow } from './builders.ts';
import { readCorpusFeeds } from './corpus-feeds.ts';

/** What reading each feed of a corpus took; as JSON, by a process of its own, whose memory is of nothing else. */
export interface FeedMeasure {
  file: string;
  ms: number;
  expected?: number | undefined;
  items?: number | undefined;
  error?: string | undefined;
}

const { feeds, snapshots } = readCorpusFeeds(process.argv[2] ?? '');
const only = process.argv[3];
const measures: FeedMeasure[] = [];
for (const { file, body, items: expected } of [...feeds, ...snapshots]) {
  if (only !== undefined && file !== only) continue;
  const fetcher = {
    fetch: async (url: string) => ({ url, asked: true, unchanged: false, body }),
    keepFresh: async () => {},
    forget: async () => {},
  };
  const start = performance.now();
  const outcome = await createRssFeedReader(fetcher)
    .read(aShow())
    .then(
      ({ items }) => ({ items: items.length }),
      (error: unknown) => ({ error: `${error instanceof Error ? error.name : ''}: ${messageOf(error)}` }),
    );
  measures.push({ file, ms: performance.now() - start, expected, ...outcome });
}
console.log(JSON.stringify({ measures, megabytes: process.resourceUsage().maxRSS / 1024 }));
