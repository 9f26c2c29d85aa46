import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readInsightFile } from '#markdown/insight-file.ts';
import { openAudio } from '../../scripts/adapters/audio/open-audio.ts';
import { parseVtt } from '../../scripts/adapters/transcripts/parse-vtt.ts';
import type { Report } from '../../scripts/report.ts';
import { startServer, type LoopbackServer } from '../support/loopback-server.ts';
import { startModelServer, type Heard, type ModelServer, type SoundBody } from '../support/model-server.ts';
import { readTree } from '../support/read-tree.ts';
import { runCommand } from '../support/run-command.ts';

const SAMPLE = new URL('../../scripts/samples/price-floor/who-pays-for-the-price-war', import.meta.url).href;
const read = (ending: string) => readFile(new URL(`${SAMPLE}.${ending}`));

/** A sample show whose feed links no transcript, only the audio. */
const feed = (audio: string) => `<?xml version="1.0"?><rss version="2.0"><channel><title>The Price Floor</title>
<item><guid>1</guid><title>Who Pays for the Price War?</title><pubDate>Mon, 06 Jul 2026 06:00:00 GMT</pubDate>
<enclosure url="${audio}" type="audio/mpeg" length="550881"/></item></channel></rss>`;

let dir: string;
let host: LoopbackServer;
let model: ModelServer;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'winnow-'));
  const mp3 = await read('mp3');
  // Twice the same talk: 9 minutes, 1.1 MB.
  const audio: Record<string, Buffer> = { '/1.mp3': mp3, '/long.mp3': Buffer.concat([mp3, mp3]) };
  host = await startServer(({ url = '' }, response) => {
    response.writeHead(200, { 'content-type': url in audio ? 'audio/mpeg' : 'text/xml' });
    response.end(audio[url] ?? feed(`${host.origin}${url.replace('.xml', '.mp3')}`));
  });
  const cues = parseVtt((await read('vtt')).toString());
  const totalMs = (await openAudio(mp3)).durationMs;
  // As Whisper has it: no names, times in seconds of the part, of which the second and last one begins where its length says.
  const hear = async ({ bytes }: SoundBody, before: number): Promise<Heard> => {
    const { durationMs } = await openAudio(bytes);
    const fromMs = before === 0 ? 0 : totalMs - durationMs;
    const segments = cues
      .map(({ text, startMs = 0, endMs = 0 }) => ({ text, start: startMs - fromMs, end: endMs - fromMs }))
      .filter(({ start }) => start >= 0 && start < durationMs)
      .map(({ text, start, end }) => ({
        text: ` ${text.replace(/<[^>]*>/g, '')}`,
        start: start / 1000,
        end: end / 1000,
      }));
    return { language: 'english', segments };
  };
  model = await startModelServer(() => 'silence', hear);
});
after(async () => {
  await Promise.all([host.close(), model.close()]);
  await rm(dir, { recursive: true });
});

async function daily(name: string, env: Record<string, string> = {}, path = '/1.xml') {
  const [content, report, shows] = [join(dir, name), join(dir, `${name}.json`), `${host.origin}${path}`];
  const opml = `<opml version="2.0"><body><outline type="rss" text="The Price Floor" xmlUrl="${shows}"/></body></opml>`;
  await writeFile(join(dir, 'shows.opml'), opml);
  const flags = ['--shows', join(dir, 'shows.opml'), '--content', content, '--report', report, '--engine', 'embedded'];
  const times = ['--since', '2026-07-01', '--now', '2026-07-07T06:00:00Z', '--allow-private-hosts'];
  const outcome = await runCommand('daily', [...flags, ...times], { CACHE_DIR: join(dir, `${name}-cache`), ...env });
  const saved = async () => JSON.parse(await readFile(report, 'utf8')) as Report;
  return { ...outcome, content, report: outcome.code === 2 ? undefined : await saved() };
}

test('an episode without a transcript is heard, its quotes are proven in what was heard, and it is heard once', async () => {
  const env = { WINNOW_TRANSCRIBE_MODEL: '/home/me/models/ear-1', OPENAI_BASE_URL: model.baseUrl };
  const first = await daily('heard', env);
  assert.equal(first.code, 0, first.stderr);
  const [episode] = first.report?.episodes ?? [];
  assert.equal(episode?.status, 'published', first.stdout);
  assert.match(first.stdout, /speech recognition: 5 minutes of audio heard/);
  const tree = await readTree(first.content);
  const insights = Object.entries(tree).filter(([path]) => path.startsWith('insights/'));
  assert.equal(insights.length, episode?.insights);
  for (const [path, text] of insights) {
    const { quote, speaker } = readInsightFile(text, path).insight;
    assert.ok(quote.startMs !== undefined && quote.endMs !== undefined && speaker === undefined);
  }
  const record = Object.entries(tree).find(([path]) => path.startsWith('episodes/'))?.[1] ?? '';
  assert.deepEqual((JSON.parse(record) as { transcript: object }).transcript, {
    from: `${host.origin}/1.mp3`,
    type: 'speech',
    model: 'ear-1',
  });

  // Without the setting too: what was heard is at hand.
  const asked = host.requests.filter(({ url }) => url === '/1.mp3').length;
  const checked = await runCommand('check', ['--content', first.content], { CACHE_DIR: join(dir, 'heard-cache') });
  assert.match(checked.stdout, new RegExp(`${insights.length} quotes? proven again`), checked.stderr);
  await rm(first.content, { recursive: true });
  assert.equal((await daily('heard', env)).code, 0);
  assert.deepEqual(await readTree(first.content), tree);
  assert.deepEqual([host.requests.filter(({ url }) => url === '/1.mp3').length, model.heard.length], [asked, 2]);
});

test('without a model that hears, the episode waits as before, and no audio is asked for', async () => {
  const before = host.requests.length;
  const run = await daily('waiting', { OPENAI_BASE_URL: model.baseUrl });
  assert.deepEqual(
    run.report?.episodes.map(({ status }) => status),
    ['waiting'],
  );
  assert.deepEqual(
    host.requests.slice(before).map(({ url }) => url),
    ['/1.xml'],
  );
});

test('audio beyond WINNOW_MAX_AUDIO_MB or WINNOW_MAX_AUDIO_MINUTES is not heard: the episode waits, and its record says why', async () => {
  const heard = model.heard.length;
  const env = { WINNOW_TRANSCRIBE_MODEL: 'ear-1', OPENAI_BASE_URL: model.baseUrl };
  const long = await daily('long', { ...env, WINNOW_MAX_AUDIO_MINUTES: '4' });
  const large = await daily('large', { ...env, WINNOW_MAX_AUDIO_MB: '1' }, '/long.xml');
  assert.deepEqual([long.code, large.code, model.heard.length], [0, 0, heard]);
  const reasonOf = async ({ content }: { content: string }) => Object.values(await readTree(content)).join('');
  assert.match(
    await reasonOf(long),
    /its audio is 5 minutes long, more than a run may hear \(WINNOW_MAX_AUDIO_MINUTES=4\)/,
  );
  assert.match(await reasonOf(large), /long\.mp3 is not heard: it is larger than 1 MB, .* raise WINNOW_MAX_AUDIO_MB/);
});

test('a model without a server to ask is a wrong setting', async () => {
  const run = await daily('nowhere', { WINNOW_TRANSCRIBE_MODEL: 'ear-1' });
  assert.equal(run.code, 2);
  assert.match(run.stderr, /WINNOW_TRANSCRIBE_MODEL=ear-1 \(environment\): speech recognition needs a server/);
});
