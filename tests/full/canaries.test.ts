import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { wordsOf } from '#domain/words.ts';
import { parseVtt } from '../../scripts/adapters/transcripts/parse-vtt.ts';
import { CANARY, canaryShows, startCanaryHost, transcript } from '../support/canary-host.ts';
import type { LoopbackServer } from '../support/loopback-server.ts';
import {
  replyWith,
  startModelServer,
  userOf,
  type ChatBody,
  type Heard,
  type ModelReply,
} from '../support/model-server.ts';
import { runCommand, type Outcome } from '../support/run-command.ts';

const ROOT = join(import.meta.dirname, '../..');
const KEY = 'sk-canary-Qx7Lm2Vt9Rz4Kp8W';
const BASE_KEY = 'canaryGate5Hn8Wd3Rj6Yb1';
const CANARIES = /canary/i;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/i;

let dir: string;
let host: LoopbackServer;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'winnow-'));
  host = await startCanaryHost();
});
after(async () => {
  await host.close();
  await rm(dir, { recursive: true, force: true });
});

const at = (...parts: string[]) => join(dir, 'canary-folder', ...parts);
const environment = () => ({
  HOME: at('home'),
  USER: 'canary-user',
  EMAIL: 'canary.me@example.org',
  GITHUB_TOKEN: 'ghp_canaryGithub',
  NPM_TOKEN: 'npm_canaryNpm',
  DATABASE_URL: 'postgres://canary:canary@localhost/canary',
  CACHE_DIR: at('cache'),
  ASTRO_TELEMETRY_DISABLED: '1',
});

/** Paths that a person typed are theirs to see. */
const seen = ({ stdout, stderr }: Outcome, typed: readonly string[]) =>
  typed.reduce((text, path) => text.replaceAll(path, 'TYPED'), stdout + stderr);

function assertClean(text: string, where: string): void {
  for (const pattern of [CANARIES, MAIL]) {
    const found = pattern.exec(text);
    const around = found && text.slice(Math.max(0, found.index - 200), found.index + 100);
    assert.equal(around, null, where);
  }
  for (const path of [ROOT, dir])
    assert.ok(
      !text.includes(path),
      `${path} in ${where}: ${text.slice(text.indexOf(path) - 150, text.indexOf(path) + 150)}`,
    );
}

/** Every file below `folder` as text, what is compressed too. */
async function readAll(folder: string): Promise<[name: string, text: string][]> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(
    entries.map(async ({ parentPath, name }) => {
      const bytes = await readFile(join(parentPath, name));
      const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      return [join(parentPath, name).slice(folder.length + 1), plain.toString('utf8')] as [string, string];
    }),
  );
}

async function run(name: string, env: Record<string, string> = {}) {
  const content = at(name);
  await mkdir(content, { recursive: true });
  await mkdir(at('home'), { recursive: true });
  // A list that a person wrote themselves: the one file that may have their secrets.
  await writeFile(join(content, 'shows.yaml'), canaryShows(host.origin));
  const report = at(`${name}.json`);
  const flags = ['--since', '2026-06-01', '--now', '2026-08-01T06:00:00Z', '--allow-private-hosts'];
  const outcome = await runCommand('daily', ['--content', content, '--report', report, ...flags], {
    ...environment(),
    ...env,
  });
  return { outcome, content, report: await readFile(report, 'utf8').catch(() => '') };
}

async function assertContentClean(content: string): Promise<string[]> {
  const files = (await readAll(content)).filter(([name]) => name !== 'shows.yaml');
  for (const [name, text] of files) assertClean(name + text, `content/${name}`);
  return files.map(([name]) => name);
}

/** Log, report and content of a run; gives the files of the content. */
async function assertRunClean({ outcome, content, report }: Awaited<ReturnType<typeof run>>): Promise<string[]> {
  assertClean(seen(outcome, [content]), 'the log');
  assertClean(report, 'the report');
  return assertContentClean(content);
}

test('secrets of addresses, hosts that repeat them, and people’s e-mail addresses reach no content, page, report or log', async () => {
  const { outcome, content, report } = await run('embedded');
  assert.equal(outcome.code, 0, outcome.stderr);
  assertClean(seen(outcome, [content]), 'the log of the daily job');
  assertClean(report, 'the report');
  const { shows, episodes } = JSON.parse(report);
  assert.deepEqual(
    shows.map(({ id, status }: { id: string; status: string }) => `${id} ${status}`),
    [
      'open ok',
      'login ok',
      'query ok',
      'path ok',
      'fails failed',
      'text failed',
      'json failed',
      'moved failed',
      'ftp failed',
      'marked ok',
      'refused failed',
      'told failed',
      'nowhere failed',
    ],
  );
  assert.equal(episodes.length, 16);
  const files = await assertContentClean(content);
  assert.ok(files.some((name) => name.startsWith('insights/')) && files.some((name) => name.startsWith('digests/')));

  const commands: [string, string[]][] = [
    ['check', ['--content', content]],
    ['place', ['--content', content]],
    ['build', ['--out', at('site')]],
  ];
  for (const [command, args] of commands) {
    const done = await runCommand(command, args, { ...environment(), CONTENT_DIR: content });
    assert.equal(done.code, 0, done.stdout + done.stderr);
    assertClean(seen(done, [content, at('site')]), `the log of ${command}`);
  }
  await assertContentClean(content);
  const pages = await readAll(at('site'));
  assert.ok(pages.some(([name, text]) => name.endsWith('.pf_fragment') && text.includes('price')));
  for (const [name, text] of pages) assertClean(name + text, `dist/${name}`);
  assert.ok(pages.find(([name]) => name === 'shows.opml')?.[1].includes('/open/feed.xml'), 'what is open is listed');
});

