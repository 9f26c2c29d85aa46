import assert from 'node:assert/strict';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createBeatFolder } from '../../scripts/adapters/beat-folder.ts';

const THEME =
  '---\ntitle: Gears\ndescription: d\ndefinition: What is said of chains and sprockets and hub gears.\norder: 1\ncolor: red\nterms: [a, b, c]\n---\n\nPrimer.\n';
async function folders() {
  const root = await mkdtemp(join(tmpdir(), 'winnow-'));
  const [dir, own] = [join(root, 'mine'), join(root, 'own')];
  await mkdir(join(own, 'themes'), { recursive: true });
  await mkdir(join(dir, 'themes'), { recursive: true });
  await writeFile(join(own, 'themes/owned.mdx'), THEME);
  await writeFile(join(own, 'shows.yaml'), '');
  return { dir, own };
}

test('what a content folder has itself counts, the rest is the repository’s own', async () => {
  const { dir, own } = await folders();
  await writeFile(join(dir, 'themes/mine.mdx'), THEME);
  const beat = createBeatFolder(dir, own);
  assert.deepEqual(
    (await beat.loadThemes()).map(({ id }) => id),
    ['mine'],
  );
  assert.equal(beat.showsFile, join(own, 'shows.yaml'));
  assert.deepEqual(
    (await createBeatFolder(join(dir, 'nowhere'), own).loadThemes()).map(({ id }) => id),
    ['owned'],
  );
});

test('a glossary may be missing', async () => {
  const { dir, own } = await folders();
  assert.deepEqual(await createBeatFolder(dir, own).loadGlossary(), []);
});

test('a wrong theme is a settings error with file, line and field', async () => {
  const { dir, own } = await folders();
  await writeFile(join(dir, 'themes/bad.mdx'), THEME.replace('order: 1', 'order: first'));
  await assert.rejects(createBeatFolder(dir, own).loadThemes(), {
    name: 'SettingsError',
    message: /themes\/bad\.mdx:5: order: /,
  });
});

test('a folder of themes with none in it is a settings error', async () => {
  const { dir, own } = await folders();
  await assert.rejects(createBeatFolder(dir, own).loadThemes(), { name: 'SettingsError', message: /no theme here/ });
});
