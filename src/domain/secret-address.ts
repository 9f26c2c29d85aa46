import { holdsEmail } from './email-address.ts';
import { decoded, isMixed, isRandom, isTitle, isUuid } from './random-text.ts';
import type { Show } from './show.ts';

const PASSWORD_NAMES = new Set(['pass', 'passwd', 'password', 'passphrase', 'pwd']);
/** Names, as words, of what lets in whoever has it. */
const KEY_NAMES = new Set(
  ['auth', 'oauth', 'authorization', 'token', 'jwt', 'key', 'secret', ...PASSWORD_NAMES]
    .concat(['user', 'username', 'login', 'credential', 'credentials', 'sig', 'signature', 'session', 'sid', 'hash'])
    .concat(['apikey', 'authkey', 'accesskey', 'authtoken', 'accesstoken', 'listenertoken', 'hmac', 'policy']),
);
/** By which a host signs a single file for everybody who reads the feed; without the feed they are no way in. */
const SIGNATURE_NAMES = new Set(['sig', 'signature', 'policy', 'hash', 'hmac', 'amz', 'goog', 'pair', 'user']);
/** Of words such as these alone are the names of what tells one thing from others, and may look as random as a key. */
const PUBLIC_NAMES = new Set(
  ['id', 'ids', 'guid', 'uuid', 'channel', 'playlist', 'list', 'show', 'podcast', 'program', 'series', 'season']
    .concat(['episode', 'item', 'post', 'article', 'video', 'media', 'track', 'collection', 'p', 'v'])
    .concat(['channelid', 'playlistid', 'showid', 'podcastid', 'episodeid', 'videoid', 'mediaid']),
);
/** A public feed has "apikey=172BB350-0012" in every enclosure; a key that is a secret cannot be guessed. */
const SHORTEST_KEY = 16;
/** What paid podcasts have in the hosts or paths of their feeds, beside a key. */
const PRIVATE_WORDS = /^(?:private|premium|paid|members?|membership|subscribers?|patrons?|supporters?)$/i;
/** Hosts that say of a feed that it is not for everybody make do with shorter keys. */
const SHORTEST_BESIDE_PRIVATE = 10;

/**
 * Whether a feed is for one listener only: its show says so (`private`), or its address holds a login or a key, in its
 * query or in its path. A path is taken for one where it has a part that nobody would choose, of small and large letters
 * and digits, or beside "private" any of letters and digits.
 */
export function isSecretFeed({ feed, private: isPrivate = false }: Pick<Show, 'feed' | 'private'>): boolean {
  const url = URL.parse(feed);
  if (isPrivate || url === null || url.username !== '' || url.password !== '') return true;
  const isSecret = isMarked(url) ? isRandomBesidePrivate : isMixed;
  return pairsOf(url).some(isKeyIn(url)) || url.pathname.split('/').some((part) => isSecret(part));
}

/**
 * Whether an address that a feed gives holds a login, an e-mail address or a listener's key. Of a feed that is itself a
 * secret (`ofSecretFeed`), any key, signature or random part counts, since each is made for its listener.
 *
 * What a feed for everybody links is for everybody, by the act of its host. The danger is a secret feed that is taken for
 * an open one, and what gives it away are keys of its listener in what it links; hence the names of logins and keys count
 * there too. Not so what tells of a file and not of who asks for it: signatures; at the address of a file, a "token" that
 * is a UUID (storage gives each file its own); and words, such as "?podcast_key=the-price-of-tokens". A feed that no rule
 * can tell is marked by its show (`private`).
 */
export function isSecretAddress(address: string, { ofSecretFeed = false } = {}): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return true;
  if (holdsEmail(decoded(url.href))) return true;
  if (ofSecretFeed) return pairsOf(url).some(isKeyIn(url)) || url.pathname.split('/').some((part) => isRandom(part));
  return pairsOf(url).some(isListenersKeyIn(url));
}

/** Whether a part of the path of `url` may be a key: random parts are, where the address reads as a secret. */
export function isKeyPartIn(url: URL, { ofSecretFeed = false } = {}): (part: string) => boolean {
  if (isMarked(url)) return isRandomBesidePrivate;
  return ofSecretFeed || isSecretFeed({ feed: url.href }) ? (part) => isRandom(part) : () => false;
}

interface Pair {
  name: string;
  value: string;
}

/** What is asked for in the query and, as some log in with one, in the fragment; decoded. */
export const pairsOf = (url: URL): Pair[] =>
  [url.search.slice(1), url.hash.slice(1)].flatMap((text) =>
    [...new URLSearchParams(text)].map(([name, value]) => ({ name, value })),
  );

/** Whether a value of the query of `url` may be a key: by its name, or since it is random and no public id. */
export const isKeyIn =
  (url: URL) =>
  ({ name, value }: Pair): boolean =>
    value !== '' && (namesAny(name, KEY_NAMES) || (isRandom(value) && (isMarked(url) || !isPublicName(name))));

const isListenersKeyIn =
  (url: URL) =>
  ({ name, value }: Pair) => {
    if (!namesAny(name, KEY_NAMES) || namesAny(name, SIGNATURE_NAMES) || value.length < SHORTEST_KEY) return false;
    if (namesAny(name, PASSWORD_NAMES)) return true;
    return !isTitle(value) && !(isFile(url) && /^token$/i.test(name) && isUuid(value));
  };

const isFile = ({ pathname }: URL) => /\.[a-z][a-z\d]{1,4}$/i.test(pathname);

const isMarked = ({ hostname, pathname }: URL) =>
  [...hostname.split('.'), ...pathname.split('/')].some((part) => PRIVATE_WORDS.test(part));

const isRandomBesidePrivate = (part: string) => isRandom(part, SHORTEST_BESIDE_PRIVATE);

/** Whether a word of a name is one of `words`: of "X-Amz-Credential" and "accessToken" one is, of "author" none. */
function namesAny(name: string, words: ReadonlySet<string>): boolean {
  const parts = wordsIn(name);
  return parts.some((part) => words.has(part)) || words.has(parts.join(''));
}

/** Of "channel_id" every word is one, of "listener_id" not. */
const isPublicName = (name: string) => wordsIn(name).every((word) => PUBLIC_NAMES.has(word));

const wordsIn = (name: string) =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
