import pLimit from 'p-limit';
import type { Vector } from '#domain/similarity.ts';
import type { Cache, Embedder } from '../ports.ts';

/** Each entry is a file of its own, and a process may open only so many. */
const READS_AT_ONCE = 64;

/** Remembers the vectors of `embedder` by text; `model` names it, so that another model's vectors are never mixed in. */
export function createCachedEmbedder(embedder: Embedder, cache: Cache, model: string): Embedder {
  const kind = `embeddings-${model}`;
  const memory = new Map<string, Vector>();
  const recall = async (text: string) => memory.get(text) ?? fromBytes(await cache.get(kind, text));
  const reads = pLimit(READS_AT_ONCE);
  return {
    async embed(texts) {
      const known = await reads.map(texts, recall);
      const missing = [...new Set(texts.filter((_, index) => known[index] === undefined))];
      const made = missing.length > 0 ? await embedder.embed(missing) : [];
      for (const [index, text] of missing.entries()) {
        const vector = made[index];
        if (!vector) throw new Error(`the embedder gave ${made.length} vectors for ${missing.length} texts`);
        memory.set(text, vector);
        await cache.put(kind, text, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
      }
      return texts.map((text, index) => known[index] ?? memory.get(text) ?? new Float32Array());
    },
  };
}

/** A damaged entry is a miss. The copy matters: a Buffer is a window on memory that others use too. */
function fromBytes(bytes: Uint8Array | undefined): Vector | undefined {
  if (!bytes || bytes.byteLength === 0 || bytes.byteLength % 4 !== 0) return undefined;
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
