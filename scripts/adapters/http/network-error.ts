import { ItemError } from '../../errors.ts';

interface Failure extends ErrorOptions {
  gone: boolean;
  isHostDown: boolean;
  retryAfterMs?: number | undefined;
}

/** A request that brought nothing. The message names the address, what happened and what to do. */
export class NetworkError extends ItemError {
  override name = 'NetworkError';
  /** Not this address is at fault but a host: it cannot be reached, is silent, or is in trouble. */
  readonly isHostDown: boolean;
  /** How long the host wants to be left alone about this address. */
  readonly retryAfterMs?: number | undefined;

  constructor(message: string, { isHostDown, retryAfterMs, ...options }: Failure) {
    super(message, options);
    this.isHostDown = isHostDown;
    this.retryAfterMs = retryAfterMs;
  }
}
