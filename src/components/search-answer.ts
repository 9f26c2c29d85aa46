import { WORD_SYMBOLS } from '../searchable-text.ts';
import type { Hit } from './search-index.ts';

/**
 * Whether `hit` has every word of `query`, or one that begins like it. Pagefind passes over words that it does not know,
 * and takes the longest known beginning of one for it ("q" for "quetzal", "$1" for "$1.99").
 */
export function isAnswer({ content, locations, meta }: Pick<Hit, 'content' | 'locations' | 'meta'>, query: string) {
  const words = content.split(' ');
  const found = [...locations.map((at) => words[at] ?? ''), ...Object.values(meta).join(' ').split(' ')].map(fold);
  return query
    .split(/\s+/)
    .map(fold)
    .filter(Boolean)
    .every((term) => found.some((word) => word.includes(coreOf(term))));
}

/** The ending of a word may differ ("pricing", "prices"); a number may not. */
const coreOf = (term: string) => /^.*[\d%]/.exec(term)?.[0] ?? term.slice(0, Math.ceil(term.length / 2));

/** As Pagefind compares words: without accents, case and signs. */
const fold = (word: string) => word.normalize('NFD').replace(NEITHER_LETTER_NOR_SYMBOL, '').toLowerCase();
const NEITHER_LETTER_NOR_SYMBOL = new RegExp(`[^\\p{L}\\p{N}${WORD_SYMBOLS}]`, 'gu');
