import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Cache } from '../ports.ts';

/** Raised when the layout changes: entries of an older one are misses, and may be deleted. */
const LAYOUT = 'v1';
const DIGEST_BYTES = 32;

/**
 * Keeps entries as files `<dir>/v1/<kind>/<ab>/<sha256 of the key>`, each led by the SHA-256 of its value.
 * What is not there or damaged is a miss; reading throws where the disk does (EMFILE is not a miss: the value is there).
 * Writing is atomic.
 */
export function createFileCache(dir: string): Cache {
  const fileOf = (kind: string, key: string) => {
    const name = sha256(key).toString('hex');
    return join(dir, LAYOUT, kind, name.slice(0, 2), name);
  };
  return {
    async get(kind, key) {
      const file = await readIfExists(fileOf(kind, key));
      if (!file || file.length < DIGEST_BYTES) return undefined;
      const value = file.subarray(DIGEST_BYTES);
      return sha256(value).equals(file.subarray(0, DIGEST_BYTES)) ? value : undefined;
    },
    async put(kind, key, value) {
      const file = fileOf(kind, key);
      await mkdir(dirname(file), { recursive: true });
      // No fsync: a file that a power cut tore fails its digest, and is fetched again.
      await writeFileAtomic(file, Buffer.concat([sha256(value), value]), { fsync: false });
    },
  };
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();

async function readIfExists(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
