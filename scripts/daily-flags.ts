import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Day } from '#domain/ids.ts';
import { messageOf, SettingsError } from './errors.ts';
import { EngineName } from './settings.ts';

const OPTIONS = {
  shows: { type: 'string' },
  content: { type: 'string' },
  since: { type: 'string' },
  now: { type: 'string' },
  engine: { type: 'string' },
  transcripts: { type: 'string' },
  limit: { type: 'string' },
  report: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'allow-private-hosts': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

export const USAGE = `npm run daily -- [--shows FILE|URL] [--content DIR] [--since DATE] [--now ISO]
  [--engine embedded] [--transcripts DIR] [--limit EPISODES] [--report FILE] [--dry-run] [--allow-private-hosts]

  --shows          the shows to follow: YAML or OPML, a file or an address (default: shows.yaml of the content folder)
  --content        folder to publish into (default: CONTENT_DIR, else content)
  --since          first day of episodes that count, yyyy-mm-dd (default: at first sight of a show, the last 7 days)
  --now            the moment to take for now, ISO 8601 (default: now)
  --engine         who proposes insights (default: WINNOW_ENGINE, else embedded)
  --transcripts    folder with transcripts for episodes whose feed has none
  --limit          most episodes to read in this run
  --report         file for the report as JSON
  --dry-run        do everything but publish
  --allow-private-hosts   fetch from loopback and private addresses too`;

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();

const Flags = z.object({
  shows: z.string().min(1).optional(),
  content: z.string().min(1).optional(),
  since: Day.optional(),
  now: z.iso
    .datetime({ offset: true, error: 'write a moment as 2026-08-20T00:00:00Z' })
    .transform((text) => new Date(text))
    .optional(),
  engine: EngineName.optional(),
  transcripts: z.string().refine(isFolder, 'there is no such folder').optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d*$/, 'write a whole number of 1 or more')
    .transform(Number)
    .optional(),
  report: z.string().min(1).optional(),
  'dry-run': z.boolean().default(false),
  'allow-private-hosts': z.boolean().optional(),
  help: z.boolean().default(false),
});
export type DailyFlags = z.infer<typeof Flags>;

/** Parses the flags of the daily command. Throws a `SettingsError` that names each wrong one and how to mend it. */
export function parseDailyFlags(args: readonly string[]): DailyFlags {
  const given = splitFlags(args);
  const result = Flags.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    ({ path: [flag = ''], message }) => `--${String(flag)} ${String(given[String(flag)])}: ${message}`,
  );
  throw new SettingsError(lines.join('\n'));
}

function splitFlags(args: readonly string[]): Record<string, unknown> {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new SettingsError(`${messageOf(error)}\n\n${USAGE}`, { cause: error });
  }
}
