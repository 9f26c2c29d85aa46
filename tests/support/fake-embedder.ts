import { wordsOf } from '#domain/words.ts';
import type { Embedder } from '../../scripts/ports.ts';

/** Embeds by words: texts that share words are alike, in proportion. Deterministic, and no model to load. */
export class FakeEmbedder implements Embedder {
  embedded = 0;
  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    this.embedded += texts.length;
    return texts.map((text) => {
      const vector = new Float32Array(256);
      for (const word of wordsOf(text)) vector[hash(word) % 256]! += 1;
      const length = Math.hypot(...vector) || 1;
      return vector.map((value) => value / length);
    });
  }
}

const hash = (word: string) => [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);
