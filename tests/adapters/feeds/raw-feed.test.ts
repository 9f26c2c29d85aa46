import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseWithFeedsmith } from '../../../scripts/adapters/feeds/parse-with-feedsmith.ts';
import { parseWithRssParser } from '../../../scripts/adapters/feeds/parse-with-rss-parser.ts';

const feedWith = (ttl: string) => `<rss version="2.0"><channel><title>Gears</title>${ttl}<item/></channel></rss>`;

const TTLS: [ttl: string, minutes: number | undefined][] = [
  ['<ttl>60</ttl>', 60],
  ['<ttl> 90 </ttl>', 90],
  ['<ttl>0.5</ttl>', 0.5],
  ['<ttl unit="minutes">15</ttl>', 15],
  ['', undefined],
  ['<ttl/>', undefined],
  ['<ttl>0</ttl>', undefined],
  ['<ttl>-60</ttl>', undefined],
  ['<ttl>Infinity</ttl>', undefined],
  ['<ttl>1e999</ttl>', undefined],
  ['<ttl>an hour</ttl>', undefined],
];
for (const [ttl, minutes] of TTLS) {
  test(`Both parsers take ${ttl || 'no ttl'} for ${minutes} minutes`, async () => {
    assert.equal(parseWithFeedsmith(feedWith(ttl)).ttlMinutes, minutes);
    assert.equal((await parseWithRssParser(feedWith(ttl))).ttlMinutes, minutes);
  });
}
