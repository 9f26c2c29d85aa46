import OpenAI from 'openai';
import { fetchWhole } from './fetch-whole.ts';

/** Where a model answers. */
export interface ModelServer {
  /** Of any OpenAI-compatible server; absent means OpenAI's own. */
  baseUrl?: string | undefined;
  /** Absent for servers that want none. */
  apiKey?: string | undefined;
  /** For one attempt. */
  timeoutMs?: number | undefined;
}

export const OPENAI_URL = 'https://api.openai.com/v1';
/** As long as Node waits for the head of a response; a model on a small machine needs minutes for an hour of talk. */
const TIMEOUT_MS = 300_000;

interface ClientBounds {
  /** Of an answer no more is read. */
  maxAnswerBytes: number;
  /** After a failure the library waits as Retry-After says (up to a minute), else for half a second, then one. */
  maxRetries: number;
}

/** The client for a server. */
export const connect = (
  { baseUrl = OPENAI_URL, apiKey, timeoutMs = TIMEOUT_MS }: ModelServer,
  { maxAnswerBytes, maxRetries }: ClientBounds,
): OpenAI =>
  new OpenAI({
    baseURL: baseUrl,
    // The library wants one; without a key of ours, null leaves the header out.
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    ...(apiKey === undefined && { defaultHeaders: { Authorization: null } }),
    timeout: timeoutMs,
    fetch: fetchWhole(maxAnswerBytes),
    maxRetries,
  });
