import { WORD_SYMBOLS } from '../../searchable-text.ts';
import type { Hit } from './hit.ts';

/**
 * Whether `hit` has every word of `query`, or one that differs in its ending. Pagefind passes over words that it does not
 * know, and takes the longest known beginning of one for it ("q" for "quetzal", "deeps" for "deepsek", "$1" for "$1.99").
 */
export function isAnswer({ content, locations, meta }: Pick<Hit, 'content' | 'locations' | 'meta'>, query: string) {
  const words = content.split(' ');
  const found = [...locations.map((at) => words[at] ?? ''), ...Object.values(meta).join(' ').split(' ')].map(fold);
  return wordsOf(query).every((term) => found.some((word) => word.includes(term) || haveOneStem(word, term)));
}

/** Whether `name` has every word of `query`, whole: a beginning names many. */
export function isNamed(name: string, query: string): boolean {
  const words = new Set(wordsOf(name));
  return wordsOf(query).every((term) => words.has(term));
}

const wordsOf = (text: string) => text.split(/\s+/).map(fold).filter(Boolean);

/** As Pagefind compares words: without accents, case and signs. */
const fold = (word: string) => word.normalize('NFD').replace(NEITHER_LETTER_NOR_SYMBOL, '').toLowerCase();
const NEITHER_LETTER_NOR_SYMBOL = new RegExp(`[^\\p{L}\\p{N}${WORD_SYMBOLS}]`, 'gu');

/** "pricing", "prices"; a number is always another. */
function haveOneStem(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const stem = a.slice(0, same);
  const rests = [a.slice(same), b.slice(same)];
  // "run", "running"
  const doubled = stem.at(-1) ?? '';
  return (same > 2 || rests.includes('')) && rests.every((rest) => ENDINGS.test(rest) || isDoubled(rest, doubled));
}
const isDoubled = (rest: string, letter: string) => rest.startsWith(letter) && ENDINGS.test(rest.slice(1));
/** What an English stemmer takes off. */
const ENDINGS =
  /^(?:e|s|es|ed|ing|er|or|y|i|ies|ied|ly|al|ion|at|ate|ator|iz|is|ment|ness|able|ible|abl|ibl|iv|it|bil|ful|less|ous|anc|enc|ic|ant|ent|ist|ism)*$/;
