import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
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
  await writeFile(join(dir, name), 'kept');
  assert.equal((await keptCard(CARD, dir)).toString(), 'kept');
  assert.notEqual(first.toString(), 'kept');
});
