import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { drawCard } from '../../src/cards/draw-card.ts';
import { keptCard } from '../../src/cards/kept-cards.ts';

const CARD = {
  label: 'Pricing',
  title: 'Tokens are sold below cost',
  source: 'Ada Price',
  color: 'oklch(0.55 0.13 250)',
};

let dir: string;
before(async () => void (dir = await mkdtemp(join(tmpdir(), 'winnow-cards-'))));
after(() => rm(dir, { recursive: true, force: true }));

test('the same words give the same picture, and other words or colours another', async () => {
  const [one, same, other, red] = await Promise.all([
    drawCard(CARD),
    drawCard({ ...CARD }),
    drawCard({ ...CARD, title: 'Tokens are sold above cost' }),
    drawCard({ ...CARD, color: 'oklch(0.55 0.13 20)' }),
  ]);
  assert.ok(one.equals(same));
  assert.ok(!one.equals(other) && !one.equals(red));
});

test('markup in a title is drawn as text', async () => {
  const image = await drawCard({ ...CARD, title: '<svg onload=alert(1)> & “quoted”' });
  assert.equal(image.toString('latin1', 1, 4), 'PNG');
});

test('a card is drawn once, and taken away when no build asks for it', async () => {
  const names = [`${'0'.repeat(24)}.png`, 'somebody.png'];
  for (const name of names) {
    await writeFile(join(dir, name), 'old');
    await utimes(join(dir, name), new Date('2020-01-01'), new Date('2020-01-01'));
  }
  const first = await keptCard(CARD, dir);
  // What others put into the folder stays.
  const [name = '', ...rest] = (await readdir(dir)).sort();
  assert.deepEqual(rest, ['somebody.png']);
  const seal = createHash('sha256').update('kept').digest();
  await writeFile(join(dir, name), Buffer.concat([Buffer.from('kept'), seal]));
  assert.equal((await keptCard(CARD, dir)).toString(), 'kept');
  assert.notEqual(first.toString(), 'kept');
});

for (const [what, damage] of [
  ['cut off', (file) => file.subarray(0, -40)],
  ['emptied', () => Buffer.of()],
  ['overwritten', (file) => Buffer.alloc(file.length, 7)],
] as [string, (file: Buffer) => Buffer][])
  test(`a kept card that was ${what} is drawn again`, async () => {
    const folder = await mkdtemp(join(dir, 'damaged-'));
    const first = await keptCard(CARD, folder);
    const [name = ''] = await readdir(folder);
    const path = join(folder, name);
    await writeFile(path, damage(await readFile(path)));
    assert.ok((await keptCard(CARD, folder)).equals(first));
    assert.ok((await readFile(path)).subarray(0, first.length).equals(first));
  });

test('a card that cannot be kept is drawn all the same', async () => {
  await writeFile(join(dir, 'file'), '');
  assert.equal((await keptCard(CARD, join(dir, 'file'))).toString('latin1', 1, 4), 'PNG');
});
