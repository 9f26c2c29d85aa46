import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder with those on the way to it, where they are not there; gives the first one that it made. Throws what the disk says:
 * Node's own way of it says of a read-only file system that there is no such folder.
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  try {
    await mkdir(path);
    return path;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const parent = dirname(path);
    if (code === 'ENOENT' && parent !== path) {
      const first = await makeFolder(parent);
      const last = await makeFolder(path);
      return first ?? last;
    }
    if (await isFolder(path)) return undefined;
    throw error;
  }
}

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
