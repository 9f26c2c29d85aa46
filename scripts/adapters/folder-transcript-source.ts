import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { slugify } from '#domain/ids.ts';
import { ItemError, messageOf, SettingsError } from '../errors.ts';
import type { TranscriptFolder } from '../ports.ts';
import { parseTranscript } from './transcripts/parse-transcript.ts';

/** Richest first. */
const ENDINGS = ['vtt', 'srt', 'json', 'html', 'txt'];
type Named = Parameters<TranscriptFolder['find']>[0];

/**
 * Finds `<name>.<ending>` in `dir/<show id>/` or `dir` itself, where the name is the episode's id, its guid, the slug of
 * its title, or that of its audio file. Names are compared with those of the files that are there, never made into
 * paths, so a guid with "../" leads nowhere; links are not followed.
 */
export function createTranscriptFolder(dir: string): TranscriptFolder {
  return {
    async find(episode) {
      const names = namesOf(episode);
      const places = [
        { within: episode.show, files: await listFiles(join(dir, episode.show)) },
        { within: '', files: (await listFiles(dir)) ?? missing(dir) },
      ];
      for (const { within, files = [] } of places) {
        const file = pick(files, names);
        if (file) return await readTranscript(dir, join(within, file));
      }
      return undefined;
    },
  };
}

function missing(dir: string): never {
  throw new SettingsError(
    `There is no folder ${dir} to look for transcripts in; correct --transcripts or make the folder`,
  );
}

async function listFiles(dir: string): Promise<string[] | undefined> {
  try {
    const entries: Dirent[] = await readdir(dir, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new ItemError(
      `The folder of --transcripts cannot be read (${(error as NodeJS.ErrnoException).code}); correct its permissions`,
      {
        cause: error,
      },
    );
  }
}

function namesOf({ id, guid, title, audio }: Named): string[] {
  const slugs = [slugify(title, { fallback: '' }), slugify(title, { fallback: '', maxLength: Infinity })];
  return [...new Set([id, guid.normalize('NFC'), ...slugs, baseName(audio)])].filter(Boolean);
}

function baseName(audio = ''): string {
  const name = /([^/]*?)(?:\.\w{1,5})?$/.exec(audio.replace(/[?#].*$/s, ''))?.[1] ?? '';
  try {
    return decodeURIComponent(name).normalize('NFC');
  } catch {
    return name; // "100%.mp3"
  }
}

function pick(files: string[], names: string[]): string | undefined {
  const byName = new Map(
    files.map((file) => [file.normalize('NFC').replace(/\w+$/, (ending) => ending.toLowerCase()), file]),
  );
  const candidates = ENDINGS.flatMap((ending) => names.map((name) => `${name}.${ending}`));
  return candidates.map((candidate) => byName.get(candidate)).find((file) => file !== undefined);
}

async function readTranscript(dir: string, file: string): ReturnType<TranscriptFolder['find']> {
  try {
    const { transcript, type } = parseTranscript(await readFile(join(dir, file)), { url: file });
    return { transcript, source: { from: file, type } };
  } catch (error) {
    throw new ItemError(`The transcript ${file} in the folder of --transcripts is of no use: ${messageOf(error)}`, {
      cause: error,
    });
  }
}
