/** A model server sent more than any answer is long. */
export class EndlessAnswerError extends Error {
  override name = 'EndlessAnswerError';
}

/**
 * `fetch` that has read the whole body when it answers, so that the caller's time-out holds for a server that sends a byte now
 * and then; of a body larger than `maxBytes`, unpacked, no more is read, and an `EndlessAnswerError` thrown.
 */
export const fetchWhole =
  (maxBytes: number): typeof fetch =>
  async (input, init) => {
    const { status, statusText, headers, body } = await fetch(input, init);
    const hasBody = body !== null && ![101, 204, 205, 304].includes(status);
    return new Response(hasBody ? await collect(body, maxBytes) : null, { status, statusText, headers });
  };

async function collect(body: ReadableStream<Uint8Array<ArrayBuffer>>, maxBytes: number): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = body.getReader();
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > maxBytes) {
      await reader.cancel();
      throw new EndlessAnswerError(`the answer is larger than ${maxBytes} bytes`);
    }
    chunks.push(part.value);
  }
  return new Blob(chunks);
}
