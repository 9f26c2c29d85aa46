import { cosine, type Vector } from './similarity.ts';
import type { Theme } from './theme.ts';

/** With the shipped embeddings, passages and the definition of their subject have cosines of about `full`, unrelated ones of about `none`. */
const COSINE = { none: 0.1, full: 0.6 };

/** What of a theme is embedded. */
export const definitionOf = ({ title, definition }: Theme): string => `${title}. ${definition}`;

/** How much a text is like a definition, 0 to 1, from their embeddings. */
export const likeness = (text: Vector, definition: Vector): number =>
  Math.min(1, Math.max(0, (cosine(text, definition) - COSINE.none) / (COSINE.full - COSINE.none)));
