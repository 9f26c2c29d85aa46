import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { SettingsError } from './errors.ts';

const FIX = 'name a folder of its own for the site, such as dist';

/**
 * The real path of the folder that a build replaces, whole. Throws a `SettingsError` where that would take something
 * else than an earlier site: sources, content, a repository, or files of unknown origin.
 */
export function checkOutDir(path: string, contentDir: string): string {
  const outDir = realPathOf(resolve(path));
  const cwd = process.cwd();
  const refuse = (why: string): never => {
    throw new SettingsError(`--out ${path}: ${why}; ${FIX}`);
  };
  if (isWithin(cwd, outDir)) refuse('this folder holds the project itself, and a build replaces it');
  if (outDir.split(sep).includes('.git')) refuse('this folder belongs to git');
  for (const source of [contentDir, 'content', 'src', 'scripts'].map((dir) => realPathOf(resolve(dir)))) {
    if (isWithin(source, outDir)) refuse(`this folder holds ${source}, and a build replaces it`);
    if (isWithin(outDir, source)) refuse(`this folder lies in ${source}, where only sources belong`);
  }
  if (!existsSync(outDir)) return outDir;
  if (readdirSync(outDir).length > 0 && !existsSync(join(outDir, 'index.html')))
    refuse('this folder has files in it, but no index.html, so it is no site that a build may replace');
  if (readdirSync(outDir, { recursive: true }).some((name) => basename(String(name)) === '.git'))
    refuse('this folder holds a git repository, and a build replaces it');
  return outDir;
}

const isWithin = (path: string, folder: string) =>
  `${path}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);

/** Links followed as far as the path exists. */
function realPathOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPathOf(parent), basename(path));
}
