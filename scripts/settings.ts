import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { isTimeZone } from '#domain/day.ts';
import { SettingsError } from './errors.ts';

const Flag = z
  .enum(['1', 'true', 'yes', '0', 'false', 'no'], 'write 1 or 0')
  .transform((value) => ['1', 'true', 'yes'].includes(value));

export const EngineName = z.enum(['embedded'], 'the engines are: embedded');

export const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** A folder that is there, or that can be made: nothing on the way to it is a file. */
export const FolderPath = z
  .string()
  .min(1, 'name a folder')
  .refine((path) => isFolder(nearestExisting(resolve(path))), 'this is a file, or lies below one; name a folder');

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)));

/** The pipeline's settings, by the names of the environment variables; others are ignored. */
const Settings = z.object({
  WINNOW_ENGINE: EngineName.default('embedded'),
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
  const problems = result.error.issues.map(
    ({ path, message }) => `${path.join('.')}=${set[String(path[0])]} (environment): ${message}`,
  );
  throw new SettingsError(problems.join('\n'));
}
