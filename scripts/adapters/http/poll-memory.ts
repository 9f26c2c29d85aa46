import { z } from 'zod';
import type { Cache } from '../../ports.ts';
import { createJsonCache } from '../json-cache.ts';
import { NetworkError } from './network-error.ts';
import { backOffFor, restFor } from './rest-times.ts';

const KIND = 'http-address';

/** What an address taught us; times are milliseconds since 1970. */
const AddressMemory = z.object({
  askedAt: z.number(),
  freshMs: z.number().default(0),
  retryAfterMs: z.number().default(0),
  /** In how many runs on end its host was at fault that nothing came. */
  failedRuns: z.number().default(0),
  isGone: z.boolean().default(false),
  movedTo: z.url({ protocol: /^https?$/ }).optional(),
});
type AddressMemory = z.infer<typeof AddressMemory>;

/** Why an address is not asked now: it is gone for good, what is stored is still fresh, or its host is left alone. */
type Rest = { kind: 'gone' | 'fresh' } | { kind: 'held'; why: string };

/** What one answer tells of when to ask again. */
interface Lesson {
  /** Absent where the host did not say, as most do not with a 304: what it said before then still holds. */
  freshMs?: number | undefined;
  movedTo?: string | undefined;
}
/**
 * What is remembered of addresses from run to run, so that they are asked no more often than their hosts like. Each by itself: who
 * lists or redirects to an address of another's host does not speak for that host's others.
 */
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
  const memories = createJsonCache(cache, KIND, AddressMemory);
  const recall = memories.get;
  const keep = (url: string, memory: Partial<AddressMemory>) => memories.put(url, { askedAt: now(), ...memory });
  /** Each counts once a run, however often it is asked. */
  const failedInThisRun = new Set<string>();

  return {
    async restOf(url) {
      const memory = await recall(url);
      // Nothing rests that was asked in the future: a clock was set back.
      if (!memory || memory.askedAt > now()) return memory?.isGone ? { kind: 'gone' } : undefined;
      return restAt(now(), memory, failedInThisRun.has(url));
    },
    movedTo: async (url) => (await recall(url))?.movedTo,
    async learn(url, { freshMs, movedTo }) {
      await keep(url, { freshMs: freshMs ?? (await recall(url))?.freshMs, movedTo });
    },
    async learnFailure(url, error) {
      if (!(error instanceof NetworkError)) return;
      const { failedRuns = 0, movedTo } = (await recall(url)) ?? {};
      const again = failedInThisRun.has(url) ? failedRuns : failedRuns + 1;
      failedInThisRun.add(url);
      // A place that it moved to and that fails is forgotten: the next run asks where it was.
      const isGone = error.gone && movedTo === undefined;
      await keep(url, { retryAfterMs: error.retryAfterMs, failedRuns: error.isHostDown ? again : 0, isGone });
    },
    async keepFresh(url, ms) {
      const memory = await recall(url);
      if (memory && ms > memory.freshMs) await memories.put(url, { ...memory, freshMs: ms });
    },
    forget: (url) => cache.put(KIND, url, new Uint8Array()),
  };
}

function restAt(now: number, memory: AddressMemory, hasFailedNow: boolean): Rest | undefined {
  const { askedAt, freshMs, retryAfterMs, failedRuns, isGone } = memory;
  if (isGone) return { kind: 'gone' };
  if (now < askedAt + restFor(freshMs)) return { kind: 'fresh' };
  const wished = askedAt + restFor(retryAfterMs);
  if (now < wished) return { kind: 'held', why: `its host wants to be left alone until ${written(wished)}` };
  const until = askedAt + backOffFor(failedRuns);
  return now < until && !hasFailedNow
    ? { kind: 'held', why: `its host failed in ${failedRuns} runs on end, and is asked again after ${written(until)}` }
    : undefined;
}

const written = (ms: number) => `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
