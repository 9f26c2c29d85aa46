import { createHash } from 'node:crypto';

/** Of this program's names; never to be changed, since readers know items by what is made from it. */
const NAMESPACE = 'b7c1d4e2-5f0a-4c86-9e3d-2a6f81c0547b';

/** The URN that a name has for ever: a UUID of version 5 (RFC 9562), which does not hold the site's address and so outlives it. */
export function urnOf(...names: readonly string[]): string {
  const hash = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(names.join('\n'));
  const bytes = hash.digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
