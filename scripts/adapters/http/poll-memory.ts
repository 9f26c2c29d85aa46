import { z } from 'zod';
import type { Cache } from '../../ports.ts';
import { backOffFor, restFor } from './rest-times.ts';
import { NetworkError } from './network-error.ts';

const ADDRESS = 'http-address';
const HOST = 'http-host';

/** What an address taught us; times are milliseconds since 1970. */
const AddressMemory = z.object({
  askedAt: z.number(),
  freshMs: z.number().default(0),
  retryAfterMs: z.number().default(0),
  isGone: z.boolean().default(false),
  movedTo: z.url({ protocol: /^https?$/ }).optional(),
});
type AddressMemory = z.infer<typeof AddressMemory>;
const HostMemory = z.object({ askedAt: z.number(), failedRuns: z.number() });

/** Why an address is not asked now: it is gone for good, what is stored is still fresh, or its host is left alone. */
type Rest = { kind: 'gone' | 'fresh' } | { kind: 'held'; why: string };

/** What one answer tells of when to ask again. */
interface Lesson {
  /** Absent where the host did not say, as most do not with a 304: what it said before then still holds. */
  freshMs?: number | undefined;
  movedTo?: string | undefined;
}
/** What is remembered of addresses and hosts from run to run, so that they are asked no more often than they like. */
export interface PollMemory {
  restOf(url: string): Promise<Rest | undefined>;
  movedTo(url: string): Promise<string | undefined>;
  learn(url: string, lesson: Lesson): Promise<void>;
  learnFailure(url: string, error: unknown): Promise<void>;
  keepFresh(url: string, ms: number): Promise<void>;
  forget(url: string): Promise<void>;
}

/** Keeps it in the cache. `clock` gives the moment that the run takes for now. */
export function createPollMemory(cache: Cache, clock: () => Date): PollMemory {
  const now = () => clock().getTime();
  const recall = async (url: string) => parse(AddressMemory, await cache.get(ADDRESS, url));
  const keep = (url: string, memory: Partial<AddressMemory>) =>
    cache.put(ADDRESS, url, toBytes({ askedAt: now(), ...memory }));
  const hosts = createHostMemory(cache, now);

  return {
    async restOf(url) {
      const memory = await recall(url);
      if (memory?.isGone) return { kind: 'gone' };
      if (memory && isResting(memory.askedAt, restFor(memory.freshMs), now())) return { kind: 'fresh' };
      if (memory && isResting(memory.askedAt, restFor(memory.retryAfterMs), now()))
        return {
          kind: 'held',
          why: `its host wants to be left alone until ${written(memory.askedAt + restFor(memory.retryAfterMs))}`,
        };
      const why = await hosts.heldBecause(hostOf(url));
      return why === undefined ? undefined : { kind: 'held', why };
    },
    movedTo: async (url) => (await recall(url))?.movedTo,
    async learn(url, { freshMs, movedTo }) {
      await hosts.learn(hostOf(url), true);
      await keep(url, { freshMs: freshMs ?? (await recall(url))?.freshMs, movedTo });
    },
    async learnFailure(url, error) {
      if (!(error instanceof NetworkError)) return;
      // Whoever redirects to another's host does not speak for it.
      if (error.isHostDown && !error.isRedirected) await hosts.learn(hostOf(error.at), false);
      // A place that it moved to and that fails is forgotten: the next run asks where it was.
      const isGone = error.gone && (await recall(url))?.movedTo === undefined;
      await keep(url, { retryAfterMs: error.retryAfterMs, isGone });
    },
    async keepFresh(url, ms) {
      const memory = await recall(url);
      if (memory && ms > memory.freshMs) await cache.put(ADDRESS, url, toBytes({ ...memory, freshMs: ms }));
    },
    forget: (url) => cache.put(ADDRESS, url, new Uint8Array()),
  };
}

/** Hosts by the number of runs, on end, in which they failed and answered nothing. */
function createHostMemory(cache: Cache, now: () => number) {
  const inThisRun = new Map<string, 'answered' | 'failed'>();
  const recall = async (host: string) => parse(HostMemory, await cache.get(HOST, host));
  return {
    async heldBecause(host: string): Promise<string | undefined> {
      const memory = inThisRun.has(host) ? undefined : await recall(host);
      if (!memory || !isResting(memory.askedAt, backOffFor(memory.failedRuns), now())) return undefined;
      return `its host failed in ${memory.failedRuns} runs on end, and is asked again after ${written(memory.askedAt + backOffFor(memory.failedRuns))}`;
    },
    async learn(host: string, hasAnswered: boolean): Promise<void> {
      const before = inThisRun.get(host);
      if (before === 'answered' || (before === 'failed' && !hasAnswered)) return;
      inThisRun.set(host, hasAnswered ? 'answered' : 'failed');
      const memory = await recall(host);
      if (hasAnswered && !memory?.failedRuns) return;
      const failedRuns = hasAnswered ? 0 : (memory?.failedRuns ?? 0) + 1;
      await cache.put(HOST, host, toBytes({ askedAt: now(), failedRuns }));
    },
  };
}

/** Nothing rests that was asked in the future: a clock was set back. */
const isResting = (askedAt: number, ms: number, now: number) => askedAt <= now && now < askedAt + ms;
const written = (ms: number) => `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
/** With scheme and port: that nothing answers at http://host/ says nothing of https://host/. */
const hostOf = (url: string) => URL.parse(url)?.origin ?? '';
const toBytes = (memory: object) => Buffer.from(JSON.stringify(memory));

function parse<T extends z.ZodType>(schema: T, bytes: Uint8Array | undefined): z.infer<T> | undefined {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes ?? []).toString()));
  } catch {
    return undefined;
  }
}
