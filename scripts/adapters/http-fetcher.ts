import { pipeline } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import pLimit, { type LimitFunction } from 'p-limit';
import { Agent, errors, request, type Dispatcher } from 'undici';
import { ItemError, messageOf } from '../errors.ts';
import type { FetchOptions } from '../ports.ts';
import { createGuardedConnector, PrivateAddressError } from './address-guard.ts';

/** What a host said of a body it sent, exactly as sent; `url` is the address that said it. */
interface Validators {
  url: string;
  etag?: string | undefined;
  lastModified?: string | undefined;
}
type NetworkOptions = Pick<FetchOptions, 'accept' | 'maxBytes'> & { validators?: Validators | undefined };
export interface NetworkAnswer {
  /** The address that answered, after redirects. */
  url: string;
  /** 304: there is no body. */
  notModified: boolean;
  body: Uint8Array;
  contentType?: string | undefined;
  etag?: string | undefined;
  lastModified?: string | undefined;
}
/** GET that remembers nothing. Throws an `ItemError`; where the host answered, `cause.status` is the status code. */
export interface Network {
  get(url: string, options: NetworkOptions): Promise<NetworkAnswer>;
}

export interface HttpFetcherSettings {
  allowPrivateHosts: boolean;
  /** Where an operator of a host can turn to: an address of the web or of mail. */
  contact?: string | undefined;
  version: string;
  /** `idleMs`: without a byte from the host. `totalMs`: for one address with its redirects, waiting for a turn not counted. */
  timeouts?: Partial<Timeouts> | undefined;
}
interface Timeouts {
  connectMs: number;
  idleMs: number;
  totalMs: number;
}

const DEFAULT_TIMEOUTS: Timeouts = { connectMs: 10_000, idleMs: 20_000, totalMs: 60_000 };
const MAX_REDIRECTS = 5;
const MAX_HOSTS_AT_ONCE = 6;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** The network: http and https, one request at a time to a host, within limits of time, size and redirects. */
export function createHttpFetcher(settings: HttpFetcherSettings): Network {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...settings.timeouts };
  const agent = createAgent(settings.allowPrivateHosts, timeouts);
  const takeTurn = createTurns();
  const userAgent = userAgentOf(settings);

  async function follow(requested: string, options: NetworkOptions, visited: string[]): Promise<NetworkAnswer> {
    let remainingMs = timeouts.totalMs;
    for (let url = webAddress(requested); ;) {
      visited.push(url.href);
      const hop = await takeTurn(url.host, async () => {
        const startedAt = performance.now();
        const signal = AbortSignal.timeout(Math.max(1, Math.ceil(remainingMs)));
        const answer = await withOneRetry(() => ask(url, options, { agent, userAgent, signal }));
        remainingMs -= performance.now() - startedAt;
        return answer;
      });
      if (!('location' in hop)) return hop;
      url = nextHop(hop.location, url, visited);
    }
  }

  return {
    async get(requested, options) {
      const visited: string[] = [];
      try {
        return await follow(requested, options, visited);
      } catch (error) {
        const via = visited.length > 1 ? ` (redirected to ${withoutLogin(visited.at(-1) ?? '')})` : '';
        const cause = error instanceof StatusError ? { status: error.status } : error;
        throw new ItemError(`${withoutLogin(requested)}${via}: ${explain(error, timeouts, options)}`, { cause });
      }
    },
  };
}

function createAgent(allowPrivateHosts: boolean, { connectMs, idleMs }: Timeouts): Agent {
  const connect = createGuardedConnector({ allowPrivateHosts, timeoutMs: connectMs });
  return new Agent({ connect, headersTimeout: idleMs, bodyTimeout: idleMs });
}

/** Runs a task when its host is free and few other hosts are being asked. */
function createTurns(): <T>(host: string, task: () => Promise<T>) => Promise<T> {
  const anyHost = pLimit(MAX_HOSTS_AT_ONCE);
  const byHost = new Map<string, LimitFunction>();
  return (host, task) => {
    const sameHost = byHost.get(host) ?? pLimit(1);
    byHost.set(host, sameHost);
    return sameHost(() => anyHost(task));
  };
}

