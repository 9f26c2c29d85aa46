import { pipeline } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { TooLargeError, UnfitAnswer } from './http-failure.ts';

interface BodyOptions {
  /** Content-Encoding and Content-Length as sent. */
  contentEncoding?: string | undefined;
  contentLength?: string | undefined;
  /** Of the body as unpacked. */
  maxBytes: number;
}

/** Content-Encodings that are asked for, as an Accept-Encoding header. */
export const ACCEPT_ENCODING = 'gzip, br, zstd';

/** Unpacks and collects a body. Throws a `TooLargeError`, or an `UnfitAnswer` where it is packed in an unknown way. */
export async function readBody(body: NodeJS.ReadableStream, options: BodyOptions): Promise<Uint8Array> {
  const { contentEncoding, contentLength, maxBytes } = options;
  const stream = decompressed(body, contentEncoding);
  const chunks: Uint8Array[] = [];
  let size = Number(contentLength) > maxBytes ? Infinity : 0;
  // Leaving the loop destroys the stream, and with it the connection: of a bomb no more than the limit is inflated.
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw new TooLargeError();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const DECODERS: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  // The window that RFC 9659 allows on the Web: 8 MiB.
  zstd: () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 23 } }),
  deflate: createInflate,
};

function decompressed(body: NodeJS.ReadableStream, contentEncoding = ''): NodeJS.ReadableStream {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && name !== 'identity');
  return encodings.reduceRight((source, name) => {
    const decoder = DECODERS[name];
    if (!decoder || encodings.length > 2)
      throw new UnfitAnswer(`compressed as "${contentEncoding}", which is not read; tell the host`);
    return pipeline(source, decoder(), () => {});
  }, body);
}
