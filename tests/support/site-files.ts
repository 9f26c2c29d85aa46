import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The HTML pages of a built site, by their paths below `dir`. */
export async function readPages(dir: string): Promise<Map<string, string>> {
  const files = (await filesOf(dir)).filter((file) => file.endsWith('.html'));
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(dir, file), 'utf8')] as const)),
  );
}

/** All files below `dir`, with slashes. */
export async function filesOf(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(dir.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}
