import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { EpisodeId, ShowId } from '#domain/ids.ts';
import { createTranscriptFolder } from '../../scripts/adapters/folder-transcript-source.ts';
import { ItemError, SettingsError } from '../../scripts/errors.ts';

const EPISODE = {
  id: EpisodeId.parse('2026-07-02-tubeless-3fa1'),
  show: ShowId.parse('the-spoke'),
  guid: 'spoke-17',
  title: 'Tubeless: yes or no?',
  audio: 'https://pods.example/a/ep%2017.mp3?token=1',
};

async function folderOf(context: TestContext, files: Record<string, string>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'transcripts-'));
  context.after(() => rm(dir, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), text);
  }
  return dir;
}

test('an episode is found by its id, guid, title or audio file, in the folder of the show or beside it', async (context) => {
  const names = [
    '2026-07-02-tubeless-3fa1.txt',
    'spoke-17.txt',
    'tubeless-yes-or-no.TXT',
    'ep 17.txt',
    'the-spoke/spoke-17.txt',
  ];
  for (const name of names) {
    const folder = createTranscriptFolder(await folderOf(context, { [name]: 'No tubes.', 'other.vtt': '' }));
    assert.deepEqual(await folder.find(EPISODE), {
      transcript: { cues: [{ text: 'No tubes.' }] },
      source: { from: name, type: 'text' },
    });
  }
});

test('the richest format wins', async (context) => {
  const dir = await folderOf(context, {
    'spoke-17.txt': 'No tubes.',
    '2026-07-02-tubeless-3fa1.html': '<p>No tubes.</p>',
    'spoke-17.srt': '1\n00:00:00,000 --> 00:00:01,000\nNo tubes.\n',
  });
  assert.equal((await createTranscriptFolder(dir).find(EPISODE))?.source.type, 'srt');
});

test('nothing is read outside the folder', async (context) => {
  const dir = await folderOf(context, { 'secret.txt': 'Not for you.', 'in/other.txt': 'No.' });
  await symlink(join(dir, 'secret.txt'), join(dir, 'in', 'spoke-17.txt'));
  const folder = createTranscriptFolder(join(dir, 'in'));
  for (const guid of ['../secret', 'x/../../secret', join(dir, 'secret'), 'spoke-17', '.', '']) {
    assert.equal(await folder.find({ ...EPISODE, guid }), undefined, guid);
  }
});

test('a title without a Latin letter names no file', async (context) => {
  const folder = createTranscriptFolder(await folderOf(context, { 'untitled.txt': 'No.', '.txt': 'No.' }));
  assert.equal(await folder.find({ ...EPISODE, title: '内卷', audio: undefined }), undefined);
});

test('a broken file is an error that names it, a missing folder a wrong setting', async (context) => {
  const dir = await folderOf(context, { 'the-spoke/spoke-17.vtt': '<!doctype html><html></html>' });
  await assert.rejects(
    createTranscriptFolder(dir).find(EPISODE),
    (error) => error instanceof ItemError && /spoke-17\.vtt/.test(error.message),
  );
  await assert.rejects(createTranscriptFolder(join(dir, 'none')).find(EPISODE), SettingsError);
});
