import type { RunLock } from './ports.ts';

/** What a run writes to: kept from other runs, and left in good order. */
export interface Workplace {
  lock(): Promise<RunLock>;
  /** Resolves when what is being published stands whole; nothing else is written after. */
  settle(): Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does `work` while no other run can be at it. On Ctrl-C and its like, what is being published is finished, and the process ends by
 * that signal; a second one ends it at once.
 */
export async function runAlone<T>(place: Workplace, work: (lock: RunLock) => Promise<T>): Promise<T> {
  const lock = await place.lock();
  const stop = async (signal: NodeJS.Signals) => {
    ignore();
    console.error(`stopped by ${signal}: what was published stays, and the next run goes on from there`);
    await place.settle();
    await lock.release();
    // Whoever sent it sees that it worked; and nothing that other threads are about can keep the process.
    process.kill(process.pid, signal);
  };
  const ignore = () => SIGNALS.forEach((signal) => process.off(signal, stop));
  SIGNALS.forEach((signal) => process.on(signal, stop));
  try {
    return await work(lock);
  } finally {
    ignore();
    await lock.release();
  }
}
