import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { BufferSource, BufferTarget, EncodedAudioPacketSource, EncodedPacketSink, Input } from 'mediabunny';
import { MP3 as MP3_FORMAT, Mp4OutputFormat, Output } from 'mediabunny';
import { openAudio, type AudioPart } from '../../../scripts/adapters/audio/open-audio.ts';
import { ItemError } from '../../../scripts/errors.ts';
import { clockWav, hearClock } from '../../support/clock-wav.ts';

const read = async (path: string) => new Uint8Array(await readFile(new URL(`../../../${path}`, import.meta.url)));
const MP3 = 'scripts/samples/price-floor/who-pays-for-the-price-war.mp3';
const MUCH = 1_000_000_000;

async function cutAll(bytes: Uint8Array, ms: number, most = MUCH): Promise<AudioPart[]> {
  const audio = await openAudio(bytes);
  const parts: AudioPart[] = [];
  for (let part = await audio.cut(0, { ms, bytes: most }); part;) {
    parts.push(part);
    part = await audio.cut(part.endMs, { ms, bytes: most });
  }
  return parts;
}

// Three seconds of a sample episode, in all the forms that podcasts come in.
for (const [path, ms, mediaType] of [
  [MP3, 275_328, 'audio/mpeg'],
  ['tests/fixtures/audio/speech.m4a', 3072, 'audio/mp4'],
  ['tests/fixtures/audio/speech.aac', 3072, 'audio/mp4'],
  ['tests/fixtures/audio/opus.ogg', 3000, 'audio/ogg'],
  ['tests/fixtures/audio/vorbis.ogg', 3000, 'audio/ogg'],
  ['tests/fixtures/audio/speech.flac', 3024, 'audio/flac'],
] as const)
  test(`${path} is cut into parts that are files of their own and follow one another without a gap`, async () => {
    const bytes = await read(path);
    const parts = await cutAll(bytes, ms / 3 + 100);
    assert.equal(parts.length, 3);
    assert.ok(Math.abs((parts[2]?.endMs ?? 0) - ms) < 100, `ends at ${parts[2]?.endMs}`);
    for (const [index, part] of parts.entries()) {
      assert.equal(part.mediaType, mediaType);
      assert.ok(Math.abs(part.startMs - (parts[index - 1]?.endMs ?? 0)) <= 40, `${part.startMs}`);
      const again = await openAudio(part.bytes);
      assert.ok(Math.abs(again.durationMs - (part.endMs - part.startMs)) <= 40, `${again.durationMs}`);
    }
    const size = parts.reduce((sum, part) => sum + part.bytes.length, 0);
    assert.ok(size < bytes.length * 1.6 + 10_000, 'copied, not written anew');
  });

test('a part holds the sound of its time, and no more than its bounds', async () => {
  const audio = await openAudio(clockWav(30));
  const part = await audio.cut(12_000, { ms: 5000, bytes: MUCH });
  const { startMs = 0, endMs = 0 } = part ?? {};
  // It begins with the packet that has the moment; here, one has 256 ms.
  assert.ok(startMs <= 12_000 && startMs > 11_700, `${startMs}`);
  assert.ok(endMs - startMs <= 5000 && endMs - startMs > 4700, `${endMs}`);
  assert.deepEqual([part?.mediaType, part?.ending], ['audio/wav', 'wav']);
  const heard = hearClock(part?.bytes ?? new Uint8Array());
  assert.deepEqual(
    heard.map(({ second }) => second),
    [11, 12, 13, 14, 15, 16],
  );
  assert.equal(startMs + (heard[1]?.atMs ?? 0), 12_000);
  const small = await audio.cut(0, { ms: MUCH, bytes: 50_000 });
  assert.ok((small?.endMs ?? 0) > 2500 && (small?.endMs ?? 0) <= 3125, `${small?.endMs}`);
  assert.equal(await audio.cut(30_000, { ms: 1000, bytes: MUCH }), undefined);
});

test('two recordings glued together, with the tags and the picture of the second between them, are one', async () => {
  const speech = await read(MP3);
  // An ID3v2.3 tag of 20,000 bytes, as ad servers leave them where they insert.
  const tag = Buffer.concat([Buffer.from('ID3\x03\0\0\0\x01\x1c\x20', 'latin1'), Buffer.alloc(20_000)]);
  const audio = await openAudio(new Uint8Array(Buffer.concat([tag, speech, tag, speech])));
  assert.ok(Math.abs(audio.durationMs - 550_656) < 200, `${audio.durationMs}`);
});

const MINUTES = { ms: 180_000, bytes: 20_000_000 };

// Servers charge for what they hear.
test('a file that says that it is shorter than its sound is refused', async () => {
  const wav = clockWav(60);
  // Bytes of a moment, in the header of a WAV file: 2, of one channel with 16 bits.
  wav.writeUInt16LE(400, 32);
  const m4a = Buffer.from(await read('tests/fixtures/audio/speech.m4a'));
  // Length of a sample in the only entry of its table of times, 1024.
  m4a.writeUInt32BE(2, m4a.indexOf('stts') + 16);
  for (const file of [wav, m4a])
    await assert.rejects(
      openAudio(new Uint8Array(file)).then((audio) => audio.cut(0, MINUTES)),
      /it has \d+ s of sound where it says \d+/,
    );
});

test('a file that names the same sound over and over is refused', async () => {
  const audio = await openAudio(clockWav(60));
  const cutOften = async () => {
    for (let times = 0; times < 10; times++) await audio.cut(0, MINUTES);
  };
  await assert.rejects(cutOften, /there is more in it than its size/);
});

test('sound in a container that could say anything of its length is refused', async () => {
  const input = new Input({ source: new BufferSource(await read(MP3)), formats: [MP3_FORMAT] });
  const output = new Output({ format: new Mp4OutputFormat(), target: new BufferTarget() });
  const track = await input.getPrimaryAudioTrack();
  const source = new EncodedAudioPacketSource('mp3');
  output.addAudioTrack(source);
  await output.start();
  const decoderConfig = await track?.getDecoderConfig();
  assert.ok(track && decoderConfig);
  for await (const packet of new EncodedPacketSink(track).packets()) await source.add(packet, { decoderConfig });
  await output.finalize();
  await assert.rejects(openAudio(new Uint8Array(output.target.buffer ?? new ArrayBuffer())), /its sound is mp3 in MP4/);
});

for (const [what, bytes] of [
  ['nothing', Buffer.alloc(0)],
  ['a page', Buffer.from('<!doctype html><title>404 Not Found</title>')],
  ['a playlist that names other addresses', Buffer.from('#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1/secret\n')],
  ['half of a header', Buffer.from('ID3\x04\0\0', 'latin1')],
] as const)
  test(`${what} is refused: there is no sound in it`, async () => {
    await assert.rejects(
      openAudio(new Uint8Array(bytes)),
      (error) => error instanceof ItemError && error.message.startsWith('it cannot be read as MP3, M4A'),
    );
  });
