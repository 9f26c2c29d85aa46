import { z } from 'zod';
import { ItemError, PostponedError } from '../errors.ts';
import type { Cache, Fetched, Fetcher, FetchOptions } from '../ports.ts';
import type { NetworkAnswer } from './http/http-request.ts';
import { createPollMemory } from './http/poll-memory.ts';
import type { Network } from './http-fetcher.ts';
import { parseJson } from './parse-json.ts';

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
 * A `Fetcher` that keeps bodies, with their validators, under the address it was asked for, and what hosts said of when
 * to ask again. Asks on condition only where the body is at hand, so a 304 always has a body to stand for.
 */
export function createCachingFetcher(network: Network, cache: Cache, clock = () => new Date()): Fetcher {
  const polls = createPollMemory(cache, clock);

  async function ask(url: string, options: FetchOptions, stored: Entry | undefined): Promise<Fetched> {
    const { accept, maxBytes, show, totalMs } = options;
    const movedTo = await polls.movedTo(url);
    const address = movedTo ?? url;
    let answer = await network.get(address, { accept, maxBytes, show, totalMs, validators: stored });
    // A 304 to a question that set no condition: caches between here and the host have been seen to do it.
    if (answer.notModified && !stored) answer = await network.get(address, { accept, maxBytes, show, totalMs });
    if (answer.notModified && !stored)
      throw new ItemError(`${url}: the host answers 304 (not modified), but no body is stored; ${AGAIN}`);
    if (!answer.notModified && options.cache !== 'no-store') await cache.put(KIND, url, pack(answer));
    const lesson = { freshMs: answer.freshMs, movedTo: answer.movedTo ?? movedTo };
    await polls.learn(url, lesson);
    const { body, contentType } = answer.notModified && stored ? stored : answer;
    return { url: answer.url, asked: true, unchanged: answer.notModified, body, contentType, movedTo: lesson.movedTo };
  }

  async function askUnlessResting(url: string, options: FetchOptions, stored: Entry | undefined): Promise<Fetched> {
    const rest = options.cache === 'no-cache' ? undefined : await polls.restOf(url);
    if (rest?.kind === 'gone')
      throw new ItemError(
        `${url}: its host said that it is gone for good, so it is not asked for any more; take it out of shows.yaml, or give its new address (if that was a mistake of the host: delete the cache folder, and all is asked again)`,
        { gone: true },
      );
    const held = rest?.kind === 'held' ? rest.why : undefined;
    if (stored && (held !== undefined || (rest && options.cache === 'default')))
      return { ...fetchedFrom(stored), held, movedTo: await polls.movedTo(url) };
    if (held !== undefined) throw new PostponedError(`${url}: not asked for in this run: ${held}`);
    try {
      return await ask(url, options, stored);
    } catch (error) {
      await polls.learnFailure(url, error);
      throw error;
    }
  }

  return {
    async fetch(url, options) {
      const stored = options.cache === 'no-store' ? undefined : unpack(await cache.get(KIND, url), options.maxBytes);
      if (stored && (options.cache === 'force-cache' || options.cache === 'only-if-cached')) return fetchedFrom(stored);
      if (options.cache !== 'only-if-cached') return askUnlessResting(url, options, stored);
      throw new ItemError(`${url}: not in the cache, and nobody is asked here; run "npm run daily" to fetch it`);
    },
    keepFresh: (url, ms) => polls.keepFresh(url, ms),
    async forget(url) {
      await polls.forget(url);
      // The port of the cache cannot delete; an empty entry reads as a miss.
      await cache.put(KIND, url, new Uint8Array());
    },
  };
}

const fetchedFrom = ({ url, body, contentType }: Entry): Fetched => ({
  url,
  asked: false,
  unchanged: true,
  body,
  contentType,
});

/** One line of JSON, then the body: one file, written at once, so neither is ever without the other. */
function pack({ url, contentType, etag, lastModified, body }: NetworkAnswer): Uint8Array {
  const head: z.infer<typeof Head> = { url, contentType, etag, lastModified, bytes: body.length };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]);
}

function unpack(packed: Uint8Array | undefined, maxBytes: number): Entry | undefined {
  const end = packed?.indexOf(NEWLINE) ?? -1;
  if (!packed || end < 0) return undefined;
  const head = Head.safeParse(parseJson(Buffer.from(packed.subarray(0, end)).toString()));
  const body = packed.subarray(end + 1);
  if (!head.success || head.data.bytes !== body.length || body.length > maxBytes) return undefined;
  return { ...head.data, body };
}
