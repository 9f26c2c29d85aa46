import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError } from '#domain/content-error.ts';
import { Glossary } from '#domain/glossary.ts';
import type { Theme } from '#domain/theme.ts';
import { readYaml } from '#markdown/read-yaml.ts';
import { readThemeFile } from '#markdown/theme-file.ts';
import { messageOf, SettingsError } from '../errors.ts';

/** The hand-written half of a content folder: what the beat is. */
export interface BeatFolder {
  showsFile: string;
  loadThemes(): Promise<Theme[]>;
  loadGlossary(): Promise<Glossary>;
}

/**
 * Reads `shows.yaml`, `themes/` and `glossary.yaml` of `dir`; what is missing there comes from `ownDir`, the repository's own.
 * A wrong file throws a `SettingsError` with file, line and fix.
 */
export function createBeatFolder(dir: string, ownDir: string): BeatFolder {
  const locate = (name: string) => join(existsSync(join(dir, name)) ? dir : ownDir, name);
  return {
    showsFile: locate('shows.yaml'),
    loadThemes: () => loadThemes(locate('themes')),
    async loadGlossary() {
      const file = locate('glossary.yaml');
      return existsSync(file) ? asSetting(async () => readYaml(await readFile(file, 'utf8'), file, Glossary)) : [];
    },
  };
}

async function loadThemes(dir: string): Promise<Theme[]> {
  const names = existsSync(dir) ? (await readdir(dir)).filter((name) => name.endsWith('.mdx')).toSorted() : [];
  if (names.length === 0) throw new SettingsError(`${dir}: no theme here; add one as <id>.mdx (see the README)`);
  const themes = await asSetting(() =>
    Promise.all(names.map(async (name) => readThemeFile(await readFile(join(dir, name), 'utf8'), join(dir, name)))),
  );
  return themes.toSorted((a, b) => a.order - b.order || a.id.localeCompare(b.id));
}

async function asSetting<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ContentError) throw new SettingsError(messageOf(error), { cause: error });
    throw error;
  }
}
