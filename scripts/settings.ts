import { z } from 'zod';
import { SettingsError } from './errors.ts';

const isTimeZone = (name: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};
const Flag = z
  .enum(['1', 'true', 'yes', '0', 'false', 'no'], 'write 1 or 0')
  .transform((value) => ['1', 'true', 'yes'].includes(value));

export const EngineName = z.enum(['embedded'], 'the engines are: embedded');

/** The pipeline's settings, by the names of the environment variables; others are ignored. */
const Settings = z.object({
  WINNOW_ENGINE: EngineName.default('embedded'),
  WINNOW_CONTACT: z.string().optional(),
  ALLOW_PRIVATE_HOSTS: Flag.default(false),
  CONTENT_DIR: z.string().default('content'),
  CACHE_DIR: z.string().default('.cache'),
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
