import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import writeFileAtomic from 'write-file-atomic';

/** A variable font of an npm package, and what of it the site needs. */
export interface FontCut {
  /** The file as packages name it, such as `@fontsource-variable/inter/files/inter-latin-wght-normal.woff2`. */
  file: string;
  /** CSS `unicode-range` of the characters to keep. */
  range: string;
  /** The weights to keep, first and last. */
  weights: [number, number];
  /** OpenType tags of the features to keep. */
  features: readonly string[];
  /** A name that the font's licence reserves for the font as its makers give it, and another one of as many letters for the cut. */
  rename?: { reserved: string; name: string } | undefined;
}

/**
 * The absolute path of a WOFF2 file with only the characters, weights and features that are asked for: half the bytes.
 * It is made once and kept in `cacheDir`.
 */
export async function cutFont({ file, range, weights, features, rename }: FontCut, cacheDir: string): Promise<string> {
  const source = await readFile(createRequire(import.meta.url).resolve(file));
  const key = createHash('sha256')
    .update(source)
    .update(JSON.stringify([range, weights, features, rename]))
    .digest('hex');
  const path = join(cacheDir, `${key.slice(0, 16)}.woff2`);
  if (existsSync(path)) return path;
  const [min, max] = weights;
  const cut = { keepFeatures: features, noHinting: true, variationAxes: { wght: { min, max, default: min } } };
  const plain = await subsetFont(source, charactersOf(range), { ...cut, targetFormat: 'truetype' });
  const named = rename ? renamed(plain, rename) : plain;
  const font = await subsetFont(named, charactersOf(range), { ...cut, targetFormat: 'woff2' });
  await mkdir(cacheDir, { recursive: true });
  // Builds run side by side.
  await writeFileAtomic(path, font);
  return path;
}

/**
 * The font under another name in its name table, which holds UTF-16BE; the notice of copyright, which has the reserved name in
 * quotation marks, stays.
 */
function renamed(font: Buffer, { reserved, name }: { reserved: string; name: string }): Buffer {
  if (reserved.length !== name.length) throw new Error(`"${name}" has not as many letters as "${reserved}"`);
  const other = Buffer.from(font);
  for (const separator of ['', ' ']) {
    const [from, to] = [reserved, name].map((words) => utf16be(words.replace(' ', separator)));
    for (let at = other.indexOf(from!); at >= 0; at = other.indexOf(from!, at + 1)) other.set(to!, at);
  }
  return other;
}

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

/** The characters of a `unicode-range` such as "U+20-7E,U+2019". */
function charactersOf(range: string): string {
  return range
    .split(',')
    .flatMap((part) => {
      const [first = 0, last = first] = part
        .trim()
        .replace(/^U\+/i, '')
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    })
    .join('');
}
