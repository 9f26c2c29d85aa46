import pLimit, { type LimitFunction } from 'p-limit';
import type { ShowId } from '#domain/ids.ts';
import { isTimeout, UnfitAnswer } from './http-failure.ts';

const MAX_HOSTS_AT_ONCE = 6;
/** A show whose requests timed out so often at an origin does not ask it again in this run: a tarpit must not hold up the others. */
const MOST_TIMEOUTS = 3;
/** Where so many shows waited in vain nobody asks again. A single one may have named addresses there that never answer. */
const MOST_SHOWS = 3;

type Turns = <T>(url: URL, show: ShowId | undefined, task: () => Promise<T>) => Promise<T>;

/** Runs a task of a show when its host is free and few other hosts are being asked. */
export function createTurns(): Turns {
  const anyHost = pLimit(MAX_HOSTS_AT_ONCE);
  const byHost = new Map<string, LimitFunction>();
  // By scheme and port too: that nothing answers at http://host/ says nothing of https://host/.
  const timeouts = new Map<string, Map<ShowId | undefined, number>>();

  async function watch<T>(origin: string, show: ShowId | undefined, task: () => Promise<T>): Promise<T> {
    const here = timeouts.get(origin) ?? new Map<ShowId | undefined, number>();
    timeouts.set(origin, here);
    const own = here.get(show) ?? 0;
    if (own >= MOST_TIMEOUTS || here.size >= MOST_SHOWS) {
      const times = [...here.values()].reduce((sum, count) => sum + count, 0);
      throw new UnfitAnswer(`the host timed out ${times} times in this run, and is not asked again before the next`);
    }
    try {
      return await task();
    } catch (error) {
      if (isTimeout(error)) here.set(show, own + 1);
      throw error;
    }
  }

  return ({ host, origin }, show, task) => {
    const sameHost = byHost.get(host) ?? pLimit(1);
    byHost.set(host, sameHost);
    return sameHost(() => anyHost(() => watch(origin, show, task)));
  };
}
