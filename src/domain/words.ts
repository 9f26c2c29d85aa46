/** Sound marks such as "[music]" or "[laughter]" are no part of speech. */
const SOUND_MARK = /\[[^\]\n]{1,40}\]/g;
/** What is heard beside speech; any other bracket hides or adds a word ("[inaudible]", "[not]"). */
const SOUND =
  /^\W*(?:music|applause|cheer|laugh|chuckl|sigh|cough|clear|pause|silence|noise|sound|crowd|sniff|gasp|groan|snort|sing|whistl|clap|beep|bell|bird|door|phone|ring|knock|typing|upbeat|dramatic|soft|theme)/i;
/** Joiners that are part of how a word is spelt, and no part of which word it is. */
const JOINERS = /[\u200c\u200d]/g;
/** A Han, kana or Thai character counts as a word, since these scripts set no spaces; currency and per cent signs carry meaning. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]][[\p{L}\p{N}\p{M}\u200c\u200d]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]]*|[$€£¥₹%]/gv;

export interface Word {
  /** Normal form (NFKC, lower case): two words are the same if these are equal. */
  text: string;
  /** Span in the text as given, in UTF-16 code units. */
  start: number;
  end: number;
}

/** The words of `text` in order, each with its place; sound marks are passed over. */
export function locateWords(text: string): Word[] {
  const spoken = withBlankMarks(text);
  return Array.from(spoken.matchAll(WORD), ({ 0: word, index }) => ({
    text: normalise(word),
    start: index,
    end: index + word.length,
  }));
}

/** The words of `text` in their normal form; what "word for word" and every word count mean. */
export const wordsOf = (text: string): string[] => withBlankMarks(text).match(WORD)?.map(normalise) ?? [];

const withBlankMarks = (text: string) =>
  text.includes('[') ? text.replace(SOUND_MARK, (mark) => ' '.repeat(mark.length)) : text;

/** `text` without sound marks, white space folded: how speech is shown. */
export const withoutSoundMarks = (text: string): string => text.replace(SOUND_MARK, ' ').replace(/\s+/g, ' ').trim();

/** Whether `text` holds a bracketed mark that is no sound: what was said there is not known, so it cannot be quoted. */
export const hasForeignMark = (text: string): boolean =>
  (text.match(SOUND_MARK) ?? []).some((mark) => !SOUND.test(mark.slice(1, -1)));

/** ASCII is its own NFKC; most words are, and asking that first halves the time. */
const normalise = (word: string) =>
  /^[!-~]*$/.test(word) ? word.toLowerCase() : word.replace(JOINERS, '').normalize('NFKC').toLowerCase();
