import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { isTimeZone } from '#domain/day.ts';
import { SettingsError } from './errors.ts';

const Flag = z
  .enum(['1', 'true', 'yes', '0', 'false', 'no'], 'write 1 or 0')
  .transform((value) => ['1', 'true', 'yes'].includes(value));

export const EngineName = z.enum(['embedded', 'openai'], 'the engines are: embedded, openai');
export type EngineName = z.infer<typeof EngineName>;

export const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** A folder that is there, or that can be made: nothing on the way to it is a file. */
export const FolderPath = z
  .string()
  .min(1, 'name a folder')
  .refine((path) => isFolder(nearestExisting(resolve(path))), 'this is a file, or lies below one; name a folder');

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)));

const BaseUrl = z
  .string()
  .trim()
  .pipe(z.url({ protocol: /^https?$/, error: 'write an address, such as http://localhost:11434/v1' }))
  .refine((url) => !new URL(url).username && !new URL(url).password, 'write it without user and password');

const Count = z
  .string()
  .trim()
  .regex(/^[1-9]\d*$/, 'write a whole number of 1 or more')
  .transform(Number);

/** The pipeline's settings, by the names of the environment variables; others are ignored. */
const Settings = z.object({
  WINNOW_ENGINE: EngineName.optional(),
  /** Of OpenAI, or of the server at the base URL; many local ones want none. */
  OPENAI_API_KEY: z
    .string()
    .trim()
    .regex(/^[!-~]+$/, 'this has a space or another sign that no key has; copy it anew')
    .optional(),
  OPENAI_BASE_URL: BaseUrl.optional(),
  /** The smallest class of OpenAI's models that takes an hour of talk in one call; other servers have others. */
  WINNOW_MODEL: z.string().trim().default('gpt-5.4-mini'),
  WINNOW_MAX_TOKENS: Count.optional(),
  /** Where it is set, episodes without a transcript are heard. */
  WINNOW_TRANSCRIBE_MODEL: z.string().trim().optional(),
  /** Ten hours: what a day of many shows has, and some 4 USD at OpenAI's price of 0.006 a minute. */
  WINNOW_MAX_AUDIO_MINUTES: Count.default(600),
  /** Three hours at 192 kbit/s. */
  WINNOW_MAX_AUDIO_MB: Count.default(256),
  WINNOW_MAX_MINUTES: Count.optional(),
  WINNOW_CONTACT: z.string().optional(),
  ALLOW_PRIVATE_HOSTS: Flag.default(false),
  CONTENT_DIR: FolderPath.default('content'),
  CACHE_DIR: FolderPath.default('.cache'),
  TIMEZONE: z.string().refine(isTimeZone, 'write the name of a time zone, such as Europe/Berlin').default('UTC'),
});
export type Settings = z.infer<typeof Settings>;

/** Reads the settings from the environment; empty means unset. Throws a `SettingsError` that names each wrong one and how to mend it. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = Settings.safeParse(set);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return `${SECRET.has(name) ? name : `${name}=${set[name]}`} (environment): ${message}`;
  });
  throw new SettingsError(problems.join('\n'));
}

/** A base URL may hold a password. */
const SECRET = new Set(['OPENAI_API_KEY', 'OPENAI_BASE_URL']);

const hasServer = ({ OPENAI_API_KEY, OPENAI_BASE_URL }: Settings) =>
  OPENAI_API_KEY !== undefined || OPENAI_BASE_URL !== undefined;

/** The model that hears what has no transcript, where there is to be one. Throws a `SettingsError` where no server is set up that has it. */
export function chooseTranscriber(settings: Settings): string | undefined {
  const model = settings.WINNOW_TRANSCRIBE_MODEL;
  if (model === undefined || hasServer(settings)) return model;
  throw new SettingsError(
    `WINNOW_TRANSCRIBE_MODEL=${model} (environment): speech recognition needs a server: set OPENAI_API_KEY, or OPENAI_BASE_URL to the address of one that wants no key, such as http://localhost:8000/v1`,
  );
}

/**
 * The engine that a run reads with: the flag's, else the setting's, else openai where there is a key or a base URL.
 * Throws a `SettingsError` where openai is chosen and there is neither.
 */
export function chooseEngine(settings: Settings, flag?: EngineName): EngineName {
  const isSetUp = hasServer(settings);
  const chosen = flag ?? settings.WINNOW_ENGINE ?? (isSetUp ? 'openai' : 'embedded');
  if (chosen === 'openai' && !isSetUp)
    throw new SettingsError(
      'the openai engine needs a server: set OPENAI_API_KEY, or OPENAI_BASE_URL to the address of one that wants no key, ' +
        'such as http://localhost:11434/v1; or choose --engine embedded',
    );
  return chosen;
}
