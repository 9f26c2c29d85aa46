import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';

/** How names become addresses; has the form of `dns.lookup`, and is always asked for all of them. */
export type Lookup = LookupFunction;

/** Thrown where an address leads into a private network; `address` is the IP address that was refused. */
export class PrivateAddressError extends Error {
  override name = 'PrivateAddressError';
  readonly address: string;

  constructor(address: string) {
    super(`${address} is not a public address`);
    this.address = address;
  }
}

/**
 * Connector for an undici `Agent` that only opens connections to public addresses.
 * The address is judged when the connection is made, after DNS, so a name that changes its answer gains nothing.
 * Fails with a `PrivateAddressError`, unless `allowPrivateHosts`.
 */
export function createGuardedConnector(options: {
  allowPrivateHosts: boolean;
  timeoutMs: number;
  lookup?: Lookup | undefined;
  isPublic?: ((address: string) => boolean) | undefined;
}): buildConnector.connector {
  const { allowPrivateHosts, timeoutMs: timeout, lookup = systemLookup, isPublic = isPublicAddress } = options;
  if (allowPrivateHosts) return buildConnector({ timeout, allowH2: false, lookup });
  const connect = buildConnector({ timeout, allowH2: false, lookup: publicOnly(lookup, isPublic) });
  return (target, callback) => {
    // IP literals do not go through `lookup`. The hostname of IPv6 comes with its brackets or without.
    const literal = target.hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal) && !isPublic(literal)) callback(new PrivateAddressError(literal), null);
    else connect(target, callback);
  };
}

// IANA has given out global unicast IPv6 from this block alone; outside lie forms such as "::127.0.0.1".
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an IP address, v4 or v6, belongs to the public Internet. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST);
}

/** The public addresses of a name; fails where there are others only. */
const publicOnly =
  (lookup: Lookup, isPublic: (address: string) => boolean): Lookup =>
  (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const addresses = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found;
      const [first, ...others] = addresses.filter(({ address }) => isPublic(address));
      if (!first) return callback(new PrivateAddressError(addresses[0]?.address ?? hostname), []);
      if (options.all) callback(null, [first, ...others]);
      else callback(null, first.address, first.family);
    });
