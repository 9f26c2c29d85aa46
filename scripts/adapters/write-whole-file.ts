import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { makeFolder } from './make-folder.ts';

/**
 * Writes a file whole or not at all, and makes the folders on the way to it. Throws as the disk does; then what stood before stands,
 * and nothing is left beside it. Without `fsync`, a power cut may still tear it.
 */
export async function writeWholeFile(
  path: string,
  data: string | Uint8Array,
  { fsync = true }: { fsync?: boolean } = {},
): Promise<void> {
  await makeFolder(dirname(path));
  // The library writes once, and takes the short write of a disk that fills up for a whole one; Node's own goes on or throws.
  await writeFileAtomic(path, '', { fsync, tmpfileCreated: (temporary) => writeFile(temporary, data) });
}

/** What a run that was killed in the middle of a write leaves behind. */
export const isHalfWritten = (name: string): boolean => /\.(?:mdx|json)\.\d+$/.test(name);