function userAgentOf({ version, contact }: HttpFetcherSettings): string {
  const printable = contact?.replace(/[^\x20-\x7e]/g, '').trim();
  return printable ? `Winnow/${version} (+${printable})` : `Winnow/${version}`;
}

function webAddress(address: string, base?: URL): URL {
  const url = URL.parse(address, base);
  if (!url) throw new UnfitAnswer('this is not a web address; check it in shows.yaml');
  url.hash = '';
  if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  throw new UnfitAnswer(`only http and https are read, not "${url.protocol}"; check the address in shows.yaml`);
}

function nextHop(location: string, from: URL, visited: readonly string[]): URL {
  const url = webAddress(location, from);
  const advice = 'open it in a browser and put the address where it ends in shows.yaml';
  if (visited.includes(url.href)) throw new UnfitAnswer(`the redirects lead in a circle; ${advice}`);
  if (visited.length > MAX_REDIRECTS) throw new UnfitAnswer(`more than ${MAX_REDIRECTS} redirects; ${advice}`);
  return url;
}

const DROPPED = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);

/** Hosts close kept connections at will, so one that drops says nothing yet. */
async function withOneRetry<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (DROPPED.has(codeOf(error))) return attempt();
    throw error;
  }
}

interface Means {
  agent: Agent;
  userAgent: string;
  signal: AbortSignal;
}

async function ask(url: URL, options: NetworkOptions, means: Means): Promise<NetworkAnswer | { location: string }> {
  const {
    statusCode: status,
    headers,
    body,
  } = await request(new URL(url.pathname + url.search, url.origin), {
    dispatcher: means.agent,
    headers: headersFor(url, options, means.userAgent),
    signal: means.signal,
  });
  const location = single(headers.location);
  if (status === 304) await body.dump();
  else if (status !== 200) body.on('error', () => {}).destroy();
  if (REDIRECTS.has(status) && location) return { location };
  if (status !== 200 && status !== 304) throw new StatusError(status);
  return {
    url: withoutLogin(url.href),
    notModified: status === 304,
    body: status === 304 ? new Uint8Array() : await readBody(body, headers, options.maxBytes),
    contentType: single(headers['content-type']),
    etag: single(headers.etag),
    lastModified: single(headers['last-modified']),
  };
}

function headersFor(url: URL, { accept, validators }: NetworkOptions, userAgent: string): Record<string, string> {
  const headers: Record<string, string> = { accept, 'accept-encoding': 'gzip, br, zstd', 'user-agent': userAgent };
  if (url.username) {
    const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers['authorization'] = `Basic ${Buffer.from(login).toString('base64')}`;
  }
  // A redirect that leads elsewhere than last time leads to another body: the validators mean nothing there.
  if (validators?.url !== withoutLogin(url.href)) return headers;
  if (validators.etag) headers['if-none-match'] = validators.etag;
  if (validators.lastModified) headers['if-modified-since'] = validators.lastModified;
  return headers;
}

type Headers = Dispatcher.ResponseData['headers'];
const single = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

async function readBody(
  body: Dispatcher.ResponseData['body'],
  headers: Headers,
  maxBytes: number,
): Promise<Uint8Array> {
  const stream = decompressed(body, single(headers['content-encoding']));
  const chunks: Uint8Array[] = [];
  let size = Number(single(headers['content-length'])) > maxBytes ? Infinity : 0;
  // Leaving the loop destroys the stream, and with it the connection: of a bomb no more than the limit is inflated.
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw new TooLargeError();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const DECODERS: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  // The window that RFC 9659 allows on the Web: 8 MiB.
  zstd: () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 23 } }),
  deflate: createInflate,
};

