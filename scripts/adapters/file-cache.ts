import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Cache } from '../ports.ts';
import { asTyped } from './as-typed.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** Raised when the layout changes: entries of an older one are misses, and may be deleted. */
const LAYOUT = 'v1';
const DIGEST_BYTES = 32;

export interface FileCache extends Cache {
  /** What there is to know of the cache so far, a line each: that it is new, damaged, of another version, or cannot be written. */
  notes(): string[];
}

/**
 * Keeps entries as files `<dir>/v1/<kind>/<ab>/<sha256 of the key>`, each led by the SHA-256 of its value. The cache can be done
 * without: what is not there, damaged or cannot be opened is a miss, and what cannot be written is not kept. Reading throws only
 * where the machine has run out of something (EMFILE is not a miss: the value is there). Writing is atomic.
 */
export function createFileCache(dir: string): FileCache {
  const root = join(dir, LAYOUT);
  const damaged = new Set<string>();
  const unkept = { count: 0, why: '' };
  let state: Promise<string[]> | undefined;
  let found: string[] = [];
  const lookOnce = async () => void (found = await (state ??= describeFolder(dir)));
  const fileOf = (kind: string, key: string) => {
    const name = sha256(key).toString('hex');
    return join(root, kind, name.slice(0, 2), name);
  };
  return {
    async get(kind, key) {
      await lookOnce();
      const file = fileOf(kind, key);
      const value = await readEntry(file);
      if (value === 'damaged') damaged.add(file);
      return value === 'damaged' ? undefined : value;
    },
    async put(kind, key, value) {
      await lookOnce();
      const file = fileOf(kind, key);
      try {
        await clearWay(file, root);
        // Its permissions would be given to the new one.
        if (damaged.has(file)) await rm(file, { recursive: true, force: true });
        // No fsync: a file that a power cut tore fails its digest, and is fetched again.
        await writeWholeFile(file, Buffer.concat([sha256(value), value]), { fsync: false });
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === undefined) throw error;
        unkept.count++;
        unkept.why ||= code;
      }
    },
    notes: () => [...found, ...describeTroubles(dir, damaged.size, unkept)],
  };
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();

/** Not the entry's fault. */
const EXHAUSTED = new Set(['EMFILE', 'ENFILE', 'ENOMEM']);

async function readEntry(path: string): Promise<Buffer | 'damaged' | undefined> {
  try {
    const file = await readFile(path);
    const value = file.subarray(DIGEST_BYTES);
    return sha256(value).equals(file.subarray(0, DIGEST_BYTES)) ? value : 'damaged';
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === '' || EXHAUSTED.has(code)) throw error;
    return 'damaged';
  }
}

/** A file where a folder belongs goes; what lies above the layout is not ours. */
async function clearWay(file: string, root: string): Promise<void> {
  for (let folder = dirname(file); folder.startsWith(root); folder = dirname(folder)) {
    const there = await stat(folder).catch(() => undefined);
    if (there?.isDirectory()) return;
    if (there) await rm(folder);
  }
}

async function describeFolder(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => error.code ?? '');
  if (typeof names === 'string' && names !== 'ENOENT')
    return [
      `cache: ${asTyped(dir)} cannot be read (${names}); mend its permissions, or set CACHE_DIR to another folder`,
    ];
  const layouts = typeof names === 'string' ? [] : names.filter((name) => /^v\d+$/.test(name));
  const others = layouts.filter((name) => name !== LAYOUT).map((name) => asTyped(join(dir, name)));
  return [
    ...(layouts.includes(LAYOUT) ? [] : [`cache: ${asTyped(dir)} is new; everything is fetched and made afresh`]),
    ...others.map(
      (other) => `cache: ${other} was made by another version of Winnow and is not read; it may be deleted`,
    ),
  ];
}

function describeTroubles(dir: string, damaged: number, unkept: { count: number; why: string }): string[] {
  const entries = (count: number) => `${count} ${count === 1 ? 'entry' : 'entries'}`;
  return [
    ...(damaged > 0 ? [`cache: ${entries(damaged)} of ${asTyped(dir)} damaged; fetched or made again`] : []),
    ...(unkept.count > 0
      ? [
          `cache: ${entries(unkept.count)} could not be written into ${asTyped(dir)} (${unkept.why}), so the next run ` +
            'fetches or makes them again; make it writable, or set CACHE_DIR to another folder',
        ]
      : []),
  ];
}
