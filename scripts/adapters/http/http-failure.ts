import { errors } from 'undici';
import { messageOf } from '../../errors.ts';
import { PrivateAddressError } from '../address-guard.ts';

/** What came is not what can be used, in words that follow the address. */
export class UnfitAnswer extends Error {}
export class TooLargeError extends Error {}
/** The host answered, but with a status that brings no body; the message says what to do. */
export class StatusError extends Error {
  readonly status: number;
  /** How long the host wants to be left alone, where it says. */
  readonly retryAfterMs: number | undefined;
  constructor(status: number, retryAfterMs?: number) {
    super(
      STATUS_ADVICE[status] ??
        (status >= 500 ? STATUS_ADVICE[500] : undefined) ??
        'open the address in a browser to see why',
    );
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

const AGAIN = 'tried again on the next run';
const STATUS_ADVICE: Record<number, string> = {
  401: 'the host wants a login; put the public address of the feed in shows.yaml',
  403: 'the host refuses us; set WINNOW_CONTACT so that it sees who asks, or put another address in shows.yaml',
  404: 'nothing is there; check the address in shows.yaml (where a feed gave the address, its host has to mend it)',
  410: 'gone for good; take it out of shows.yaml, or give its new address',
  429: `the host says that we ask too often; ${AGAIN}`,
  500: `the host is in trouble; ${AGAIN}`,
};
const CODE_ADVICE: Record<string, string> = {
  ENOTFOUND: 'no such host; check the address in shows.yaml',
  EAI_AGAIN: `the name of the host cannot be looked up now; check your connection, ${AGAIN}`,
  ECONNREFUSED: `the host refused the connection; check the address in shows.yaml, ${AGAIN}`,
  EHOSTUNREACH: `the host cannot be reached; check your connection, ${AGAIN}`,
  ENETUNREACH: `the host cannot be reached; check your connection, ${AGAIN}`,
  UND_ERR_HEADERS_OVERFLOW: 'the host sent headers without end; check the address in shows.yaml',
};
const DROPPED = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);

/** Limits of a request, to be named where one was reached. */
interface Limits {
  connectMs: number;
  idleMs: number;
  totalMs: number;
  maxBytes: number;
}

/** What went wrong and what to do, in words that follow the address. */
export function explain(error: unknown, { connectMs, idleMs, totalMs, maxBytes }: Limits): string {
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
  if (isDropped(error)) return `the connection dropped, twice; ${AGAIN}`;
  if (isDamaged(error)) return `the compressed body is damaged (${code}); ${AGAIN}`;
  if (error instanceof errors.HTTPParserError)
    return `what answers there does not speak HTTP; check the address in shows.yaml`;
  if (/CERT|TLS|SSL|SIGNATURE|EPROTO/.test(code))
    return `no secure connection (${code}): ${messageOf(error)}; check the address in shows.yaml`;
  return CODE_ADVICE[code] ?? `${messageOf(error)}; check the address in shows.yaml, ${AGAIN}`;
}

/** The host closed the connection before it had answered in full. */
export const isDropped = (error: unknown) => DROPPED.has(codeOf(error));

/** What was compressed cannot be unpacked. */
const isDamaged = (error: unknown) => /^(?:Z_|ERR__ERROR|ZSTD_)/.test(codeOf(error));

/** The host let the time run out. */
export const isTimeout = (error: unknown) =>
  /TIMEOUT|ETIMEDOUT/.test(codeOf(error)) || (error instanceof Error && error.name === 'TimeoutError');

/** What tells of us, of the address or of what lies behind it, and not of its host. */
const NOT_THE_HOST = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN']);

/** Whether the host is at fault as a whole: it cannot be reached, is silent, in trouble, or wants to be asked less. */
export function isHostDown(error: unknown): boolean {
  if (error instanceof StatusError) return error.status >= 500 || error.status === 429;
  return (isTimeout(error) || codeOf(error) !== '') && !isDamaged(error) && !NOT_THE_HOST.has(codeOf(error));
}

/** The host says that there is nothing any more, and never will be. */
export const isGone = (error: unknown) => error instanceof StatusError && error.status === 410;

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');
const seconds = (ms: number) => `${ms / 1000} s`;
const megabytes = (bytes: number) => (bytes < 2 ** 20 ? `${bytes} bytes` : `${Math.round(bytes / 2 ** 20)} MB`);
