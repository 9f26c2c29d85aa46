import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import { withoutKey } from '#domain/without-key.ts';
import { ItemError, messageOf, SettingsError } from '../../errors.ts';
import { EndlessAnswerError } from './fetch-whole.ts';

/** Whom a call went to, and the setting that names its model. */
interface FailedServer {
  baseUrl: string;
  model: string;
  setting: string;
  key?: string | undefined;
}

const LONGEST_QUOTED = 200;
const MODERATED = /content.?filter|content.?polic|moderat|flagged|responsibleai/i;

/** Whether the server will not have this material, whatever the key: asking again is of no use. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof APIError && [400, 403, 422].includes(error.status ?? 0) && MODERATED.test(describe(error));

/**
 * What a failed call means: a wrong key, address or model is wrong for every episode and stops the run (`SettingsError`);
 * anything else concerns this episode, which is tried again. The key is never named.
 */
export function toFailure(error: unknown, server: FailedServer): Error {
  const { model, setting } = server;
  const at = `the model server ${server.baseUrl}`;
  if (error instanceof APIConnectionTimeoutError)
    return new ItemError(`${at} did not answer in time; a later run tries again`, { cause: error });
  if (error instanceof APIConnectionError && error.cause instanceof EndlessAnswerError)
    return new ItemError(`${at} does not end: ${error.cause.message}; a later run tries again`, { cause: error });
  if (error instanceof APIConnectionError)
    return new ItemError(`${at} cannot be reached (${messageOf(error)}); a later run tries again`, { cause: error });
  if (error instanceof SyntaxError)
    return new ItemError(`${at} answers with what is no JSON; set OPENAI_BASE_URL to one that is a model server`, {
      cause: error,
    });
  if (!(error instanceof APIError)) return error instanceof Error ? error : new Error(messageOf(error));
  // Not what the server says of it: some repeat the key.
  if (error.status === 401 || error.status === 403)
    return new SettingsError(`${at} refuses the key (${error.status}); set OPENAI_API_KEY to one that it takes`);
  const said = withoutKey(error.message, server.key).slice(0, LONGEST_QUOTED);
  if (error.status === 404)
    return new SettingsError(
      `${at} does not know the model ${model}, or is no such server (${said}); set ${setting} or OPENAI_BASE_URL`,
    );
  return new ItemError(`${at} failed: ${said}; a later run tries again`, { cause: error });
}

const describe = ({ code, type, message }: APIError) => `${code ?? ''} ${type ?? ''} ${message}`;
