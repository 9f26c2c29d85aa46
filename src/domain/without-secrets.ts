import { decoded, isRandom } from './random-text.ts';
import { isKeyIn, isKeyPartIn, isSecretAddress } from './secret-address.ts';

/** A quotation mark ends an address, but for one in its login. */
const ADDRESS = /\b[a-z][a-z\d+.-]{0,20}:\/\/(?:[^\s<>"`/@]*@)?[^\s<>"'`]+/gi;
/** What follows an address in a sentence; begun once in a run of such signs, or it takes the square of its length. */
const AFTER = /(?<![.,:;!?)\]}])[.,:;!?)\]}]+$/;

/** A text as it may be printed: of every address in it, logins are gone, and what may be a key or a signature is "…". */
export const withoutSecrets = (text: string): string =>
  text.replace(ADDRESS, (found) => {
    const address = found.replace(AFTER, '');
    return maskAddress(address) + found.slice(address.length);
  });

/** A text as it may be published: addresses in it that hold a secret are masked, and all others stay as they are. */
export const withoutSecretAddresses = (text: string): string =>
  text.replace(ADDRESS, (found) => {
    const address = found.replace(AFTER, '');
    return isSecretAddress(address) ? maskAddress(address) + found.slice(address.length) : found;
  });

/** An address without its login, and with "…" for what may be a key; of a secret feed, for all that is random. */
export function maskAddress(address: string, { ofSecretFeed = false } = {}): string {
  const url = URL.parse(address);
  // A "/" in a password that is not written as "%2F" makes it no address at all.
  if (!url) return address.replace(/^([a-z\d+.-]+:\/\/).*@/is, '$1');
  const [, beforeQuery = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(address) ?? [];
  const isSecret = isKeyPartIn(url, { ofSecretFeed });
  const path = beforeQuery.replace(/^[a-z\d+.-]+:\/\/[^/]*/i, '');
  return [
    `${url.protocol}//${url.host}`,
    path
      .split('/')
      .map((part) => (isSecret(part) ? '…' : part))
      .join('/'),
    query === undefined ? '' : `?${maskPairs(query, url)}`,
    fragment === undefined ? '' : `#${maskPairs(fragment, url)}`,
  ].join('');
}

const maskPairs = (query: string, url: URL) =>
  query
    .split('&')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      if (value.length === 0) return isRandom(name) ? '…' : pair;
      return isKeyIn(url)({ name: decoded(name), value: decoded(value.join('=')) }) ? `${name}=…` : pair;
    })
    .join('&');
