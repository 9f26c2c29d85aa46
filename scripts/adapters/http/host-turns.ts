import pLimit, { type LimitFunction } from 'p-limit';
import { isTimeout, UnfitAnswer } from './http-failure.ts';

const MAX_HOSTS_AT_ONCE = 6;
/** A host that let so many requests time out is not asked again in this run: a tarpit must not hold up the others. */
const MOST_TIMEOUTS = 3;

/** Runs a task when its host is free and few other hosts are being asked. */
export function createTurns(): <T>(url: URL, task: () => Promise<T>) => Promise<T> {
  const anyHost = pLimit(MAX_HOSTS_AT_ONCE);
  const byHost = new Map<string, LimitFunction>();
  const timeouts = new Map<string, number>();

  // By scheme and port too: that nothing answers at http://host/ says nothing of https://host/.
  async function watch<T>(origin: string, task: () => Promise<T>): Promise<T> {
    const before = timeouts.get(origin) ?? 0;
    if (before >= MOST_TIMEOUTS)
      throw new UnfitAnswer(`the host timed out ${before} times in this run, and is not asked again before the next`);
    try {
      return await task();
    } catch (error) {
      if (isTimeout(error)) timeouts.set(origin, before + 1);
      throw error;
    }
  }

  return ({ host, origin }, task) => {
    const sameHost = byHost.get(host) ?? pLimit(1);
    byHost.set(host, sameHost);
    return sameHost(() => anyHost(() => watch(origin, task)));
  };
}
