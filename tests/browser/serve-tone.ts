import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const RATE = 8000;

/** Serves a minute of a quiet tone as `/tone.wav`, with byte ranges as podcast hosts do. */
export async function serveTone(seconds = 60): Promise<{ url: string; close: () => void }> {
  const wav = makeWav(seconds);
  const server = createServer((request, response) => {
    const [, from = '0', to = ''] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '') ?? [];
    const end = to ? Number(to) : wav.length - 1;
    const part = wav.subarray(Number(from), end + 1);
    const headers = { 'Content-Type': 'audio/wav', 'Accept-Ranges': 'bytes', 'Content-Length': part.length };
    if (!request.headers.range) response.writeHead(200, headers).end(part);
    else response.writeHead(206, { ...headers, 'Content-Range': `bytes ${from}-${end}/${wav.length}` }).end(part);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tone.wav`, close: () => server.close() };
}

/** Eight-bit mono PCM. */
export function makeWav(seconds: number): Buffer {
  const samples = Buffer.alloc(RATE * seconds).map((_, index) => 128 + Math.round(20 * Math.sin(index / 6)));
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}
