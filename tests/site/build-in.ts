import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTree } from '../support/read-tree.ts';

export interface Built {
  ok: boolean;
  /** All that the build printed. */
  output: string;
  /** The folder of the built site. */
  dir: string;
  /** A file of the built site; throws where there is none. */
  read: (path: string) => Promise<string>;
  /** Every file of it, by its path. */
  readAll: () => Promise<Record<string, string>>;
}

const BUILD = "const { buildSite } = await import('./scripts/build-site.ts'); await buildSite(process.argv[1]);";

/** Builds the real site from `contentDir` into `outDir`, in a process of its own. `settings` are those of the site. */
export function buildIn(contentDir: string, outDir: string, settings: Record<string, string> = {}): Promise<Built> {
  const env = {
    ...process.env,
    SITE_URL: '',
    BASE_PATH: '',
    ...settings,
    CONTENT_DIR: contentDir,
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--input-type=module', '--eval', BUILD, outDir],
      { env, maxBuffer: 1e8 },
      (error, stdout, stderr) =>
        resolve({
          ok: error === null,
          output: stdout + stderr,
          dir: outDir,
          read: (path) => readFile(join(outDir, path), 'utf8'),
          readAll: () => readTree(outDir),
        }),
    );
  });
}
