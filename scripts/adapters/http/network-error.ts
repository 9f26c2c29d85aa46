import { ItemError } from '../../errors.ts';

interface Failure extends ErrorOptions {
  /** The address that failed, after redirects. */
  at: string;
  gone: boolean;
  isRedirected: boolean;
  isHostDown: boolean;
  retryAfterMs?: number | undefined;
}

/** A request that brought nothing. The message names the address, what happened and what to do. */
export class NetworkError extends ItemError {
  override name = 'NetworkError';
  /** The address that failed, after redirects. */
  readonly at: string;
  /** Another address led there, and may lead anywhere. */
  readonly isRedirected: boolean;
  /** Not this address is at fault but its host: it cannot be reached, is silent, or is in trouble. */
  readonly isHostDown: boolean;
  /** How long the host wants to be left alone about this address. */
  readonly retryAfterMs?: number | undefined;

  constructor(message: string, { at, isRedirected, isHostDown, retryAfterMs, ...options }: Failure) {
    super(message, options);
    this.at = at;
    this.isRedirected = isRedirected;
    this.isHostDown = isHostDown;
    this.retryAfterMs = retryAfterMs;
  }
}
