/** The commonest function words make up about a third of English speech, and next to nothing of any other language. */
const FUNCTION_WORDS = new Set(
  'the of and to a in that is it you for was on are with as i this have be at or not but they we he what so there if'.split(
    ' ',
  ),
);
export function looksEnglish(words: readonly string[]): boolean {
  return words.filter((word) => FUNCTION_WORDS.has(word)).length / Math.max(1, words.length) > 0.12;
}