function decompressed(body: NodeJS.ReadableStream, contentEncoding = ''): NodeJS.ReadableStream {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && name !== 'identity');
  return encodings.reduceRight((source, name) => {
    const decoder = DECODERS[name];
    if (!decoder || encodings.length > 2)
      throw new UnfitAnswer(`compressed as "${contentEncoding}", which is not read; tell the host`);
    return pipeline(source, decoder(), () => {});
  }, body);
}

/** What came is not what can be used, in words that follow the address. */
class UnfitAnswer extends Error {}
class TooLargeError extends Error {}
class StatusError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(
      STATUS_ADVICE[status] ??
        (status >= 500 ? STATUS_ADVICE[500] : undefined) ??
        'open the address in a browser to see why',
    );
    this.status = status;
  }
}
const STATUS_ADVICE: Record<number, string> = {
  401: 'the host wants a login; put the public address of the feed in shows.yaml',
  403: 'the host refuses us; set WINNOW_CONTACT so that it sees who asks, or put another address in shows.yaml',
  404: 'nothing is there; check the address in shows.yaml (where a feed gave the address, its host has to mend it)',
  410: 'gone for good; take it out of shows.yaml, or give its new address',
  429: 'the host says that we ask too often; tried again on the next run',
  500: 'the host is in trouble; tried again on the next run',
};

const AGAIN = 'tried again on the next run';
const CODE_ADVICE: Record<string, string> = {
  ENOTFOUND: 'no such host; check the address in shows.yaml',
  EAI_AGAIN: `the name of the host cannot be looked up now; check your connection, ${AGAIN}`,
  ECONNREFUSED: `the host refused the connection; check the address in shows.yaml, ${AGAIN}`,
  EHOSTUNREACH: `the host cannot be reached; check your connection, ${AGAIN}`,
  ENETUNREACH: `the host cannot be reached; check your connection, ${AGAIN}`,
  UND_ERR_HEADERS_OVERFLOW: 'the host sent headers without end; check the address in shows.yaml',
};

function explain(error: unknown, { connectMs, idleMs, totalMs }: Timeouts, { maxBytes }: NetworkOptions): string {
  const code = codeOf(error);
  if (error instanceof StatusError) return `HTTP status ${error.status}: ${error.message}`;
  if (error instanceof UnfitAnswer) return error.message;
  if (error instanceof TooLargeError)
    return `larger than ${megabytes(maxBytes)}, the most that is read; check the address in shows.yaml`;
  if (error instanceof PrivateAddressError) {
    return `leads to ${error.address}, which is not a public address; allow with --allow-private-hosts or ALLOW_PRIVATE_HOSTS=1`;
  }
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')
    return `timed out: no connection within ${seconds(connectMs)}; ${AGAIN}`;
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT')
    return `timed out: the host was silent for ${seconds(idleMs)}; ${AGAIN}`;
  if (error instanceof Error && error.name === 'TimeoutError')
    return `timed out: not finished after ${seconds(totalMs)}; ${AGAIN}`;
  if (DROPPED.has(code)) return `the connection dropped, twice; ${AGAIN}`;
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR') || code.startsWith('ZSTD_'))
    return `the compressed body is damaged (${code}); ${AGAIN}`;
  if (error instanceof errors.HTTPParserError)
    return `what answers there does not speak HTTP; check the address in shows.yaml`;
  if (/CERT|TLS|SSL|SIGNATURE|EPROTO/.test(code))
    return `no secure connection (${code}): ${messageOf(error)}; check the address in shows.yaml`;
  return CODE_ADVICE[code] ?? `${messageOf(error)}; check the address in shows.yaml, ${AGAIN}`;
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');
const seconds = (ms: number) => `${ms / 1000} s`;
const megabytes = (bytes: number) => (bytes < 2 ** 20 ? `${bytes} bytes` : `${Math.round(bytes / 2 ** 20)} MB`);

/** A password has no place in messages, nor in the links of a feed, which are resolved against the address that answered. */
function withoutLogin(address: string): string {
  const url = URL.parse(address);
  if (!url?.username && !url?.password) return address;
  url.username = url.password = '';
  return url.href;
}
