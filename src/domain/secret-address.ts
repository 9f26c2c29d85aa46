import { holdsEmail } from './email-address.ts';

/** Names, as words, of what lets in whoever has it. */
const KEY_NAMES = new Set(
  ['auth', 'oauth', 'authorization', 'token', 'jwt', 'key', 'secret', 'pass', 'passwd', 'password', 'passphrase', 'pwd']
    .concat(['user', 'username', 'login', 'credential', 'credentials', 'sig', 'signature', 'session', 'sid', 'hash'])
    .concat(['apikey', 'authkey', 'accesskey', 'authtoken', 'accesstoken', 'listenertoken', 'hmac', 'policy']),
);
/** Those by which a host signs the address of a single file for everybody who reads the feed; without the feed they are no way in. */
const SIGNATURE_NAMES = new Set(['sig', 'signature', 'policy', 'hash', 'hmac', 'amz', 'goog', 'pair', 'user']);
/** A public feed has "apikey=172BB350-0012" in every enclosure; a key that is a secret cannot be guessed. */
const SHORTEST_KEY = 16;
/** What paid podcasts have in the hosts or paths of their feeds, beside a key. */
const PRIVATE_WORDS = /^(?:private|premium|paid|members?|membership|subscribers?|patrons?|supporters?)$/i;
const ADDRESS = /\b[a-z][a-z\d+.-]{0,20}:\/\/[^\s<>"'`]+/gi;
/** What follows an address in a sentence; begun once in a run of such signs, or it takes the square of its length. */
const AFTER = /(?<![.,:;!?)\]}])[.,:;!?)\]}]+$/;

/**
 * Whether the address of a feed is for one listener only: it holds a login or a key, in its query or in its path. A path is taken
 * for one where it has a part that nobody would choose, of small and large letters and digits, or beside "private" any of letters and digits.
 */
export function isSecretFeed(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return true;
  const isSecret = isMarked(url) ? isRandomBesidePrivate : isMixed;
  return pairsOf(url).some(isKey) || url.pathname.split('/').some(isSecret);
}

const isMarked = ({ hostname, pathname }: URL) =>
  [...hostname.split('.'), ...pathname.split('/')].some((part) => PRIVATE_WORDS.test(part));

/**
 * Whether an address that a feed gives holds a login, an e-mail address, or a key that is no signature of a single file. Of a feed that is itself a
 * secret (`ofSecretFeed`), any key, signature or random part counts, since each is made for its listener.
 */
export function isSecretAddress(address: string, { ofSecretFeed = false } = {}): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return true;
  if (holdsEmail(decoded(url.href))) return true;
  if (ofSecretFeed) return pairsOf(url).some(isKey) || url.pathname.split('/').some((part) => isRandom(part));
  return pairsOf(url).some(
    ({ name, value }) => namesAny(name, KEY_NAMES) && !namesAny(name, SIGNATURE_NAMES) && value.length >= SHORTEST_KEY,
  );
}

/**
 * A text as it may be printed: of every address in it, logins are gone, and keys, signatures and random parts are "…". So are those
 * of the addresses `of`, wherever they stand: hosts repeat what they were asked.
 */
export function withoutSecrets(text: string, of: readonly string[] = []): string {
  const masked = text.replace(ADDRESS, (found) => {
    const after = AFTER.exec(found)?.[0] ?? '';
    return maskAll(found.slice(0, found.length - after.length)) + after;
  });
  return of.flatMap(secretsIn).reduce((rest, secret) => rest.replaceAll(secret, '…'), masked);
}

/** Shorter ones may be words. */
const SHORTEST_LITERAL = 6;

