import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { z } from 'zod';
import { messageOf, SettingsError } from './errors.ts';

/** Reads the flags of a command. Throws a `SettingsError` that names each wrong one and how to mend it. */
export function readFlags<Schema extends z.ZodType>(
  args: readonly string[],
  { options, schema, usage }: { options: ParseArgsOptionsConfig; schema: Schema; usage: string },
): z.infer<Schema> {
  const given = splitFlags(args, options, usage);
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    ({ path: [flag = ''], message }) => `--${String(flag)} ${String(given[String(flag)])}: ${message}`,
  );
  throw new SettingsError(lines.join('\n'));
}

function splitFlags(args: readonly string[], options: ParseArgsOptionsConfig, usage: string): Record<string, unknown> {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new SettingsError(`${messageOf(error)}\n\n${usage}`, { cause: error });
  }
}
