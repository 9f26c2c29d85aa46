import pLimit, { type LimitFunction } from 'p-limit';

const MAX_HOSTS_AT_ONCE = 6;

/** Runs a task when its host is free and few other hosts are being asked. */
export function createTurns(): <T>(host: string, task: () => Promise<T>) => Promise<T> {
  const anyHost = pLimit(MAX_HOSTS_AT_ONCE);
  const byHost = new Map<string, LimitFunction>();
  return (host, task) => {
    const sameHost = byHost.get(host) ?? pLimit(1);
    byHost.set(host, sameHost);
    return sameHost(() => anyHost(task));
  };
}
