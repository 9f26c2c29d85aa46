import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { Episode } from '#domain/episode.ts';
import { InsightId } from '#domain/ids.ts';
import { Insight } from '#domain/insight.ts';
import { messageOf, SettingsError } from '../errors.ts';
import type { Publication } from '../ports.ts';
import { asTyped } from './as-typed.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** Hidden, so that neither loaders nor site look at it. Git is not told to ignore it: what it holds is not in the other files yet. */
export const JOURNAL = '.publishing.json';

const Journal = z.strictObject({
  insights: z.array(z.strictObject({ id: InsightId, insight: Insight, claim: z.string() })),
  removed: z.array(InsightId),
  episode: Episode,
}) satisfies z.ZodType<Publication>;

/** The file that holds what is being published, from before its first part is written until after its last. */
export interface PublicationJournal {
  /** Throws a `SettingsError` where the file is not what a run wrote. */
  read(): Promise<Publication | undefined>;
  write(publication: Publication): Promise<void>;
  clear(): Promise<void>;
}

export function createPublicationJournal(path: string): PublicationJournal {
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      return text === undefined ? undefined : parse(text, path);
    },
    write: (publication) => writeWholeFile(path, `${JSON.stringify(publication, null, 2)}\n`),
    clear: () => rm(path, { force: true }),
  };
}

function parse(text: string, path: string): Publication {
  try {
    const written: unknown = JSON.parse(text);
    Journal.parse(written);
    // As it was written, not as it was parsed: fields in another order would make another file.
    return written as Publication;
  } catch (error) {
    throw new SettingsError(
      `${asTyped(path)}: a run that was cut short left this to be finished, but it was changed since (${messageOf(error)}); ` +
        'restore it, or delete it: the episode that it is about is then read again',
      { cause: error },
    );
  }
}
