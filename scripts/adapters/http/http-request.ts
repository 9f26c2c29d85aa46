import { request, type Agent } from 'undici';
import type { FetchOptions } from '../../ports.ts';
import { ACCEPT_ENCODING, readBody } from './http-body.ts';
import { StatusError } from './http-failure.ts';
import { freshnessOf, retryAfterOf } from './rest-times.ts';
import { single } from './single-header.ts';
import { withoutLogin } from './without-login.ts';

/** What a host said of a body it sent, exactly as sent; `url` is the address that said it. */
interface Validators {
  url: string;
  etag?: string | undefined;
  lastModified?: string | undefined;
}
export type NetworkOptions = Pick<FetchOptions, 'accept' | 'maxBytes' | 'show' | 'totalMs'> & {
  validators?: Validators | undefined;
};
export interface NetworkAnswer {
  /** The address that answered, after redirects. */
  url: string;
  /** 304: there is no body. */
  notModified: boolean;
  /** How long it is fresh; absent where a 304 says nothing of it. */
  freshMs?: number | undefined;
  /** Where redirects that are permanent lead. */
  movedTo?: string | undefined;
  body: Uint8Array;
  contentType?: string | undefined;
  etag?: string | undefined;
  lastModified?: string | undefined;
}
interface Means {
  agent: Agent;
  userAgent: string;
  signal: AbortSignal;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);
interface Redirect {
  location: string;
  isPermanent: boolean;
}

/** One GET of one address: the answer, or where it redirects to. Throws a `StatusError` for every other status. */
export async function ask(
  url: URL,
  options: NetworkOptions,
  { agent, userAgent, signal }: Means,
): Promise<NetworkAnswer | Redirect> {
  const bare = new URL(url.pathname + url.search, url.origin);
  const answer = await request(bare, { dispatcher: agent, headers: headersFor(url, options, userAgent), signal });
  const { statusCode: status, headers, body } = answer;
  const location = single(headers.location);
  if (status === 304) await body.dump();
  else if (status !== 200) body.on('error', () => {}).destroy();
  if (REDIRECTS.has(status) && location) return { location, isPermanent: PERMANENT.has(status) };
  if (status !== 200 && status !== 304) throw new StatusError(status, retryAfterOf(headers));
  const limits = {
    contentEncoding: single(headers['content-encoding']),
    contentLength: single(headers['content-length']),
    maxBytes: options.maxBytes,
  };
  return {
    url: withoutLogin(url.href),
    notModified: status === 304,
    freshMs: status === 304 && !headers['cache-control'] && !headers.expires ? undefined : freshnessOf(headers),
    body: status === 304 ? new Uint8Array() : await readBody(body, limits),
    contentType: single(headers['content-type']),
    etag: single(headers.etag),
    lastModified: single(headers['last-modified']),
  };
}

function headersFor(url: URL, { accept, validators }: NetworkOptions, userAgent: string): Record<string, string> {
  const headers: Record<string, string> = { accept, 'accept-encoding': ACCEPT_ENCODING, 'user-agent': userAgent };
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
