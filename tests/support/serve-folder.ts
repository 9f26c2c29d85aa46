import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { startServer, type LoopbackServer } from './loopback-server.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const PACKED = new Set(['.woff2', '.png']);

/** Serves a built site as static hosts do: compressed, folders by their index.html, and 404.html for what is not there. */
export const serveFolder = (dir: string, basePath = '/'): Promise<LoopbackServer> =>
  startServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.slice(basePath.length) + (path.endsWith('/') ? 'index.html' : '');
    const found = await readFile(join(dir, file)).catch(() => undefined);
    const type = found ? extname(file) : '.html';
    const body = found ?? (await readFile(join(dir, '404.html')).catch(() => 'Not found'));
    const isPacked = PACKED.has(type);
    const sent = isPacked ? body : await promisify(gzip)(body);
    response.writeHead(found ? 200 : 404, {
      'Content-Type': TYPES[type] ?? 'application/octet-stream',
      'Content-Length': sent.length,
      ...(!isPacked && { 'Content-Encoding': 'gzip' }),
    });
    response.end(sent);
  });
