import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Card } from './card.ts';
import { drawCard } from './draw-card.ts';

/** Counts up when cards are drawn in another way. */
const DESIGN = 1;
const KEPT_DAYS = 60;
/** Names that are given here; the folder may hold other things. */
const OWN = /^[0-9a-f]{24}\.png$/;
const DAY_MS = 86_400_000;

/** Behind each picture, which readers of PNG do not look at. */
const SEAL_BYTES = 32;

/**
 * The card as PNG, drawn once and kept in `dir`; what no build asked for in two months is taken away. A picture that was damaged is
 * drawn again, and one that cannot be kept is drawn every time.
 */
export async function keptCard(card: Card, dir: string): Promise<Buffer> {
  const key = createHash('sha256')
    .update(JSON.stringify([DESIGN, card]))
    .digest('hex')
    .slice(0, 24);
  const path = join(dir, `${key}.png`);
  await (cleaned ??= clean(dir));
  const kept = unseal(await readFile(path).catch(() => Buffer.of()));
  if (kept) {
    await utimes(path, new Date(), new Date()).catch(() => {});
    return kept;
  }
  const drawn = await drawCard(card);
  await keep(path, Buffer.concat([drawn, sealOf(drawn)])).catch(() => {});
  return drawn;
}

const sealOf = (image: Buffer): Buffer => createHash('sha256').update(image).digest();

function unseal(file: Buffer): Buffer | undefined {
  const image = file.subarray(0, -SEAL_BYTES);
  return image.length > 0 && sealOf(image).equals(file.subarray(-SEAL_BYTES)) ? image : undefined;
}

async function keep(path: string, file: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFileAtomic(path, file);
}

let cleaned: Promise<void> | undefined;

async function clean(dir: string): Promise<void> {
  for (const name of (await readdir(dir).catch(() => [])).filter((it) => OWN.test(it))) {
    const path = join(dir, name);
    // Another build may have taken it away.
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (mtimeMs < Date.now() - KEPT_DAYS * DAY_MS) await rm(path, { force: true }).catch(() => {});
  }
}