/** The secrets of an address themselves, as written and decoded; the longest first. */
function secretsIn(address: string): string[] {
  const url = URL.parse(address);
  if (!url) return [];
  const keys = pairsOf(url).filter(isKey);
  const secrets = [
    url.username,
    url.password,
    ...keys.map(({ value }) => value),
    ...url.pathname.split('/').filter(mayBeKeyIn(url)),
  ];
  const written = [...new Set(secrets.flatMap((secret) => [secret, decoded(secret), encodeURIComponent(secret)]))];
  return written.filter(({ length }) => length >= SHORTEST_LITERAL).toSorted((a, b) => b.length - a.length);
}

/** A text as it may be published: addresses in it that hold a secret are masked, and all others stay as they are. */
export const withoutSecretAddresses = (text: string): string =>
  text.replace(ADDRESS, (found) => {
    const address = found.replace(AFTER, '');
    return isSecretAddress(address) ? maskAll(address) + found.slice(address.length) : found;
  });

function maskAll(address: string): string {
  const url = URL.parse(address);
  // A "/" in a password that is not written as "%2F" makes it no address at all.
  if (!url) return address.replace(/^([a-z\d+.-]+:\/\/).*@/is, '$1');
  const [, beforeQuery = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(address) ?? [];
  const isSecret = mayBeKeyIn(url);
  const path = beforeQuery.replace(/^[a-z\d+.-]+:\/\/[^/]*/i, '');
  return [
    `${url.protocol}//${url.host}`,
    path
      .split('/')
      .map((part) => (isSecret(part) ? '…' : part))
      .join('/'),
    query === undefined ? '' : `?${maskPairs(query)}`,
    fragment === undefined ? '' : `#${maskPairs(fragment)}`,
  ].join('');
}

const maskPairs = (query: string) =>
  query
    .split('&')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      if (value.length === 0) return isRandom(name) ? '…' : pair;
      return isKey({ name: decoded(name), value: decoded(value.join('=')) }) ? `${name}=…` : pair;
    })
    .join('&');

interface Pair {
  name: string;
  value: string;
}
/** Of the query and, as some log in with one, of the fragment. */
const pairsOf = (url: URL): Pair[] =>
  [url.search.slice(1), url.hash.slice(1)].flatMap((text) =>
    [...new URLSearchParams(text)].map(([name, value]) => ({ name, value })),
  );

const isKey = ({ name, value }: Pair) => value !== '' && (namesAny(name, KEY_NAMES) || isRandom(value));

/** Whether a word of a name is one of `words`: of "X-Amz-Credential" and "accessToken" one is, of "author" none. */
function namesAny(name: string, words: ReadonlySet<string>): boolean {
  const parts = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  return parts.some((part) => words.has(part)) || words.has(parts.join(''));
}

/** Whether a part of the path of `url` may be a key. */
const mayBeKeyIn = (url: URL) => (isMarked(url) ? isRandomBesidePrivate : (part: string) => isRandom(part));

/** Hosts that say of a feed that it is not for everybody make do with shorter keys. */
const isRandomBesidePrivate = (part: string) => isRandom(part, 10);

/** Twenty letters and digits in a row, both among them: a hash, a UUID, a key. Words with a hyphen between them, such as those of a title, are none. */
function isRandom(text: string, shortest = 20): boolean {
  const plain = decoded(text);
  if (/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/i.test(plain) || isMixed(plain)) return true;
  const runs = (plain.match(/[\w-]+/g) ?? []).filter(({ length }) => length >= shortest);
  return runs.some((run) => /\d/.test(run) && /[a-z]/i.test(run) && !isTitle(run));
}

/** "episode-12-the-price-of-tokens-2026": parts that are words or numbers. */
const isTitle = (run: string) =>
  run.split(/[-_]/).every((part) => /^(?:\p{L}*|\d{1,8}|\p{L}\d{1,3}|\d{1,4}\p{L}{1,3})$/u.test(part));

/** Small and large letters and digits, sixteen or more without a break. */
const isMixed = (text: string) =>
  (decoded(text).match(/[a-z\d]{16,}/gi) ?? []).some((run) => [/\d/, /[a-z]/, /[A-Z]/].every((kind) => kind.test(run)));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // "100%"
  }
}