test('a second run knows what the first one published, though it published no address of it', async () => {
  const { report } = await run('embedded');
  assert.deepEqual(
    JSON.parse(report).shows.map(({ newEpisodes }: { newEpisodes: number }) => newEpisodes),
    Array.from({ length: 13 }, () => 0),
  );
});

/** Takes the first line of some length for an insight, and repeats the key wherever there is room. */
function tellAll(body: ChatBody): ModelReply {
  if (body.messages[0]?.content.startsWith('You compare')) return replyWith('relations', []);
  const lines = Array.from(userOf(body).matchAll(/^(\d+)\|(.*)$/gm), ([, number, text = '']) => ({ number, text }));
  const long = lines.filter((line) => wordsOf(line.text).length >= 18);
  const draftOf = ({ number, text }: (typeof lines)[number], title: string, reason: string) => {
    const claim = `The speaker says, and has reasons for it, that the following holds: ${text.toLowerCase()}`;
    const themes = ['token-pricing'];
    return {
      from: number,
      to: number,
      title,
      claim,
      themes,
      speaker: null,
      importance: 0.8,
      reason,
      translation: null,
    };
  };
  return replyWith('insights', [
    ...long.slice(0, 1).map((line) => draftOf(line, 'what the price is', `said to Bearer ${KEY}`)),
    ...long.slice(0, 1).map((line) => draftOf(line, `${KEY} is what it costs`, 'shows what it costs')),
    ...long.map((line) => draftOf(line, 'write to canary.mail@example.org', 'canary.mail@example.org says so')),
  ]);
}

for (const [name, reply] of [
  ['answers', tellAll],
  ['error', () => ({ status: 400, error: { message: `bad key ${KEY} for canary.mail@example.org at ${BASE_KEY}` } })],
  ['unknown', () => ({ status: 404, error: { message: `no model for ${KEY}` } })],
  ['refusal', () => ({ status: 401, error: { message: `wrong key ${KEY}` } })],
] as [string, (body: ChatBody) => ModelReply][])
  test(`a model server that repeats the key in its ${name} has it repeated nowhere`, async () => {
    const model = await startModelServer(reply);
    const baseUrl = name === 'answers' ? model.baseUrl : `${model.baseUrl}/${BASE_KEY}`;
    const { outcome, content, report } = await run(`model-${name}`, {
      OPENAI_API_KEY: KEY,
      OPENAI_BASE_URL: baseUrl,
      WINNOW_MODEL: 'fake',
    });
    await model.close();
    const files = await assertRunClean({ outcome, content, report });
    if (name === 'answers')
      assert.ok(
        files.some((file) => file.startsWith('insights/')),
        outcome.stdout,
      );
    else assert.match(outcome.stdout + outcome.stderr, /the model server http:\/\/127/);
  });

for (const [name, hear] of [
  ['words', () => ({ segments: heardSecrets() })],
  ['error', () => ({ status: 400, error: { message: `bad key ${KEY} for canary.mail@example.org` } })],
  ['refusal', () => ({ status: 401, error: { message: `wrong key ${KEY}` } })],
] as [string, () => Heard][])
  test(`a server that hears, and repeats the key in its ${name}, has it repeated nowhere`, async () => {
    const model = await startModelServer(() => 'silence', hear);
    const { outcome, content, report } = await run(`heard-${name}`, {
      OPENAI_API_KEY: KEY,
      OPENAI_BASE_URL: model.baseUrl,
      WINNOW_ENGINE: 'embedded',
      WINNOW_TRANSCRIBE_MODEL: at('models', 'ear-1'),
      CACHE_DIR: at(`cache-heard-${name}`),
    });
    await model.close();
    assert.ok(model.heard.length > 0, outcome.stdout + outcome.stderr);
    const files = await assertRunClean({ outcome, content, report });
    if (name === 'words')
      assert.ok(
        files.some((file) => file.startsWith('insights/')),
        outcome.stdout,
      );
  });

/** Talk on the themes, with the key and addresses of people between it. */
const heardSecrets = () =>
  parseVtt(transcript()).map(({ text, startMs = 0, endMs = 0 }, index) => ({
    text: `${text.replace(/<[^>]*>/g, '')}${index % 20 === 0 ? ` ${KEY}` : ''}`,
    start: startMs / 1000,
    end: endMs / 1000,
  }));

test('files that cannot be read and a run that breaks down are told of without the folders that they are in', async () => {
  const content = at('broken');
  await mkdir(join(content, 'insights/2026/07'), { recursive: true });
  await writeFile(join(content, 'insights/2026/07/2026-07-01-x-1234.mdx'), '---\ntitle: 1\n---\n');
  const { outcome, report } = await run('broken');
  assert.match(report, /insights\/2026\/07\/2026-07-01-x-1234\.mdx:/);
  assertClean(report, 'the report');
  assertClean(seen(outcome, [content]), 'the log');
  await writeFile(at('no-cache'), '');
  const broken = await run('crash', { CACHE_DIR: at('no-cache', 'below') });
  assert.equal(broken.outcome.code, 2);
  assertClean(seen(broken.outcome, [at('no-cache', 'below'), broken.content]), 'the log of a wrong setting');
});

test('these searches find what they look for', () => {
  for (const text of [KEY, CANARY.mail, 'a@b.example', ROOT, dir]) assert.throws(() => assertClean(`x ${text} y`, ''));
});
