import { z } from 'zod';
import { ItemError } from '../errors.ts';
import type { Cache, Fetched, Fetcher, FetchOptions } from '../ports.ts';
import type { NetworkAnswer } from './http/http-request.ts';
import { withoutLogin } from './http/without-login.ts';
import type { Network } from './http-fetcher.ts';

const KIND = 'http';
const NEWLINE = 0x0a;
const AGAIN = 'tried again on the next run';

/** What a stored body came with; the strings are the host's, to the byte. */
const Head = z.object({
  url: z.string(),
  contentType: z.string().optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  bytes: z.number(),
});
type Entry = z.infer<typeof Head> & { body: Uint8Array };

/**
 * A `Fetcher` that keeps every body, with its validators, under the address it was asked for.
 * Asks on condition only where the body is at hand, so a 304 always has a body to stand for.
 */
export function createCachingFetcher(network: Network, cache: Cache): Fetcher {
  async function ask(url: string, options: FetchOptions, stored: Entry | undefined): Promise<Fetched> {
    const { accept, maxBytes } = options;
    let answer = await network.get(url, { accept, maxBytes, validators: stored });
    if (answer.notModified && stored) return { ...fetchedFrom(stored), url: answer.url };
    // A 304 to a question that set no condition: caches between here and the host have been seen to do it.
    if (answer.notModified) answer = await network.get(url, { accept, maxBytes });
    if (answer.notModified)
      throw new ItemError(`${withoutLogin(url)}: the host answers 304 (not modified), but no body is stored; ${AGAIN}`);
    await cache.put(KIND, url, pack(answer));
    return { url: answer.url, unchanged: false, body: answer.body, contentType: answer.contentType };
  }

  return {
    async fetch(url, options) {
      const stored = unpack(await cache.get(KIND, url), options.maxBytes);
      if (stored && options.cache !== 'no-cache') return fetchedFrom(stored);
      if (options.cache !== 'only-if-cached') return ask(url, options, stored);
      throw new ItemError(
        `${withoutLogin(url)}: not in the cache, and nobody is asked here; run "npm run daily" to fetch it`,
      );
    },
    // The port of the cache cannot delete; an empty entry reads as a miss.
    forget: (url) => cache.put(KIND, url, new Uint8Array()),
  };
}

const fetchedFrom = ({ url, body, contentType }: Entry): Fetched => ({ url, unchanged: true, body, contentType });

/** One line of JSON, then the body: one file, written at once, so neither is ever without the other. */
function pack({ url, contentType, etag, lastModified, body }: NetworkAnswer): Uint8Array {
  const head: z.infer<typeof Head> = { url, contentType, etag, lastModified, bytes: body.length };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]);
}

function unpack(packed: Uint8Array | undefined, maxBytes: number): Entry | undefined {
  const end = packed?.indexOf(NEWLINE) ?? -1;
  if (!packed || end < 0) return undefined;
  const head = Head.safeParse(jsonOrUndefined(Buffer.from(packed.subarray(0, end)).toString()));
  const body = packed.subarray(end + 1);
  if (!head.success || head.data.bytes !== body.length || body.length > maxBytes) return undefined;
  return { ...head.data, body };
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
