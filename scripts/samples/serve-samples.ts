import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';

type SampleServer = { origin: string; close(): Promise<void> };
type SampleFile = { type: string; etag: string; body: Buffer };

const MEDIA_TYPES = new Map([
  ['.vtt', 'text/vtt; charset=utf-8'],
  ['.srt', 'application/x-subrip; charset=utf-8'],
  ['.json', 'application/json'],
  ['.html', 'text/html; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.xml', 'application/rss+xml; charset=utf-8'],
  ['.yaml', 'text/yaml; charset=utf-8'],
  ['.mp3', 'audio/mpeg'],
]);

/**
 * Serves the sample shows as a podcast host does: `/shows.yaml`, `/<show>/feed.xml` and the files the feeds name,
 * with validators (304) and byte ranges (206, which a browser needs to seek). `{origin}` in them becomes the
 * server's own address. Port 0 takes any free port; a port in use rejects.
 */
export async function serveSamples({ port = 0, host = '127.0.0.1' } = {}): Promise<SampleServer> {
  let files = new Map<string, SampleFile>();
  const server = createServer((request, response) => answer(request, response, files));
  server.listen(port, host);
  await once(server, 'listening');
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  files = readSamples(import.meta.dirname, origin);
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { origin, close };
}

/** Every file there is, by its URL path: a request can only name one of them, so no path leads out of the folder. */
function readSamples(folder: string, origin: string): Map<string, SampleFile> {
  const files = new Map<string, SampleFile>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = MEDIA_TYPES.get(extname(name));
    if (!type) continue;
    const bytes = readFileSync(join(folder, name));
    const body = type === 'audio/mpeg' ? bytes : Buffer.from(bytes.toString('utf8').replaceAll('{origin}', origin));
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    const path = `/${name.replaceAll(sep, '/')}`;
    files.set(path.replace(/\/index\.html$/, '/'), { type, etag, body });
  }
  return files;
}

function answer(request: IncomingMessage, response: ServerResponse, files: Map<string, SampleFile>): void {
  const [path = '/'] = (request.url ?? '/').split('?');
  const file = files.get(path);
  if (!file) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
  const { type, etag, body } = file;
  const headers = { 'content-type': type, etag, 'accept-ranges': 'bytes' };
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  if (!range) return void response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
  const { start, end } = toBounds(range[1] ?? '', range[2] ?? '', body.length);
  if (start > end) return void response.writeHead(416, { 'content-range': `bytes */${body.length}` }).end();
  const part = body.subarray(start, end + 1);
  const contentRange = `bytes ${start}-${end}/${body.length}`;
  response.writeHead(206, { ...headers, 'content-range': contentRange, 'content-length': part.length }).end(part);
}

/** First and last byte, both included. `-500` means the last 500 bytes, `500-` from there to the end. */
function toBounds(first: string, last: string, length: number): { start: number; end: number } {
  if (first === '') return { start: Math.max(0, length - Number(last)), end: length - 1 };
  return { start: Number(first), end: last === '' ? length - 1 : Math.min(Number(last), length - 1) };
}
