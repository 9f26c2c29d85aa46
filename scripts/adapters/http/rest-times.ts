import CachePolicy from 'http-cache-semantics';
import { DateTime } from 'luxon';
import { single } from './single-header.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** Headers of an answer, names in lower case. */
type Headers = Record<string, string | string[] | undefined>;

/** How long an answer is fresh by its own headers, in milliseconds (RFC 9111: `Cache-Control`, `Expires`, `Age`); 0 where it does not say. */
export function freshnessOf(headers: Headers): number {
  const one = Object.fromEntries(Object.keys(headers).map((name) => [name, single(headers[name])]));
  const cacheControl = one['cache-control']?.toLowerCase();
  // A 304 is as fresh as the body that it stands for.
  const answer = {
    status: 200,
    headers: { ...one, ...(cacheControl !== undefined && { 'cache-control': cacheControl }) },
  };
  // Guesses from Last-Modified would let a show that paused for a year rest for weeks.
  const policy = new CachePolicy({ headers: {} }, answer, {
    shared: false,
    cacheHeuristic: 0,
    immutableMinTimeToLive: 0,
  });
  // Not its `timeToLive`, which counts the time for which what is stale may still serve (`stale-if-error`).
  return bounded((policy.maxAge() - policy.age()) * 1000);
}

/** `Retry-After` in milliseconds, from seconds or from a date, which counts from the host's own clock where it sends one; `undefined` where there is none. */
export function retryAfterOf(headers: Headers): number | undefined {
  const value = single(headers['retry-after'])?.trim() ?? '';
  if (/^\d+$/.test(value)) return bounded(Number(value) * 1000);
  const until = DateTime.fromHTTP(value);
  if (!until.isValid) return undefined;
  const sent = DateTime.fromHTTP(single(headers['date']) ?? '');
  return bounded(until.toMillis() - (sent.isValid ? sent.toMillis() : Date.now()));
}

/** A number of hundreds of digits is one that no file can hold. */
const bounded = (ms: number) => Math.max(0, Math.min(Math.round(ms), WEEK));

/**
 * How long an address is left alone where its host asks for `ms`: no more than a week, so that a slip does not silence a show
 * for a year; and for whole days an hour less, since a daily job begins now a little earlier, now a little later.
 */
export const restFor = (ms: number): number => Math.max(0, Math.min(ms, WEEK) - (ms >= DAY ? HOUR : 0));

/** How long an address is left alone whose host failed in so many runs on end: the first time not at all, then 1 h, 2 h, 4 h … up to a week. */
export const backOffFor = (failedRuns: number): number =>
  failedRuns < 2 ? 0 : Math.min(HOUR * 2 ** (failedRuns - 2), WEEK);
