import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import subsetFont from 'subset-font';
import { cutFont, type FontCut } from '../../src/subset-fonts.ts';

const serif: FontCut = {
  file: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  range: 'U+41-5A',
  weights: [400, 600],
  features: ['kern'],
  rename: { reserved: 'Source Serif', name: 'Winnow Serif' },
};
let dir: string;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'winnow-fonts-'));
});
after(() => rm(dir, { recursive: true }));

/** The records of a font's name table, by their number: 1 is the family, 4 the full name, 6 the PostScript name (OpenType, `name`). */
async function namesOf(cut: FontCut): Promise<Map<number, string>> {
  const font = await subsetFont(await readFile(await cutFont(cut, dir)), 'A', { targetFormat: 'truetype' });
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'name')!;
  const table = font.subarray(font.readUInt32BE(entry + 8));
  const strings = table.subarray(table.readUInt16BE(4));
  return new Map(
    Array.from({ length: table.readUInt16BE(2) }, (_, index) => {
      const record = table.subarray(6 + 12 * index);
      const at = record.readUInt16BE(10);
      const text = Buffer.from(strings.subarray(at, at + record.readUInt16BE(8)));
      return [record.readUInt16BE(6), text.swap16().toString('utf16le')];
    }),
  );
}

test('a cut font has another name than the one that its licence reserves, and the notice of copyright as it was', async () => {
  const [own, given] = [await namesOf(serif), await namesOf({ ...serif, rename: undefined })];
  assert.deepEqual([own.get(1), own.get(6)], ['Winnow Serif 4', 'WinnowSerif4-Regular']);
  assert.deepEqual([given.get(1), given.get(6)], ['Source Serif 4', 'SourceSerif4-Regular']);
  assert.match(own.get(0) ?? '', /Reserved Font Name ‘Source’/);
  assert.equal(own.get(0), given.get(0));
});

test('a name of another length is refused: every record would move', async () => {
  await assert.rejects(
    cutFont({ ...serif, rename: { reserved: 'Source Serif', name: 'Serif' } }, dir),
    /"Serif" has not as many letters/,
  );
});
