import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where each kind of content is read from: absolute paths. */
export interface ContentFolder {
  insights: string;
  episodes: string;
  digests: string;
  themes: string;
  /** The folder that holds `shows.yaml`. */
  shows: string;
}

/**
 * The places of the content in `contentDir`, an absolute path; what is made by hand and missing there (shows, themes)
 * comes from the repository's own folder `ownDir`. Throws where `contentDir` is no folder.
 */
export function locateContent(contentDir: string | undefined, ownDir: string): ContentFolder {
  if (contentDir !== undefined && !isFolder(contentDir)) {
    throw new Error(`CONTENT_DIR names "${contentDir}", which is not a folder: make it, or mend the setting.`);
  }
  const dir = contentDir ?? ownDir;
  const holderOf = (name: string) => (existsSync(join(dir, name)) ? dir : ownDir);
  return {
    insights: join(dir, 'insights'),
    episodes: join(dir, 'episodes'),
    digests: join(dir, 'digests'),
    themes: join(holderOf('themes'), 'themes'),
    shows: holderOf('shows.yaml'),
  };
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
