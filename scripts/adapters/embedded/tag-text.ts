import type { PartOfSpeech } from 'wink-nlp';
import { tagWords } from './english.ts';
import { remember } from './remember.ts';
import { retag } from './retag.ts';

/** A word or sign of a text, with its part of speech and its place there (UTF-16 code units, end exclusive). */
export interface Token {
  text: string;
  /** In lower case, with a straight apostrophe. */
  lower: string;
  tag: PartOfSpeech;
  start: number;
  end: number;
}

/** The tokens of English text with their places; contractions are two tokens ("do", "n't"). */
export const tagText = remember((text: string): readonly Token[] => {
  const plain = text.replaceAll('’', "'");
  let from = 0;
  return retag(tagWords(plain)).flatMap(({ text: word, tag }) => {
    const start = plain.indexOf(word, from);
    if (start < 0) return [];
    from = start + word.length;
    // "Grok is cheaper": a capital inside a sentence makes a name of what the tagger takes for a verb.
    const isName =
      start > 0 && /^\p{Lu}\p{Ll}/u.test(word) && tag === 'VERB' && !/[.!?:]\W*$/.test(plain.slice(0, start));
    return [{ text: word, lower: word.toLowerCase(), tag: isName ? 'PROPN' : tag, start, end: from }];
  });
});
