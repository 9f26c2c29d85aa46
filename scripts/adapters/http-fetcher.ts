import { Agent } from 'undici';
import { createGuardedConnector, type Lookup } from './address-guard.ts';
import { createTurns } from './http/host-turns.ts';
import { explain, isDropped, isGone, isHostDown, StatusError } from './http/http-failure.ts';
import { ask, type NetworkAnswer, type NetworkOptions } from './http/http-request.ts';
import { NetworkError } from './http/network-error.ts';
import { nextHop, webAddress } from './http/web-address.ts';

/** GET that remembers nothing. Throws a `NetworkError`, which is `gone` where the host, or the one it moved to for good, answered 410. */
export interface Network {
  get(url: string, options: NetworkOptions): Promise<NetworkAnswer>;
}

export interface HttpFetcherSettings {
  allowPrivateHosts: boolean;
  /** Where an operator of a host can turn to: an address of the web or of mail. */
  contact?: string | undefined;
  version: string;
  /** `idleMs`: without a byte from the host. `totalMs`: for one address with its redirects, waiting for a turn not counted, unless a request has its own. */
  timeouts?: Partial<Timeouts> | undefined;
  /** How names become addresses; the system's way where it is not given. */
  lookup?: Lookup | undefined;
  /** Which addresses may be asked where private hosts may not; those of the public Internet where it is not given. */
  isPublic?: ((address: string) => boolean) | undefined;
}
interface Timeouts {
  connectMs: number;
  idleMs: number;
  totalMs: number;
}

/** The addresses that were asked, and whether all redirects between them are for good. */
interface Trail {
  visited: string[];
  isPermanent: boolean;
}

const DEFAULT_TIMEOUTS: Timeouts = { connectMs: 10_000, idleMs: 20_000, totalMs: 60_000 };

/** The network: http and https, one request at a time to a host, within limits of time, size and redirects. */
export function createHttpFetcher(settings: HttpFetcherSettings): Network {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...settings.timeouts };
  const agent = createAgent(settings, timeouts);
  const takeTurn = createTurns();
  const userAgent = userAgentOf(settings);
  const totalMsOf = ({ totalMs }: NetworkOptions) => totalMs ?? timeouts.totalMs;

  async function follow(requested: string, options: NetworkOptions, trail: Trail): Promise<NetworkAnswer> {
    let remainingMs = totalMsOf(options);
    let movedTo: string | undefined;
    for (let url = webAddress(requested); ;) {
      trail.visited.push(url.href);
      const hop = await takeTurn(url, options.show, async () => {
        const startedAt = performance.now();
        const signal = AbortSignal.timeout(Math.max(1, Math.ceil(remainingMs)));
        const answer = await withOneRetry(() => ask(url, options, { agent, userAgent, signal }));
        remainingMs -= performance.now() - startedAt;
        return answer;
      });
      if (!('location' in hop)) return { ...hop, movedTo };
      const next = nextHop(hop.location, url, trail.visited);
      // A host that gives up its secure connection may have been taken over; it is followed, and not remembered.
      trail.isPermanent &&= hop.isPermanent && !(url.protocol === 'https:' && next.protocol === 'http:');
      if (trail.isPermanent) movedTo = next.href;
      url = next;
    }
  }

  return {
    async get(requested, options) {
      const trail: Trail = { visited: [], isPermanent: true };
      try {
        return await follow(requested, options, trail);
      } catch (error) {
        const { visited, isPermanent } = trail;
        const via = visited.length > 1 ? ` (redirected to ${visited.at(-1)})` : '';
        const what = explain(error, { ...timeouts, maxBytes: options.maxBytes, totalMs: totalMsOf(options) });
        throw new NetworkError(`${requested}${via}: ${what}`, {
          // Where a redirect for now leads says nothing of what will be here tomorrow.
          gone: isGone(error) && isPermanent,
          isHostDown: isHostDown(error),
          retryAfterMs: error instanceof StatusError ? error.retryAfterMs : undefined,
          cause: error,
        });
      }
    },
  };
}

function createAgent(settings: HttpFetcherSettings, { connectMs, idleMs }: Timeouts): Agent {
  const { allowPrivateHosts, lookup, isPublic } = settings;
  const connect = createGuardedConnector({ allowPrivateHosts, lookup, isPublic, timeoutMs: connectMs });
  return new Agent({ connect, headersTimeout: idleMs, bodyTimeout: idleMs });
}

function userAgentOf({ version, contact }: HttpFetcherSettings): string {
  const printable = contact?.replace(/[^\x20-\x7e]/g, '').trim();
  return printable ? `Winnow/${version} (+${printable})` : `Winnow/${version}`;
}

/** Hosts close kept connections at will, so one that drops says nothing yet. */
async function withOneRetry<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (isDropped(error)) return attempt();
    throw error;
  }
}
