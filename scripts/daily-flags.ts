import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { Day } from '#domain/ids.ts';
import { readFlags } from './read-flags.ts';
import { EngineName, FolderPath, isFolder } from './settings.ts';

const OPTIONS = {
  shows: { type: 'string' },
  content: { type: 'string' },
  since: { type: 'string' },
  now: { type: 'string' },
  engine: { type: 'string' },
  transcripts: { type: 'string' },
  limit: { type: 'string' },
  again: { type: 'string' },
  replace: { type: 'boolean' },
  report: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'allow-private-hosts': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

export const USAGE = `npm run daily -- [--shows FILE|URL] [--content DIR] [--since DATE] [--now ISO]
  [--engine embedded|openai] [--transcripts DIR] [--limit EPISODES] [--again EPISODE|SHOW|all]
  [--replace] [--report FILE] [--dry-run] [--allow-private-hosts]

  --shows          the shows to follow: YAML or OPML, a file or an address (default: shows.yaml of the content folder)
  --content        folder to publish into (default: CONTENT_DIR, else content); one run works on it at a time, and another
                   ends at once, with exit code 1
  --since          first day of episodes that count, yyyy-mm-dd (default: at first sight of a show, the last 7 days)
  --now            the moment to take for now, ISO 8601 (default: now)
  --engine         who proposes insights (default: WINNOW_ENGINE, else openai if a key or base URL is set, else embedded)
  --transcripts    folder with transcripts for episodes whose feed has none
  --limit          most episodes to read in this run
  --again          read the transcripts of an episode, a show, or all, once more: what is new is added, what stands stays
  --replace        with --again: what the new reading does not choose again is removed, unless it was in a digest, was
                   withdrawn, or was edited by hand; a removed insight's address is gone
  --report         file for the report as JSON
  --dry-run        do everything but publish, models asked (and paid) included; another run may be at work meanwhile
  --allow-private-hosts   fetch from loopback and private addresses too`;

/** Looked at before the run, not after it, when its report would be lost. */
const ReportFile = z
  .string()
  .min(1, 'name a file')
  .refine(
    (path) => isFolder(dirname(resolve(path))),
    'there is no folder for it; make the folder, or name another file',
  )
  .refine((path) => !isFolder(path), 'this is a folder; name a file in it')
  .refine(canWrite, 'this cannot be written; make the file and its folder writable, or name another file');

/** As root, permissions do not count, but a file system that is read-only does. */
function canWrite(path: string): boolean {
  try {
    accessSync(existsSync(path) ? path : dirname(resolve(path)), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const FlagFields = z.object({
  shows: z.string().min(1).optional(),
  content: FolderPath.optional(),
  since: Day.optional(),
  now: z.iso
    .datetime({ offset: true, error: 'write a moment as 2026-08-20T00:00:00Z' })
    .transform((text) => new Date(text))
    .optional(),
  engine: EngineName.optional(),
  transcripts: z.string().refine(isFolder, 'there is no such folder').optional(),
  again: z.string().min(1, 'write the id of an episode or a show, or all').optional(),
  replace: z.boolean().default(false),
  limit: z
    .string()
    .regex(/^[1-9]\d*$/, 'write a whole number of 1 or more')
    .transform(Number)
    .optional(),
  report: ReportFile.optional(),
  'dry-run': z.boolean().default(false),
  'allow-private-hosts': z.boolean().optional(),
  help: z.boolean().default(false),
});
const Flags = FlagFields.refine(({ again, replace }) => again !== undefined || !replace, {
  path: ['replace'],
  message: 'say with --again what is read once more',
});
export type DailyFlags = z.infer<typeof Flags>;

/** Parses the flags of the daily command. Throws a `SettingsError` that names each wrong one and how to mend it. */
export const parseDailyFlags = (args: readonly string[]): DailyFlags =>
  readFlags(args, { options: OPTIONS, schema: Flags, usage: USAGE });
